package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.fetch.Origin;
import java.util.List;

/** The lines of {@code Origin}, of which a browser sends one. */
final class OriginLines {

  private OriginLines() {}

  /**
   * Reports whether there is one line, and no longer than an origin can be. What it holds is not
   * looked at; anything else is refused unread, whatever the policy.
   */
  static boolean areReadable(List<String> lines) {
    return lines.size() == 1 && lines.get(0).length() <= Origin.MAX_LENGTH;
  }
}
