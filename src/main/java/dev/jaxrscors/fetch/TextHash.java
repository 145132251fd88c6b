package dev.jaxrscors.fetch;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The hash of a text that is read part by part. It is another in each process, so that nobody who
 * may add texts to a table can prepare ones that share a slot.
 */
final class TextHash {
  private static final long FACTOR = ThreadLocalRandom.current().nextLong() | 1;

  private TextHash() {}

  /** Returns the hash of a part of a text that comes after what {@code before} is the hash of. */
  static long after(long before, String text, int from, int to) {
    long hash = before;
    int i = from;
    // Four characters at a time, because a multiplication takes longer than reading them.
    for (; i + 4 <= to; i += 4) {
      hash = step(hash, fourCharacters(text, i));
    }
    for (; i < to; i++) {
      hash = step(hash, text.charAt(i));
    }
    return hash;
  }

  private static long fourCharacters(String text, int from) {
    return text.charAt(from)
        | (long) text.charAt(from + 1) << 16
        | (long) text.charAt(from + 2) << 32
        | (long) text.charAt(from + 3) << 48;
  }

  private static long step(long hash, long more) {
    long product = (hash ^ more) * FACTOR;
    // The upper half, which depends on all before it, goes into the next: without it some texts
    // would share their hash whatever the factor is.
    return product ^ (product >>> 32);
  }

  /** Returns bits of which any few are as good as all, by the last steps of MurmurHash3. */
  static int spread(long hash) {
    long spread = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    spread = (spread ^ (spread >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (int) (spread ^ (spread >>> 33));
  }
}
