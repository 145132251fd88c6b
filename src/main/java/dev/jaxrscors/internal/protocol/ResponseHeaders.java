package dev.jaxrscors.internal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The values of the header fields of the CORS protocol on one response, and what it varies by. An
 * empty value means no such field.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-responses">Fetch, HTTP responses</a>
 */
public record ResponseHeaders(
    String allowOrigin,
    String allowCredentials,
    String allowMethods,
    String allowHeaders,
    String maxAge,
    String exposeHeaders,
    Vary vary) {

  static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
  static final String ALLOW_METHODS = "Access-Control-Allow-Methods";
  static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";
  static final String MAX_AGE = "Access-Control-Max-Age";
  static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

  /**
   * The names of the fields that answer for a resource; on a governed one they are ours alone. With
   * the response field of Private Network Access, which other layers may still send.
   */
  public static final Set<String> NAMES =
      Set.of(
          ALLOW_ORIGIN,
          ALLOW_CREDENTIALS,
          ALLOW_METHODS,
          ALLOW_HEADERS,
          MAX_AGE,
          EXPOSE_HEADERS,
          "Access-Control-Allow-Private-Network");

  /** {@return headers that grant nothing} */
  public static ResponseHeaders nothing(Vary vary) {
    return new ResponseHeaders("", "", "", "", "", "", vary);
  }

  /** {@return the same, varying by something else as well} */
  public ResponseHeaders alsoVaryingBy(Vary other) {
    return new ResponseHeaders(
        allowOrigin,
        allowCredentials,
        allowMethods,
        allowHeaders,
        maxAge,
        exposeHeaders,
        vary.and(other));
  }

  /** Returns the same for another origin. */
  ResponseHeaders withAllowOrigin(String origin) {
    return new ResponseHeaders(
        origin, allowCredentials, allowMethods, allowHeaders, maxAge, exposeHeaders, vary);
  }

  /** Returns the same with other allowed request headers. */
  ResponseHeaders withAllowHeaders(String names) {
    return new ResponseHeaders(
        allowOrigin, allowCredentials, allowMethods, names, maxAge, exposeHeaders, vary);
  }

  /** {@return the value of a field of the protocol; empty if there is none} */
  public String value(String name) {
    return switch (name) {
      case ALLOW_ORIGIN -> allowOrigin;
      case ALLOW_CREDENTIALS -> allowCredentials;
      case ALLOW_METHODS -> allowMethods;
      case ALLOW_HEADERS -> allowHeaders;
      case MAX_AGE -> maxAge;
      case EXPOSE_HEADERS -> exposeHeaders;
      default -> "";
    };
  }

  /** Gives the name and value of each field that is present, but of {@code Vary}: merge that. */
  public void forEach(BiConsumer<? super String, ? super String> field) {
    give(ALLOW_ORIGIN, allowOrigin, field);
    give(ALLOW_CREDENTIALS, allowCredentials, field);
    give(ALLOW_METHODS, allowMethods, field);
    give(ALLOW_HEADERS, allowHeaders, field);
    give(MAX_AGE, maxAge, field);
    give(EXPOSE_HEADERS, exposeHeaders, field);
  }

  /** {@return every field that is present, {@code Vary} included, by name} */
  public Map<String, String> asMap() {
    Map<String, String> fields = new LinkedHashMap<>();
    forEach(fields::put);
    give(Vary.FIELD_NAME, vary.fieldValue(), fields::put);
    return fields;
  }

  private static void give(
      String name, String value, BiConsumer<? super String, ? super String> field) {
    if (!value.isEmpty()) {
      field.accept(name, value);
    }
  }
}
