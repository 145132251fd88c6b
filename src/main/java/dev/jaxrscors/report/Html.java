package dev.jaxrscors.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Builds a page: whatever is given to it as text or as an attribute is no mark-up. */
final class Html {

  private static final Set<String> VOID = Set.of("br", "col", "input", "meta");
  private static final Set<String> INLINE =
      Set.of("a", "abbr", "b", "br", "code", "em", "i", "option", "span", "strong", "td", "th");

  private final StringBuilder out = new StringBuilder("<!doctype html>");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Starts an element.
   *
   * @param attributes names and values in turn; one whose value is empty is left out, but for those
   *     that are named as they are valued
   */
  Html start(String name, String... attributes) {
    if (!INLINE.contains(name)) {
      out.append('\n');
    }
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
    out.append('>');
    if (!VOID.contains(name)) {
      open.push(name);
    }
    return this;
  }

  private void attribute(String name, String value) {
    if (name.equals(value)) {
      out.append(' ').append(name);
    } else if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }
  }

  Html end() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Html element(String name, String text, String... attributes) {
    return start(name, attributes).text(text).end();
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Adds what is no text of others: a file of ours, or JSON, which holds no angle bracket. */
  Html trusted(String text) {
    out.append(text);
    return this;
  }

  String page() {
    while (!open.isEmpty()) {
      end();
    }
    return out.append('\n').toString();
  }

  /** What turns text around, or cannot be seen, is spelled out: it would show what is not there. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars().forEach(c -> escaped.append(escaped((char) c)));
    return escaped.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> isHidden(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }

  private static boolean isHidden(char c) {
    boolean isFormat = Character.getType(c) == Character.FORMAT;
    boolean isSeparator = c == 0x2028 || c == 0x2029;
    return (Character.isISOControl(c) && c != '\n') || isFormat || isSeparator;
  }
}
