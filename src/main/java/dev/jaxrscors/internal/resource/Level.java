package dev.jaxrscors.internal.resource;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.policy.Member;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One annotation at one place, as a level of the look-up.
 *
 * @param place where it stands, such as {@code Orders.replace}
 * @param annotation what it says
 */
public record Level(String place, CorsPolicy annotation) {

  public boolean hasName() {
    return !annotation.value().equals(CorsPolicy.INHERIT);
  }

  public boolean hasOrigins() {
    return isSet(annotation.origins()) || hasSource();
  }

  public boolean hasSource() {
    return annotation.originSource() != OriginSource.class;
  }

  /** Returns what the annotation says of each member that it does not leave to other levels. */
  Map<Member, Object> said() {
    Map<Member, Object> said = new EnumMap<>(Member.class);
    if (hasName()) {
      said.put(Member.VALUE, annotation.value());
    }
    if (hasOrigins()) {
      said.put(
          Member.ORIGINS,
          List.of(
              List.of(annotation.origins()),
              annotation.originSource(),
              Set.copyOf(Arrays.asList(annotation.dangerously()))));
    }
    putList(said, Member.METHODS, annotation.methods());
    putList(said, Member.ALLOWED_HEADERS, annotation.allowedHeaders());
    putList(said, Member.EXPOSED_HEADERS, annotation.exposedHeaders());
    putUnless(said, Member.CREDENTIALS, annotation.credentials(), Credentials.INHERIT);
    putUnless(said, Member.MAX_AGE, annotation.maxAge(), CorsPolicy.INHERIT_MAX_AGE);
    putUnless(said, Member.REFUSAL, annotation.refusal(), Refusal.INHERIT);
    return said;
  }

  private static void putList(Map<Member, Object> said, Member member, String[] values) {
    if (isSet(values)) {
      said.put(member, List.of(values));
    }
  }

  private static void putUnless(
      Map<Member, Object> said, Member member, Object value, Object inherit) {
    if (!value.equals(inherit)) {
      said.put(member, value);
    }
  }

  /** Reports whether a list says anything of its own. */
  public static boolean isSet(String[] values) {
    return !Arrays.equals(values, new String[] {CorsPolicy.INHERIT});
  }
}
