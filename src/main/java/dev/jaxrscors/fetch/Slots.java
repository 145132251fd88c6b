package dev.jaxrscors.fetch;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of texts, as bare as it can be: of a million entries, objects around them would be
 * the larger part. Whoever has a text in it knows its hash, and what is equal to it.
 */
final class Slots {
  /**
   * Chosen anew in each process, so that nobody who may add texts can prepare ones that share a
   * slot.
   */
  private static final long FACTOR = ThreadLocalRandom.current().nextLong() | 1;

  private final @Nullable String[] texts;
  private int size;

  /**
   * Makes a table with a power of two of slots, three quarters of them empty: a text that is not
   * there costs a look at another, far off in memory, only seldom.
   */
  Slots(int mostTexts) {
    texts = new String[Integer.highestOneBit(Math.max(1, mostTexts)) << 3];
  }

  /** Returns the hash of a part of a text that comes after what {@code more} is the hash of. */
  static long step(long hash, long more) {
    long product = (hash ^ more) * FACTOR;
    // The upper half, which depends on all before it, goes into the next: without it some texts
    // would share their hash whatever the factor is.
    return product ^ (product >>> 32);
  }

  static long hash(String text, int from, int to) {
    long hash = 0;
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

  /** Returns the slot where to look first, by the last steps of MurmurHash3. */
  int first(long hash) {
    long spread = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    spread = (spread ^ (spread >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (int) (spread ^ (spread >>> 33)) & (texts.length - 1);
  }

  /** Returns the slot where to look after one that holds another text. */
  int next(int slot) {
    return (slot + 1) & (texts.length - 1);
  }

  /** Returns the text in a slot, or null if the slot is empty. */
  @Nullable String at(int slot) {
    return texts[slot];
  }

  /** Reports whether a slot is empty, or holds that very text. */
  boolean endsSearch(int slot, String text) {
    String there = texts[slot];
    return there == null || there.equals(text);
  }

  /** Puts a text where looking for it has ended. */
  void put(int slot, String text) {
    size += texts[slot] == null ? 1 : 0;
    texts[slot] = text;
  }

  int size() {
    return size;
  }

  Stream<String> texts() {
    return Arrays.stream(texts).filter(Objects::nonNull);
  }
}
