package dev.jaxrscors.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A <a href="https://fetch.spec.whatwg.org/#header-name">header name</a>: a token compared without
 * case.
 *
 * <p>The lists of headers that a policy allows and exposes hold such names:
 *
 * <pre>{@code
 * HeaderName.of("X-Api-Key").equals(HeaderName.of("x-api-key"));  // true
 * HeaderName.of("Cookie").isForbiddenRequestHeader();             // true: no script can set it
 * HeaderName.of("X Api Key");                                     // throws
 * }</pre>
 *
 * <p>It is immutable.
 */
public final class HeaderName {
  /**
   * See the <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">forbidden
   * request-headers</a>.
   */
  private static final Set<String> FORBIDDEN_IN_REQUESTS =
      Set.of(
          ("accept-charset accept-encoding access-control-request-headers "
                  + "access-control-request-method connection content-length cookie cookie2 date "
                  + "dnt expect host keep-alive origin referer set-cookie te trailer "
                  + "transfer-encoding upgrade via")
              .split(" ", -1));

  private static final List<String> FORBIDDEN_PREFIXES = List.of("proxy-", "sec-");

  /**
   * See the <a href="https://fetch.spec.whatwg.org/#forbidden-response-header-name">forbidden
   * response-header names</a>.
   */
  private static final Set<String> FORBIDDEN_IN_RESPONSES = Set.of("set-cookie", "set-cookie2");

  /**
   * See the <a href="https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name">
   * CORS-safelisted response-header names</a>.
   */
  private static final Set<String> SAFELISTED_IN_RESPONSES =
      Set.of(
          ("cache-control content-language content-length content-type expires last-modified "
                  + "pragma")
              .split(" ", -1));

  private static final Set<String> ASSERTED_BY_PROXIES =
      Set.of("forwarded", "x-real-ip", "x-method-override");

  private static final List<String> PREFIXES_ASSERTED_BY_PROXIES =
      List.of("x-forwarded-", "x-http-method");

  private final String name;
  private final String lowerCase;

  private HeaderName(String name) {
    this.name = name;
    this.lowerCase = name.toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the header name that a developer has written}
   *
   * @param name the name
   * @throws InvalidValueException if it is no token
   */
  public static HeaderName of(String name) {
    if (isToken(name, 0, name.length())) {
      return new HeaderName(name);
    }
    throw new InvalidValueException(
        name,
        InvalidValueException.Word.INVALID,
        "a header name is a token: letters, digits and !#$%&'*+-.^_`|~",
        remedy(name));
  }

  private static String remedy(String name) {
    String stripped = name.strip();
    boolean spaced = isToken(stripped, 0, stripped.length());
    return spaced ? "use \"" + stripped + "\"" : "write one name, such as \"X-Api-Key\"";
  }

  /**
   * {@return whether a part of a text is a <a
   * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2">token</a>, and so a header name;
   * false if it is empty}
   *
   * @param text the text
   * @param from where the part starts
   * @param to where it ends, exclusive
   */
  public static boolean isToken(String text, int from, int to) {
    return Token.isToken(text, from, to);
  }

  /** {@return this name as it was written} */
  public String name() {
    return name;
  }

  /**
   * {@return whether this names a <a
   * href="https://fetch.spec.whatwg.org/#forbidden-request-header">forbidden request-header</a>,
   * which no script can set} Those that the standard forbids with some values only, such as {@code
   * X-HTTP-Method-Override}, are none.
   */
  public boolean isForbiddenRequestHeader() {
    return FORBIDDEN_IN_REQUESTS.contains(lowerCase) || startsWithAny(FORBIDDEN_PREFIXES);
  }

  /**
   * {@return whether this is a <a
   * href="https://fetch.spec.whatwg.org/#forbidden-response-header-name">forbidden response-header
   * name</a>, which no script can read}
   */
  public boolean isForbiddenResponseHeader() {
    return FORBIDDEN_IN_RESPONSES.contains(lowerCase);
  }

  /**
   * {@return whether this is a <a
   * href="https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name">CORS-safelisted
   * response-header name</a>, which scripts can read without its being exposed}
   */
  public boolean isSafelistedResponseHeader() {
    return SAFELISTED_IN_RESPONSES.contains(lowerCase);
  }

  /**
   * {@return whether this names a header of the <a
   * href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a> itself: it starts
   * with {@code Access-Control-}}
   */
  public boolean isCorsProtocolHeader() {
    return lowerCase.startsWith("access-control-");
  }

  /**
   * {@return whether servers take this header for a statement of a proxy, or for the method: {@code
   * Forwarded}, {@code X-Forwarded-*}, {@code X-Real-IP}, {@code X-HTTP-Method*} and {@code
   * X-Method-Override}} A page that may send it could forge its own address, or turn a POST into a
   * DELETE. See <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>.
   */
  public boolean isAssertedByProxies() {
    return ASSERTED_BY_PROXIES.contains(lowerCase) || startsWithAny(PREFIXES_ASSERTED_BY_PROXIES);
  }

  private boolean startsWithAny(List<String> prefixes) {
    return prefixes.stream().anyMatch(lowerCase::startsWith);
  }

  String lowerCase() {
    return lowerCase;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeaderName that && lowerCase.equals(that.lowerCase);
  }

  @Override
  public int hashCode() {
    return lowerCase.hashCode();
  }

  /** {@return this name as it was written} */
  @Override
  public String toString() {
    return name;
  }
}
