package dev.jaxrscors.testing;

/** The header fields that go over the wire: what the script has set, and what the browser adds. */
final class RequestFields {

  private RequestFields() {}

  static Headers of(FetchRequest request) {
    Headers fields = request.headers().withDefault("Accept", "*/*");
    Headers identified =
        request.sendsOrigin() ? fields.with("Origin", request.serializedOrigin()) : fields;
    return request.includesCookies() ? identified.with(request.page().cookies()) : identified;
  }

  static Headers ofPreflight(FetchRequest request) {
    Headers fields =
        Headers.EMPTY
            .with("Accept", "*/*")
            .with("Origin", request.serializedOrigin())
            .with("Access-Control-Request-Method", request.method());
    String names = String.join(",", request.unsafeNames());
    return names.isEmpty() ? fields : fields.with("Access-Control-Request-Headers", names);
  }
}
