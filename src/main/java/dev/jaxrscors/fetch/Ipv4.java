package dev.jaxrscors.fetch;

import org.jspecify.annotations.Nullable;

/**
 * An <a href="https://url.spec.whatwg.org/#concept-ipv4">IPv4 address</a>. Browsers understand many
 * spellings of one ({@code 0x7f.1}) and send a single one: four decimal parts.
 */
final class Ipv4 {
  private static final int PARTS = 4;

  private Ipv4() {}

  /** Reports whether the address is spelled as browsers send it. */
  static boolean isCanonical(String text, int from, int to) {
    int start = from;
    for (int part = 1; part < PARTS; part++) {
      int dot = text.indexOf('.', start);
      if (dot < 0 || dot >= to || Digits.number(text, start, dot, 255) < 0) {
        return false;
      }
      start = dot + 1;
    }
    return Digits.number(text, start, to, 255) >= 0;
  }

  /**
   * Returns the address as browsers send it, whichever way it is spelled, or null if it is none:
   * the standard's <a href="https://url.spec.whatwg.org/#concept-ipv4-parser">IPv4 parser</a>, for
   * the remedy of a message.
   */
  static @Nullable String canonical(String text) {
    String[] parts = text.split("\\.", PARTS + 1);
    if (parts.length > PARTS) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      int bytes = last ? PARTS - i : 1;
      long value = value(parts[i]);
      if (value < 0 || value >= 1L << (8 * bytes)) {
        return null;
      }
      address = (address << (8 * bytes)) | value;
    }
    return "%d.%d.%d.%d"
        .formatted(address >> 24, (address >> 16) & 255, (address >> 8) & 255, address & 255);
  }

  /** Returns the value of a decimal, octal ({@code 010}) or hexadecimal part, or -1. */
  private static long value(String part) {
    if (part.startsWith("0x")) {
      return part.length() == 2 ? 0 : value(part.substring(2), 16);
    }
    boolean octal = part.length() > 1 && part.startsWith("0");
    return value(part, octal ? 8 : 10);
  }

  private static long value(String digits, int radix) {
    long value = digits.isEmpty() ? -1 : 0;
    for (int i = 0; i < digits.length() && value >= 0; i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      value = digit < 0 || value > 0xFFFF_FFFFL ? -1 : value * radix + digit;
    }
    return value;
  }
}
