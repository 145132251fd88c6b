package dev.jaxrscors.fetch;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of an {@link OriginSet} that have their asterisks in the same places, or none: a
 * hash table of texts, as bare as it can be. Of a million, objects around them would be the larger
 * part.
 *
 * <p>An origin is looked up under each pattern that could match it: where the host is spelled out,
 * under its own; below a domain, at each dot under the part behind it. The host is read once, from
 * right to left, because then the hash of each such part is at hand when its dot is reached, and no
 * further than the longest pattern goes, whatever number of labels an attacker sends.
 *
 * <p>A text spelled like a pattern is well-formed, so that only the parts behind the asterisks are
 * checked, and only when a pattern is found.
 */
final class OriginTable {
  private final boolean isExact;
  private final boolean hasAnySubdomain;
  private final boolean hasAnyPort;
  private final @Nullable String[] slots;
  private int size;
  private int fewestLabels = Integer.MAX_VALUE;
  private int mostLabels;

  /**
   * Makes a table with a power of two of slots, three quarters of them empty: a search that fails
   * seldom reads a second slot, far off in memory.
   *
   * @param asterisks those of each pattern: {@link OriginPattern#asterisks}
   */
  OriginTable(String asterisks, Collection<OriginPattern> patterns) {
    isExact = asterisks.isEmpty();
    hasAnySubdomain = asterisks.startsWith(OriginPattern.ANY_SUBDOMAIN);
    hasAnyPort = asterisks.endsWith(OriginPattern.ANY_PORT);
    slots = new String[Integer.highestOneBit(Math.max(1, patterns.size())) << 3];
    patterns.forEach(pattern -> add(pattern.toString(), pattern.hostStart(), pattern.hostEnd()));
  }

  private void add(String text, int hostStart, int hostEnd) {
    int slot = slot(hasAnySubdomain ? domainHash(text, hostStart, hostEnd) : hash(text, hostEnd));
    while (slots[slot] != null && !text.equals(slots[slot])) {
      slot = next(slot);
    }
    size += slots[slot] == null ? 1 : 0;
    slots[slot] = text;
  }

  private long domainHash(String pattern, int hostStart, int hostEnd) {
    long hash = hashAround(pattern, hostStart, hostEnd);
    int labels = 0;
    int dot = hostEnd;
    while (dot > hostStart + 1) {
      int labelEnd = dot;
      dot = pattern.lastIndexOf('.', labelEnd - 1);
      hash = TextHash.after(hash, pattern, dot, labelEnd);
      labels++;
    }
    fewestLabels = Math.min(fewestLabels, labels);
    mostLabels = Math.max(mostLabels, labels);
    return hash;
  }

  /** Looks a text up that stands for itself; returns as {@link #search}. */
  int searchExact(String origin) {
    return size == 0
        ? -1
        : find(TextHash.after(0, origin, 0, origin.length()), origin, 0, 0, origin.length(), 0);
  }

  /**
   * Looks an origin up, or any other text, which no pattern matches. Returns how many slots were
   * read, as a negative number, or 0, if no pattern matches.
   *
   * @param hostStart where the host starts, if it is an origin
   * @param hostEnd where the host ends
   */
  int search(String origin, int hostStart, int hostEnd) {
    if (!hasAnySubdomain) {
      return find(hash(origin, hostEnd), origin, hostStart, hostStart, hostEnd, 0);
    }
    long hash = hashAround(origin, hostStart, hostEnd);
    int looks = 0;
    int labelEnd = hostEnd;
    for (int labels = 1; labels <= mostLabels && looks <= 0; labels++) {
      int dot = origin.lastIndexOf('.', labelEnd - 1);
      if (dot < hostStart) {
        break;
      }
      hash = TextHash.after(hash, origin, dot, labelEnd);
      looks =
          labels < fewestLabels ? looks : find(hash, origin, hostStart, dot + 1, hostEnd, looks);
      labelEnd = dot;
    }
    return looks;
  }

  /** Goes on with a search that has read {@code -before} slots in vain. */
  private int find(long hash, String origin, int hostStart, int from, int hostEnd, int before) {
    int looks = 1 - before;
    int slot = slot(hash);
    for (String text = slots[slot]; text != null; text = slots[slot]) {
      if (isExact ? text.equals(origin) : matches(text, origin, hostStart, from, hostEnd)) {
        return looks;
      }
      slot = next(slot);
      looks++;
    }
    return -looks;
  }

  private boolean matches(String pattern, String origin, int hostStart, int from, int hostEnd) {
    int domainStart = hostStart + (hasAnySubdomain ? OriginPattern.ANY_SUBDOMAIN.length() : 0);
    int end = hasAnyPort ? hostEnd : origin.length();
    int suffix = hasAnyPort ? OriginPattern.ANY_PORT.length() : 0;
    return pattern.length() == domainStart + end - from + suffix
        && isSame(pattern, 0, origin, 0, hostStart)
        && isSame(pattern, domainStart, origin, from, end)
        && (!hasAnySubdomain || isBelowDomain(origin, hostStart, from, hostEnd))
        && (!hasAnyPort || hasPortOrNone(origin, hostEnd));
  }

  /** It is tempting to use {@link String#regionMatches}, which takes thrice as long in Java 17. */
  static boolean isSame(String pattern, int start, String origin, int from, int to) {
    for (int i = from; i < to; i++) {
      if (origin.charAt(i) != pattern.charAt(start + i - from)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBelowDomain(String origin, int hostStart, int from, int hostEnd) {
    return hostEnd - hostStart <= Host.MAX_LENGTH && Host.areLabels(origin, hostStart, from - 1);
  }

  private static boolean hasPortOrNone(String origin, int hostEnd) {
    int defaultPort = Scheme.defaultPort(origin, origin.indexOf(':'));
    return Port.after(origin, hostEnd, defaultPort) != Port.MALFORMED;
  }

  private int slot(long hash) {
    return TextHash.spread(hash) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /** Returns the hash of all that is spelled out. */
  private long hash(String text, int hostEnd) {
    return TextHash.after(0, text, 0, hasAnyPort ? hostEnd : text.length());
  }

  /** Returns the hash of the scheme and the port. */
  private long hashAround(String text, int hostStart, int hostEnd) {
    long scheme = TextHash.after(0, text, 0, hostStart);
    return hasAnyPort ? scheme : TextHash.after(scheme, text, hostEnd, text.length());
  }

  boolean hasAnySubdomain() {
    return hasAnySubdomain;
  }

  int size() {
    return size;
  }

  Stream<String> texts() {
    return Arrays.stream(slots).filter(Objects::nonNull);
  }
}
