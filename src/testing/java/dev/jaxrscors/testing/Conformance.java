package dev.jaxrscors.testing;

import java.util.Locale;

/** Whether the browser keeps to the standard where all engines depart from it. */
enum Conformance {
  STANDARD {
    @Override
    boolean isCoveredByWildcard(String headerName) {
      return !isNonWildcard(headerName);
    }

    @Override
    boolean isWildcardInCache(CredentialsMode storedWith) {
      return true;
    }

    @Override
    boolean isNegativeAgeZero() {
      return false;
    }
  },

  ENGINES {
    @Override
    boolean isCoveredByWildcard(String headerName) {
      return true;
    }

    @Override
    boolean isWildcardInCache(CredentialsMode storedWith) {
      return storedWith != CredentialsMode.INCLUDE;
    }

    @Override
    boolean isNegativeAgeZero() {
      return true;
    }
  };

  /** Reports whether a {@code *} that is a wildcard stands for a request header. */
  abstract boolean isCoveredByWildcard(String headerName);

  /**
   * Reports whether a {@code *} in the preflight cache stands for every name. The standard's <a
   * href="https://fetch.spec.whatwg.org/#concept-cache-match-method">match</a> does not ask with
   * which credentials it was stored.
   */
  abstract boolean isWildcardInCache(CredentialsMode storedWith);

  /**
   * Reports whether a negative {@code Access-Control-Max-Age} means that nothing is kept. By the
   * standard it is malformed, and so as good as none.
   */
  abstract boolean isNegativeAgeZero();

  /**
   * See the <a href="https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name">CORS
   * non-wildcard request-header names</a>.
   */
  static boolean isNonWildcard(String headerName) {
    return headerName.toLowerCase(Locale.ROOT).equals("authorization");
  }
}
