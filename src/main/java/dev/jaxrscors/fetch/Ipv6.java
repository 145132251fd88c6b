package dev.jaxrscors.fetch;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An <a href="https://url.spec.whatwg.org/#concept-ipv6">IPv6 address</a>, without its brackets.
 * Browsers send one spelling only: the standard's <a
 * href="https://url.spec.whatwg.org/#concept-ipv6-serializer">IPv6 serializer</a> defines it.
 */
final class Ipv6 {
  private static final int PIECES = 8;

  /** The length of eight pieces of four digits with seven colons. */
  private static final int MAX_CANONICAL_LENGTH = 39;

  private Ipv6() {}

  /** Reports whether the address is spelled as browsers send it. */
  static boolean isCanonical(String text, int from, int to) {
    if (to - from > MAX_CANONICAL_LENGTH) {
      return false;
    }
    String address = text.substring(from, to);
    return address.equals(canonical(address));
  }

  /** Returns the address as browsers send it, or null if it is none. */
  static @Nullable String canonical(String address) {
    String hexadecimal = withoutDottedQuad(address);
    int[] pieces = hexadecimal == null ? null : parse(hexadecimal);
    return pieces == null ? null : serialize(pieces);
  }

  /** Returns the address with a dotted quad at its end, if there is one, as two pieces. */
  private static @Nullable String withoutDottedQuad(String address) {
    int start = address.lastIndexOf(':') + 1;
    if (address.indexOf('.') < 0) {
      return address;
    }
    if (!Ipv4.isCanonical(address, start, address.length())) {
      return null;
    }
    String[] quad = address.substring(start).split("\\.", 4);
    return address.substring(0, start) + hex(quad[0], quad[1]) + ":" + hex(quad[2], quad[3]);
  }

  private static String hex(String high, String low) {
    return Integer.toHexString((Integer.parseInt(high) << 8) | Integer.parseInt(low));
  }

  private static int @Nullable [] parse(String address) {
    int gap = address.indexOf("::");
    int[] left = pieces(gap < 0 ? address : address.substring(0, gap));
    int[] right = pieces(gap < 0 ? "" : address.substring(gap + 2));
    if (left == null || right == null) {
      return null;
    }
    int zeros = PIECES - left.length - right.length;
    if (gap < 0 ? zeros != 0 : zeros < 1) {
      return null;
    }
    int[] pieces = Arrays.copyOf(left, PIECES);
    System.arraycopy(right, 0, pieces, PIECES - right.length, right.length);
    return pieces;
  }

  private static int @Nullable [] pieces(String side) {
    if (side.isEmpty()) {
      return new int[0];
    }
    String[] texts = side.split(":", PIECES + 1);
    int[] pieces = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      pieces[i] = piece(texts[i]);
      if (pieces[i] < 0) {
        return null;
      }
    }
    return pieces;
  }

  /** Returns the value of one to four hexadecimal digits, or -1. */
  private static int piece(String digits) {
    boolean isPiece = digits.length() <= 4 && digits.chars().allMatch(HexFormat::isHexDigit);
    return isPiece && !digits.isEmpty() ? HexFormat.fromHexDigits(digits) : -1;
  }

  private static String serialize(int[] pieces) {
    int gap = longestRunOfZeros(pieces);
    StringBuilder text = new StringBuilder(MAX_CANONICAL_LENGTH);
    for (int i = 0; i < PIECES; i++) {
      if (i == gap) {
        text.append(i == 0 ? "::" : ":");
        i += zeros(pieces, i) - 1;
        continue;
      }
      text.append(Integer.toHexString(pieces[i])).append(i == PIECES - 1 ? "" : ":");
    }
    return text.toString();
  }

  /** Returns where the first longest run of two or more zero pieces starts, or -1. */
  private static int longestRunOfZeros(int[] pieces) {
    int longest = -1;
    int length = 1;
    for (int i = 0; i < PIECES; i++) {
      int run = zeros(pieces, i);
      if (run > length) {
        longest = i;
        length = run;
      }
    }
    return longest;
  }

  private static int zeros(int[] pieces, int from) {
    int end = from;
    while (end < PIECES && pieces[end] == 0) {
      end++;
    }
    return end - from;
  }
}
