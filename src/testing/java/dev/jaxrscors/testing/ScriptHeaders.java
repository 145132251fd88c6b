package dev.jaxrscors.testing;

import dev.jaxrscors.testing.Headers.Field;
import java.util.regex.Pattern;

/**
 * The header list that a script fills: <a
 * href="https://fetch.spec.whatwg.org/#concept-headers-append">append</a>.
 */
final class ScriptHeaders {
  private static final Pattern AROUND = Pattern.compile("^[\\t\\n\\r ]+|[\\t\\n\\r ]+$");
  private static final Pattern VALUE = Pattern.compile("[\\x01-\\x09\\x0b\\x0c\\x0e-\\xff]*");

  private ScriptHeaders() {}

  static Headers of(Headers written) throws NetworkError {
    Headers allowed = Headers.EMPTY;
    for (Field field : written.fields()) {
      Field normalized = normalized(field);
      allowed =
          ForbiddenHeader.isInRequest(normalized)
              ? allowed
              : allowed.with(normalized.name(), normalized.value());
    }
    return allowed;
  }

  private static Field normalized(Field field) throws NetworkError {
    String value = AROUND.matcher(field.value()).replaceAll("");
    if (!RequestMethod.isToken(field.name())) {
      throw new NetworkError(Stage.REQUEST, "\"" + field.name() + "\" is no header name");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new NetworkError(
          Stage.REQUEST, "the value of " + field.name() + " holds what no header value may");
    }
    return new Field(field.name(), value);
  }
}
