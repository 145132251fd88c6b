package dev.jaxrscors.testing;

import dev.jaxrscors.testing.Headers.Field;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The <a href="https://fetch.spec.whatwg.org/#cors-safelisted-request-header">CORS-safelisted
 * request-headers</a>, which need no preflight, and the <a
 * href="https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names">CORS-unsafe request-header
 * names</a>, which do.
 */
final class SafelistedHeader {
  private static final int LONGEST_VALUE = 128;
  private static final int LONGEST_VALUES = 1024;

  private static final Pattern LANGUAGE = Pattern.compile("[0-9A-Za-z *,.;=-]*");
  private static final Pattern UNSAFE_BYTE =
      Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\"():<>?@\\[\\\\\\]{}\\x7f]");
  private static final Pattern SINGLE_RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");

  private static final Set<String> SAFE_TYPES =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

  private SafelistedHeader() {}

  /** Returns the names a preflight has to ask for, sorted and in lower case. */
  static SortedSet<String> unsafeNames(Headers headers) {
    Headers safe = headers.filter(SafelistedHeader::isSafelisted);
    int length = safe.fields().stream().mapToInt(field -> field.value().length()).sum();
    Headers unsafe =
        length > LONGEST_VALUES ? headers : headers.filter(field -> !isSafelisted(field));
    return unsafe.fields().stream()
        .map(Field::lowerCaseName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean isSafelisted(Field field) {
    String value = field.value();
    if (value.length() > LONGEST_VALUE) {
      return false;
    }
    return switch (field.lowerCaseName()) {
      case "accept" -> hasNoUnsafeByte(value);
      case "accept-language", "content-language" -> LANGUAGE.matcher(value).matches();
      case "content-type" -> hasNoUnsafeByte(value) && SAFE_TYPES.contains(essence(value));
      case "range" -> isSingleRange(value);
      default -> false;
    };
  }

  private static boolean hasNoUnsafeByte(String value) {
    return !UNSAFE_BYTE.matcher(value).find();
  }

  /**
   * See the <a href="https://mimesniff.spec.whatwg.org/#parse-a-mime-type">MIME type parser</a>.
   */
  private static String essence(String value) {
    int parameters = value.indexOf(';');
    String essence = parameters < 0 ? value : value.substring(0, parameters);
    return essence.strip().toLowerCase(Locale.ROOT);
  }

  /** A range that has a start; and no end before it. */
  private static boolean isSingleRange(String value) {
    var range = SINGLE_RANGE.matcher(value);
    if (!range.matches()) {
      return false;
    }
    return range.group(2).isEmpty()
        || Long.parseLong(range.group(1)) <= Long.parseLong(range.group(2));
  }
}
