package dev.jaxrscors.fetch;

/**
 * The elements of a comma-separated <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1">list</a> in a header, walked without
 * an object for any of them. Empty ones are passed over.
 */
final class ListElements {
  private ListElements() {}

  /** Decides about one element: a part of the list. */
  @FunctionalInterface
  interface Check {
    boolean holds(String list, int start, int end);
  }

  /** Returns where the first element starts for which the check does not hold, or the length. */
  static int firstFailing(String list, Check check) {
    int start = start(list, 0);
    while (start < list.length()) {
      int end = end(list, start);
      if (!check.holds(list, start, end)) {
        return start;
      }
      start = start(list, end);
    }
    return start;
  }

  static boolean allHold(String list, Check check) {
    return firstFailing(list, check) == list.length();
  }

  /** Returns where the first element from {@code from} on starts; the length if there is none. */
  static int start(String list, int from) {
    int start = from;
    while (start < list.length()
        && (list.charAt(start) == ',' || isOptionalWhitespace(list.charAt(start)))) {
      start++;
    }
    return start;
  }

  /** Returns where the element that starts at {@code start} ends. */
  static int end(String list, int start) {
    int comma = list.indexOf(',', start);
    int end = comma < 0 ? list.length() : comma;
    while (isOptionalWhitespace(list.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** OWS of <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.3">RFC 9110</a>. */
  private static boolean isOptionalWhitespace(char c) {
    return c == ' ' || c == '\t';
  }
}
