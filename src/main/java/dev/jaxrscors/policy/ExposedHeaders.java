package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.HeaderNameSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * The response headers that scripts may read besides the safelisted ones: none, those of a list, or
 * any.
 *
 * <p>It is immutable.
 *
 * @param isAny whether every name is exposed
 * @param names the names that are exposed
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-expose-headers">Fetch,
 *     Access-Control-Expose-Headers</a>
 */
public record ExposedHeaders(boolean isAny, HeaderNameSet names) {

  static final ExposedHeaders NONE = new ExposedHeaders(false, HeaderNameSet.of(List.of()));

  /** Reads the values; their mistakes go to {@code problems}. */
  static ExposedHeaders parse(List<String> values, Consumer<? super PolicyProblem> problems) {
    List<HeaderName> names = MemberValues.headerNames(Member.EXPOSED_HEADERS, values, problems);
    if (values.contains(CorsPolicy.DERIVED)) {
      problems.accept(ProblemKind.DERIVED_EXPOSED.of(CorsPolicy.DERIVED));
    }
    names.stream()
        .filter(HeaderName::isForbiddenResponseHeader)
        .forEach(name -> problems.accept(ProblemKind.FORBIDDEN_RESPONSE_HEADER.of(name.name())));
    List<String> covered = names.stream().map(HeaderName::name).toList();
    MemberValues.checkAsterisk(Member.EXPOSED_HEADERS, values, covered, problems);
    return new ExposedHeaders(values.contains(CorsPolicy.ANY), HeaderNameSet.of(names));
  }

  /** Returns what was given. */
  List<String> written() {
    if (isAny) {
      return List.of(CorsPolicy.ANY);
    }
    return names.isEmpty()
        ? List.of(CorsPolicy.NONE)
        : Place.bounded(names.names().stream().map(HeaderName::name).toList());
  }

  /** {@return the value of the header field; empty when there is nothing to expose} */
  public String fieldValue() {
    return isAny ? CorsPolicy.ANY : names.joined();
  }
}
