package dev.jaxrscors.internal.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The path of a request below its application, in each of the forms in which a runtime may match
 * it: as it came, and decoded with and without what stands for a slash.
 *
 * @param forms all different ones; each begins with a slash, and has no matrix parameters
 */
public record RequestPath(Set<String> forms) {

  /** Returns the forms of a path that is percent-encoded. */
  public static RequestPath of(String encoded) {
    String path = withoutMatrixParameters(encoded);
    Set<String> forms = new LinkedHashSet<>();
    for (String form : List.of(path, decoded(path, ""), decoded(path, "/"))) {
      // Some servers take several slashes for one, and some do not.
      forms.add(form.replaceFirst("^/*", "/"));
      forms.add(("/" + form).replaceAll("/{2,}", "/"));
    }
    return new RequestPath(forms);
  }

  /** Returns a part of a path decoded, without its matrix parameters. */
  public static String decoded(String encoded) {
    return decoded(withoutMatrixParameters(encoded), "");
  }

  private static String withoutMatrixParameters(String path) {
    return path.indexOf(';') < 0 ? path : path.replaceAll(";[^/]*", "");
  }

  /** Returns a text without percent-encoding, in UTF-8; what is ill-formed, or excluded, stays. */
  static String decoded(String text, String excluded) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      int octet = octet(text, at);
      if (octet >= 0 && excluded.indexOf(octet) < 0) {
        bytes.write(octet);
        at += 3;
      } else {
        int end = text.offsetByCodePoints(at, 1);
        bytes.writeBytes(text.substring(at, end).getBytes(UTF_8));
        at = end;
      }
    }
    return bytes.toString(UTF_8);
  }

  /** Returns what two hexadecimal digits after a percent sign stand for; -1 if none are there. */
  private static int octet(String text, int at) {
    if (text.charAt(at) != '%' || at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
