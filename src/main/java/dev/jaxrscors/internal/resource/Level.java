package dev.jaxrscors.internal.resource;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.policy.Member;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One annotation at one place, as a level of the look-up.
 *
 * @param declaration what it says there
 * @param source the class of the source of origins; {@link OriginSource} itself if it names none
 */
public record Level(Declaration declaration, Class<? extends OriginSource> source) {

  /** Returns the level of an annotation at a place such as {@code Orders.replace}. */
  static Level of(String place, CorsPolicy annotation) {
    Map<Member, List<String>> written = new EnumMap<>(Member.class);
    written.put(Member.VALUE, List.of(annotation.value()));
    written.put(Member.ORIGINS, List.of(annotation.origins()));
    written.put(Member.METHODS, List.of(annotation.methods()));
    written.put(Member.ALLOWED_HEADERS, List.of(annotation.allowedHeaders()));
    written.put(Member.EXPOSED_HEADERS, List.of(annotation.exposedHeaders()));
    written.values().removeIf(List.of(CorsPolicy.INHERIT)::equals);
    if (annotation.originSource() != OriginSource.class) {
      written.put(Member.ORIGIN_SOURCE, List.of(annotation.originSource().getName()));
    }
    if (annotation.dangerously().length > 0) {
      written.put(Member.DANGEROUSLY, Stream.of(annotation.dangerously()).map(Enum::name).toList());
    }
    if (annotation.credentials() != Credentials.INHERIT) {
      written.put(Member.CREDENTIALS, List.of(annotation.credentials().name()));
    }
    if (annotation.maxAge() != CorsPolicy.INHERIT_MAX_AGE) {
      written.put(Member.MAX_AGE, List.of(Integer.toString(annotation.maxAge())));
    }
    if (annotation.refusal() != Refusal.INHERIT) {
      written.put(Member.REFUSAL, List.of(annotation.refusal().name()));
    }
    return new Level(new Declaration(place, written), annotation.originSource());
  }
}
