package dev.jaxrscors.testing;

import dev.jaxrscors.testing.Headers.Field;
import java.util.Set;

/**
 * What a page may read of the header fields of a response: the <a
 * href="https://fetch.spec.whatwg.org/#concept-filtered-response-cors">CORS filtered response</a>,
 * or from its own origin the basic one.
 */
final class ReadableHeaders {
  private static final Set<String> SAFELISTED =
      Set.of(
          "cache-control",
          "content-language",
          "content-length",
          "content-type",
          "expires",
          "last-modified",
          "pragma");

  private ReadableHeaders() {}

  static Headers of(FetchRequest request, Headers response) {
    Headers visible = response.filter(field -> !ForbiddenHeader.isInResponse(field));
    FieldList exposed = FieldList.of(response, "Access-Control-Expose-Headers");
    boolean everything =
        !exposed.isMalformed() && exposed.hasAsterisk() && !request.hasCredentials();
    return !request.isCors() || everything
        ? visible
        : visible.filter(field -> isReadable(field, exposed));
  }

  private static boolean isReadable(Field field, FieldList exposed) {
    return SAFELISTED.contains(field.lowerCaseName())
        || (!exposed.isMalformed() && exposed.hasHeader(field.name()));
  }
}
