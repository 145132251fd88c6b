package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of time in configuration: {@code 500ms}, {@code 30s}, {@code 5m}, {@code PT30S}. */
public final class Period {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern COUNTED = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private Period() {}

  /**
   * Returns the period under a key, if it is set.
   *
   * @throws InvalidPolicyException if it is no period, zero, or longer than a day
   */
  public static Optional<Duration> find(Settings settings, String key) {
    return settings.find(key).map(Period::read);
  }

  private static Duration read(ConfiguredValue setting) {
    Duration period = parse(setting);
    if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
      throw invalid(setting, "it is not between 1ms and 24h");
    }
    return period;
  }

  private static Duration parse(ConfiguredValue setting) {
    String text = setting.text().strip();
    Matcher counted = COUNTED.matcher(text);
    if (counted.matches()) {
      return Duration.of(Long.parseLong(counted.group(1)), unit(counted.group(2)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(setting, "it is no period of time");
    }
  }

  private static ChronoUnit unit(String name) {
    return switch (name) {
      case "ms" -> ChronoUnit.MILLIS;
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      default -> ChronoUnit.HOURS;
    };
  }

  private static InvalidPolicyException invalid(ConfiguredValue setting, String reason) {
    return setting.invalid(reason, "write a number and its unit, such as 30s or 5m");
  }
}
