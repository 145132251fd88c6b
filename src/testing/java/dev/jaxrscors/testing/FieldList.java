package dev.jaxrscors.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * What is <a href="https://fetch.spec.whatwg.org/#extract-header-list-values">extracted</a> from
 * the fields of one name in a response: a list of tokens, such as methods or header names.
 *
 * @param header the name of the fields
 * @param elements the tokens
 * @param malformed the elements that are none
 */
record FieldList(String header, List<String> elements, List<String> malformed) {

  static FieldList of(Headers response, String header) {
    List<String> elements = new ArrayList<>();
    for (String value : response.values(header)) {
      for (String element : value.split(",", -1)) {
        elements.add(stripped(element));
      }
    }
    // A list may have empty elements: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1.2
    elements.removeIf(String::isEmpty);
    List<String> malformed = elements.stream().filter(e -> !RequestMethod.isToken(e)).toList();
    return new FieldList(header, List.copyOf(elements), malformed);
  }

  /** Java's own strip takes more than the spaces and tabs of HTTP. */
  static String stripped(String element) {
    return element.replaceAll("^[ \\t]+|[ \\t]+$", "");
  }

  boolean isMalformed() {
    return !malformed.isEmpty();
  }

  boolean hasMethod(String method) {
    return elements.contains(method);
  }

  boolean hasHeader(String name) {
    return elements.stream().anyMatch(name::equalsIgnoreCase);
  }

  boolean hasAsterisk() {
    return elements.contains("*");
  }

  @Override
  public String toString() {
    return header;
  }
}
