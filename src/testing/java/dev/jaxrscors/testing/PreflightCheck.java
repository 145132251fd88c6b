package dev.jaxrscors.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to a preflight, as the <a
 * href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">CORS-preflight fetch</a> reads it.
 *
 * @param request the request that waits for it
 * @param status the status of the answer
 * @param response its header fields
 * @param conformance whether to depart from the standard
 */
record PreflightCheck(FetchRequest request, int status, Headers response, Conformance conformance) {

  /** Returns why the preflight fails: nothing, if it passes. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    if (status < 200 || status > 299) {
      failures.add("the status is " + status + ", which is not 200 to 299");
    }
    failures.addAll(CorsCheck.failures(request, response));
    return failures.isEmpty() ? listFailures() : failures;
  }

  FieldList methods() {
    return FieldList.of(response, "Access-Control-Allow-Methods");
  }

  FieldList headerNames() {
    return FieldList.of(response, "Access-Control-Allow-Headers");
  }

  private List<String> listFailures() {
    List<String> malformed =
        Stream.of(methods(), headerNames())
            .filter(FieldList::isMalformed)
            .map(list -> list + " is malformed, as it holds " + list.malformed())
            .toList();
    if (!malformed.isEmpty()) {
      return malformed;
    }
    return Stream.concat(
            methodFailures(), request.unsafeNames().stream().flatMap(this::headerFailures))
        .toList();
  }

  private Stream<String> methodFailures() {
    String method = request.method();
    if (methods().hasMethod(method)
        || RequestMethod.isSafelisted(method)
        || isWildcard(methods())) {
      return Stream.of();
    }
    return Stream.of(method + " is not in " + methods() + asteriskHint(methods()) + caseHint());
  }

  private Stream<String> headerFailures(String name) {
    if (headerNames().hasHeader(name)) {
      return Stream.of();
    }
    if (!isWildcard(headerNames())) {
      return Stream.of(name + " is not in " + headerNames() + asteriskHint(headerNames()));
    }
    return conformance.isCoveredByWildcard(name)
        ? Stream.of()
        : Stream.of(name + " is not in " + headerNames() + ", whose * does not cover it");
  }

  /** With credentials an asterisk is a name like any other. */
  private boolean isWildcard(FieldList list) {
    return list.hasAsterisk() && !request.hasCredentials();
  }

  private String asteriskHint(FieldList list) {
    return list.hasAsterisk() ? ", whose * is no wildcard with credentials" : "";
  }

  private String caseHint() {
    return methods().hasHeader(request.method()) ? ", where it is in another case" : "";
  }
}
