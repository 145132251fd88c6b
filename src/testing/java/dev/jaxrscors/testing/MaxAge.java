package dev.jaxrscors.testing;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** How long an answer to a preflight may be kept, as the answer itself says. */
final class MaxAge {
  private static final Duration UNSAID = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofDays(365_000);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,18}");
  private static final int DIGITS_OF_LONGEST = 12;

  private MaxAge() {}

  static Duration of(Headers response, Conformance conformance) {
    List<String> values = response.values("Access-Control-Max-Age");
    if (values.size() == 1
        && conformance.isNegativeAgeZero()
        && NEGATIVE.matcher(values.get(0)).matches()) {
      return Duration.ZERO;
    }
    boolean valid = values.size() == 1 && DIGITS.matcher(values.get(0)).matches();
    return valid ? seconds(values.get(0).replaceFirst("^0+(?=[0-9])", "")) : UNSAID;
  }

  private static Duration seconds(String digits) {
    return digits.length() > DIGITS_OF_LONGEST
        ? LONGEST
        : Duration.ofSeconds(Long.parseLong(digits));
  }
}
