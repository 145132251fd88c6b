package dev.jaxrscors.fetch;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels of a host in <a href="https://www.rfc-editor.org/rfc/rfc3492">Punycode</a>, which start
 * with {@code xn--}. A browser goes to no host with one that stands for no name: a pattern with it
 * would match nothing.
 *
 * <p>{@link java.net.IDN} does not serve, because it knows the rules of 2003: it rejects {@code
 * xn--strae-oqa}, which browsers send. Received origins are not checked: no browser sends such a
 * label, and nobody can list it.
 */
final class Punycode {
  private static final String PREFIX = "xn--";
  private static final int FIRST_BEYOND_ASCII = 128;

  /** Of Cherokee the upper case is the usual one, also in names. */
  private static final Pattern IN_NO_NAME =
      Pattern.compile("^\\p{M}|[\\p{Cc}\\p{Co}\\p{Z}\\p{Lt}]|[\\p{Lu}&&[^\\p{IsCherokee}]]");

  private Punycode() {}

  /** Reports whether each label that starts with {@code xn--} stands for a name. */
  static boolean areNames(String text, int from, int to) {
    int start = text.indexOf(PREFIX, from);
    while (start >= 0 && start < to) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 || dot > to ? to : dot;
      boolean isStartOfLabel = start == from || text.charAt(start - 1) == '.';
      if (isStartOfLabel && !isName(text.substring(start + PREFIX.length(), end))) {
        return false;
      }
      start = text.indexOf(PREFIX, end);
    }
    return true;
  }

  /**
   * By those <a href="https://www.unicode.org/reports/tr46/#Validity_Criteria">validity
   * criteria</a> that need no table: a label that they let pass may still be no name.
   */
  private static boolean isName(String encoded) {
    String label = decode(encoded);
    return label != null
        && label.codePoints().anyMatch(c -> c >= FIRST_BEYOND_ASCII)
        && label.codePoints().noneMatch(Punycode::isNoCharacter)
        && !IN_NO_NAME.matcher(label).find()
        && Normalizer.isNormalized(label, Normalizer.Form.NFKC);
  }

  /** The last two of each plane are characters in no Unicode to come either. */
  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE;
  }

  /**
   * Returns what the rest of a label stands for, or null if it is no Punycode. Where one is, no
   * other rest stands for the same, so that encoding it again would give this one.
   */
  static @Nullable String decode(String encoded) {
    Decoder decoder = new Decoder(encoded);
    while (decoder.hasNext()) {
      if (!decoder.insertNext()) {
        return null;
      }
    }
    return decoder.decoded.toString();
  }

  /** The decoding procedure of section 6.2, with the names and the numbers of the RFC. */
  private static final class Decoder {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;

    private final String encoded;
    private final StringBuilder decoded;
    private int count;
    private int in;
    private int bias = 72;
    private long n = FIRST_BEYOND_ASCII;
    private long i;

    Decoder(String encoded) {
      int delimiter = encoded.lastIndexOf('-');
      this.encoded = encoded;
      this.decoded = new StringBuilder(encoded.substring(0, Math.max(0, delimiter)));
      this.count = decoded.length();
      this.in = delimiter > 0 ? delimiter + 1 : 0;
    }

    boolean hasNext() {
      return in < encoded.length();
    }

    /** Reads where the next code point goes, and which it is; false if there is none. */
    boolean insertNext() {
      long delta = nextDelta();
      if (delta < 0) {
        return false;
      }
      count++;
      bias = adaptedBias(i == 0 ? delta / DAMP : delta / 2);
      i += delta;
      n += i / count;
      i %= count;
      if (n > Character.MAX_CODE_POINT
          || (n >= Character.MIN_SURROGATE && n <= Character.MAX_SURROGATE)) {
        return false;
      }
      decoded.insert(decoded.offsetByCodePoints(0, (int) i), Character.toString((int) n));
      i++;
      return true;
    }

    /** Returns a generalized variable-length integer, or -1 if there is none or it is too large. */
    private long nextDelta() {
      long delta = 0;
      long weight = 1;
      for (int k = BASE; hasNext() && weight <= Integer.MAX_VALUE; k += BASE) {
        int digit = digit(encoded.charAt(in++));
        int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
        delta += digit * weight;
        if (digit < threshold) {
          return digit < 0 ? -1 : delta;
        }
        weight *= BASE - threshold;
      }
      return -1;
    }

    private static int digit(char c) {
      if (c >= 'a' && c <= 'z') {
        return c - 'a';
      }
      return Digits.isDigit(c) ? c - '0' + 26 : -1;
    }

    /** Section 6.1. */
    private int adaptedBias(long damped) {
      long delta = damped + damped / count;
      int k = 0;
      while (delta > ((BASE - T_MIN) * T_MAX) / 2) {
        delta /= BASE - T_MIN;
        k += BASE;
      }
      return (int) (k + (BASE - T_MIN + 1) * delta / (delta + SKEW));
    }
  }
}
