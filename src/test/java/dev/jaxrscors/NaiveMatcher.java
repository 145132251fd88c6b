package dev.jaxrscors;

import java.util.List;

/**
 * What the Javadoc of {@link dev.jaxrscors.fetch.OriginPattern} says, by cutting strings: slow, and
 * written apart from the code that it is compared with. It knows well-formed patterns and origins
 * alone.
 */
public final class NaiveMatcher {

  private record Parts(String scheme, String host, String port) {

    static Parts of(String text) {
      int host = text.indexOf("://") + 3;
      int colon = text.lastIndexOf(':');
      boolean hasPort = colon >= host && text.indexOf(']', colon) < 0;
      return new Parts(
          text.substring(0, host),
          hasPort ? text.substring(host, colon) : text.substring(host),
          hasPort ? text.substring(colon + 1) : "");
    }
  }

  private NaiveMatcher() {}

  /** Reports whether an origin is one of those that patterns allow. */
  public static boolean matchesAny(List<String> patterns, String origin) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, origin));
  }

  private static boolean matches(String pattern, String origin) {
    if (pattern.equals("*") || pattern.equals(origin)) {
      return true;
    }
    if (!pattern.contains("://") || !origin.contains("://")) {
      return false;
    }
    Parts allowed = Parts.of(pattern);
    Parts sent = Parts.of(origin);
    return allowed.scheme().equals(sent.scheme())
        && (allowed.port().equals("*") || allowed.port().equals(sent.port()))
        && isHostOf(allowed.host(), sent.host());
  }

  private static boolean isHostOf(String allowed, String sent) {
    return allowed.startsWith("*.")
        ? sent.endsWith(allowed.substring(1)) && sent.length() >= allowed.length()
        : allowed.equals(sent);
  }
}
