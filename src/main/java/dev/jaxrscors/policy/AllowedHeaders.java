package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.HeaderNameSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The request headers that a policy allows: those that the resource declares, those of a list, or
 * any but {@code Authorization}, which must be named.
 *
 * <p>It is immutable.
 *
 * @param isDerived whether what the resource declares is allowed
 * @param isAny whether every name but {@code Authorization} is allowed
 * @param names the names that are allowed besides
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-headers">Fetch,
 *     Access-Control-Allow-Headers</a>
 */
public record AllowedHeaders(boolean isDerived, boolean isAny, HeaderNameSet names) {

  private static final HeaderName AUTHORIZATION = HeaderName.of("Authorization");

  static final AllowedHeaders DERIVED =
      new AllowedHeaders(true, false, HeaderNameSet.of(List.of()));

  /** Reads the values; their mistakes go to {@code problems}. */
  static AllowedHeaders parse(List<String> values, Consumer<? super PolicyProblem> problems) {
    List<HeaderName> names = MemberValues.headerNames(Member.ALLOWED_HEADERS, values, problems);
    names.forEach(name -> check(name, problems));
    Stream<HeaderName> covered = names.stream().filter(name -> !name.equals(AUTHORIZATION));
    MemberValues.checkAsterisk(
        Member.ALLOWED_HEADERS, values, covered.map(HeaderName::name).toList(), problems);
    return new AllowedHeaders(
        values.contains(CorsPolicy.DERIVED),
        values.contains(CorsPolicy.ANY),
        HeaderNameSet.of(names));
  }

  private static void check(HeaderName name, Consumer<? super PolicyProblem> problems) {
    if (name.isForbiddenRequestHeader()) {
      problems.accept(PolicyProblem.forbiddenRequestHeader(name.name()));
    } else if (name.isCorsProtocolHeader()) {
      problems.accept(ProblemKind.RESPONSE_HEADER_ALLOWED.of(name.name()));
    }
  }

  /** Returns what was given. */
  List<String> written() {
    List<String> written = new ArrayList<>();
    if (isDerived) {
      written.add(CorsPolicy.DERIVED);
    }
    if (isAny) {
      written.add(CorsPolicy.ANY);
    }
    names.names().forEach(name -> written.add(name.name()));
    return written.isEmpty() ? List.of(CorsPolicy.NONE) : Place.bounded(written);
  }

  /**
   * Returns the same, with more names; where none is allowed, none is, and where any is, the
   * asterisk stands for all of them but {@code Authorization}.
   */
  AllowedHeaders with(Collection<HeaderName> more) {
    if (!isDerived && !isAny && names.isEmpty()) {
      return this;
    }
    List<HeaderName> all = new ArrayList<>(names.names());
    more.stream().filter(name -> !isAny || name.equals(AUTHORIZATION)).forEach(all::add);
    return new AllowedHeaders(isDerived, isAny, HeaderNameSet.of(all));
  }

  /**
   * {@return the same, with the names that a resource declares put in the place of "derived"}
   *
   * @param declared the names that the resource declares
   */
  public AllowedHeaders resolvedWith(Collection<HeaderName> declared) {
    if (!isDerived) {
      return this;
    }
    List<HeaderName> all = new ArrayList<>(declared);
    all.addAll(names.names());
    return new AllowedHeaders(false, isAny, HeaderNameSet.of(all));
  }
}
