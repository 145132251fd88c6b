package dev.jaxrscors.fetch;

import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A set of origin patterns. Asking it costs the same whatever number it holds, and allocates
 * nothing.
 *
 * <p>One meets it where a policy allows more than a handful of origins, such as one for each
 * customer:
 *
 * <pre>{@code
 * OriginSet allowed =
 *     OriginSet.of(List.of(OriginPattern.parse("https://*.example.org")));
 * allowed.contains(Origin.parse("https://a.b.example.org"));  // true
 * allowed.contains(Origin.OPAQUE);                            // false: it is not listed
 * }</pre>
 *
 * <p>It contains an origin if and only if one of its patterns {@linkplain OriginPattern#matches
 * matches} it, by the serialisation that the <a
 * href="https://fetch.spec.whatwg.org/#cors-check">CORS check</a> compares. The patterns stand in
 * one hash table. An origin is looked up under each pattern that could match it: itself, itself
 * with any port, and at each dot of its host the part behind it as {@code *.} domain, with its own
 * port and with any. The host is read once, from right to left, because then the hash of each such
 * part is at hand when its dot is reached.
 */
public final class OriginSet {
  /**
   * Chosen anew in each process, so that nobody who may add origins can prepare ones that share a
   * slot.
   */
  private static final long FACTOR = ThreadLocalRandom.current().nextLong() | 1;

  // Texts, not patterns: of a million small objects the patterns would be the larger part.
  private final @Nullable String[] slots;
  private final int size;
  private final boolean opaque;

  private OriginSet(Collection<OriginPattern> patterns) {
    slots = new String[capacity(patterns.size())];
    int added = 0;
    boolean holdsOpaque = false;
    for (OriginPattern pattern : patterns) {
      holdsOpaque |= pattern.isOpaque();
      added += pattern.isOpaque() ? 0 : add(pattern);
    }
    size = added;
    opaque = holdsOpaque;
  }

  /**
   * Returns the set of some patterns.
   *
   * @param patterns the patterns; repeated ones count once
   * @return the set
   * @throws IllegalArgumentException if one is {@code *}: every origin is more than a set of them
   */
  public static OriginSet of(Collection<OriginPattern> patterns) {
    if (patterns.stream().anyMatch(OriginPattern::isAny)) {
      throw new IllegalArgumentException("\"*\" is every origin, and no element of a set.");
    }
    return new OriginSet(patterns);
  }

  /** Returns a power of two that leaves more than half of the slots empty: probes are then few. */
  private static int capacity(int patterns) {
    return Integer.highestOneBit(Math.max(1, patterns)) << 2;
  }

  /**
   * Reports whether one of the patterns matches an origin.
   *
   * @param origin the origin of a request
   * @return true if one does
   */
  public boolean contains(Origin origin) {
    return origin.isOpaque() ? opaque : search(origin) > 0;
  }

  /**
   * Reports whether there is no pattern in this set.
   *
   * @return true if it contains no origin
   */
  public boolean isEmpty() {
    return size == 0 && !opaque;
  }

  /** Returns how many slots are looked at to learn whether this set contains an origin. */
  int probes(Origin origin) {
    return origin.isOpaque() ? 0 : Math.abs(search(origin));
  }

  /** Returns how many slots were looked at, as a negative number if no pattern matches. */
  private int search(Origin origin) {
    String text = origin.serialized();
    int hostStart = origin.hostStart();
    long hash = schemeHash(text, hostStart);
    int probes = 0;
    for (int i = origin.hostEnd() - 1; i >= hostStart && probes <= 0; i--) {
      char c = text.charAt(i);
      if (c == '.') {
        probes = find(origin, i + 1, hash, OriginShape.ANY_SUBDOMAIN, probes);
        probes = find(origin, i + 1, hash, OriginShape.ANY_SUBDOMAIN_AND_PORT, probes);
      }
      hash = step(hash, c);
    }
    probes = find(origin, hostStart, hash, OriginShape.EXACT, probes);
    return find(origin, hostStart, hash, OriginShape.ANY_PORT, probes);
  }

  /** Goes on with a search, unless it has found its pattern in the {@code probes} so far. */
  private int find(Origin origin, int from, long hash, OriginShape shape, int probes) {
    if (probes > 0) {
      return probes;
    }
    int looks = 1 - probes;
    int slot = slot(hash + tailHash(origin.serialized(), origin.hostEnd(), shape));
    for (String text = slots[slot]; text != null; text = slots[slot]) {
      if (shape.isSpelled(text, origin, from)) {
        return looks;
      }
      slot = next(slot);
      looks++;
    }
    return -looks;
  }

  /** Puts a pattern in its slot, and returns 1, or 0 if it was there. */
  private int add(OriginPattern pattern) {
    int slot = slotOf(pattern);
    int added = slots[slot] == null ? 1 : 0;
    slots[slot] = pattern.toString();
    return added;
  }

  private boolean contains(String pattern) {
    return slots[slotOf(OriginPattern.parse(pattern))] != null;
  }

  /** Returns the slot in which a pattern stands, or the empty one where it would. */
  private int slotOf(OriginPattern pattern) {
    String text = pattern.toString();
    long hash = schemeHash(text, pattern.hostStart());
    for (int i = pattern.hostEnd() - 1; i >= pattern.domainStart(); i--) {
      hash = step(hash, text.charAt(i));
    }
    int slot = slot(hash + tailHash(text, pattern.hostEnd(), OriginShape.of(pattern)));
    while (slots[slot] != null && !text.equals(slots[slot])) {
      slot = next(slot);
    }
    return slot;
  }

  private static long schemeHash(String text, int hostStart) {
    return hash(text, 0, hostStart);
  }

  private static long tailHash(String text, int hostEnd, OriginShape shape) {
    long port = shape.hasAnyPort() ? 0 : hash(text, hostEnd, text.length());
    return step(shape.salt(), port);
  }

  private static long hash(String text, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = step(hash, text.charAt(i));
    }
    return hash;
  }

  private static long step(long hash, long more) {
    return (hash + more) * FACTOR;
  }

  /** Spreads the hash over the slots, by the last steps of MurmurHash3. */
  private int slot(long hash) {
    long spread = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    spread = (spread ^ (spread >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (int) (spread ^ (spread >>> 33)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OriginSet that
        && size == that.size
        && opaque == that.opaque
        && that.containsAll(slots);
  }

  private boolean containsAll(@Nullable String[] patterns) {
    for (String pattern : patterns) {
      if (pattern != null && !contains(pattern)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = Boolean.hashCode(opaque);
    for (String pattern : slots) {
      hash += pattern == null ? 0 : pattern.hashCode();
    }
    return hash;
  }

  /**
   * Returns how many patterns there are: the patterns themselves may be a million.
   *
   * @return a short text for a log
   */
  @Override
  public String toString() {
    return "OriginSet of " + (opaque ? size + 1 : size);
  }
}
