package dev.jaxrscors;

import dev.jaxrscors.config.Settings;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Shown;
import dev.jaxrscors.protocol.Denial;
import java.util.Locale;

/** The line, in an annotation or in configuration, that would allow what was refused. */
final class Remedy {

  private Remedy() {}

  /** Returns the member that a refusal comes from. */
  static Member member(Denial.Reason reason) {
    return switch (reason) {
      case METHOD_NOT_ALLOWED, METHOD_NOT_MATCHED -> Member.METHODS;
      case HEADER_NOT_ALLOWED, HEADERS_TOO_LONG, HEADERS_MALFORMED -> Member.ALLOWED_HEADERS;
      default -> Member.ORIGINS;
    };
  }

  /**
   * Returns the line, or nothing where the request itself is at fault.
   *
   * @param denial why it was refused
   * @param origin the origin that asked
   * @param method the method it asked for
   * @param place where the member is written: a level, or a key of configuration and its source
   */
  static String of(Denial denial, String origin, String method, String place) {
    boolean configured = place.startsWith(Settings.PREFIX);
    return switch (denial.reason()) {
      case ORIGIN_NOT_ALLOWED ->
          configured ? set(place, origin) : annotate("origins", "...", origin);
      case METHOD_NOT_ALLOWED ->
          configured ? set(place, method) : annotate("methods", "...", method);
      case HEADER_NOT_ALLOWED -> {
        String name = denial.subject().toLowerCase(Locale.ROOT);
        yield configured
            ? set(place, name)
            : annotate("allowedHeaders", "CorsPolicy.DERIVED", name);
      }
      default -> "";
    };
  }

  private static String annotate(String member, String others, String value) {
    return "@CorsPolicy(" + member + " = {" + others + ", " + Shown.quoted(value) + "})";
  }

  /** An annotation would take from operations what they set: the key is what to change. */
  private static String set(String place, String value) {
    return place.split(" ", 2)[0] + "=...," + Shown.unquoted(value);
  }
}
