package dev.jaxrscors.fetch;

/**
 * The origin of a URL that a product has for other reasons: where its user interface is, say.
 *
 * <p>It keeps nothing, and is thread-safe.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-url-origin">URL, origin</a>
 */
public final class UrlOrigin {

  private static final String EXAMPLE = "write one such as \"https://app.example.com/path\"";

  private UrlOrigin() {}

  /**
   * {@return the origin of a URL, as browsers send it: scheme, host and port, without the default
   * port; the host in lower case and in punycode}
   *
   * @param url an absolute URL with a host
   * @throws InvalidValueException if it is none, or has user-info
   */
  public static String of(String url) {
    OriginDraft parts = OriginDraft.of(url.strip());
    if (!parts.userInfo().isEmpty()) {
      throw invalid(url, "a URL with user-info is no address of a page", "remove the user-info");
    }
    if (parts.scheme().isEmpty()
        || parts.host().isEmpty()
        || !parts.separator().equals(Scheme.SEPARATOR)) {
      throw invalid(url, "an absolute URL names a scheme and a host", EXAMPLE);
    }
    String origin =
        new OriginDraft(parts.scheme(), parts.separator(), "", parts.host(), parts.port(), "")
            .corrected();
    if (origin == null || !OriginPattern.parse(origin).isExact()) {
      throw invalid(url, "no page has the origin of such a URL", EXAMPLE);
    }
    return origin;
  }

  private static InvalidValueException invalid(String url, String rule, String remedy) {
    return new InvalidValueException(url, InvalidValueException.Word.INVALID, rule, remedy);
  }
}
