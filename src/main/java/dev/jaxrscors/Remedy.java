package dev.jaxrscors;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Shown;
import dev.jaxrscors.protocol.Denial;
import java.util.Locale;

/** The annotation line that would allow what was refused, where there is one. */
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
   */
  static String of(Denial denial, String origin, String method) {
    return switch (denial.reason()) {
      case ORIGIN_NOT_ALLOWED -> "@CorsPolicy(origins = {..., " + Shown.quoted(origin) + "})";
      case METHOD_NOT_ALLOWED -> "@CorsPolicy(methods = {..., " + Shown.quoted(method) + "})";
      case HEADER_NOT_ALLOWED ->
          "@CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, "
              + Shown.quoted(denial.subject().toLowerCase(Locale.ROOT))
              + "})";
      default -> "";
    };
  }
}
