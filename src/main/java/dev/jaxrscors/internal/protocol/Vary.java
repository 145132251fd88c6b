package dev.jaxrscors.internal.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The request headers that a response depends on, which caches have to compare.
 *
 * @param fieldValue the value of the field where no other layer has set one; may be empty
 * @see <a href="https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches">Fetch, CORS protocol
 *     and HTTP caches</a>
 */
public record Vary(String fieldValue) {

  /** The response is the same for all. */
  public static final Vary NOTHING = new Vary("");

  /** The response depends on the origin, also when it has none or is refused. */
  public static final Vary ORIGIN = new Vary("Origin");

  /** The response answers a preflight. */
  public static final Vary PREFLIGHT =
      new Vary("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");

  /** Nobody knows what the response depends on. */
  static final Vary EVERYTHING = new Vary("*");

  /** The name of the header field. */
  public static final String FIELD_NAME = "Vary";

  /** Returns what varies by some names. */
  static Vary of(Collection<String> names) {
    return new Vary(String.join(", ", names));
  }

  /** {@return whether the response is the same for all} */
  public boolean isNothing() {
    return fieldValue.isEmpty();
  }

  /** {@return what varies by another as well} */
  public Vary and(Vary other) {
    return other.isNothing() ? this : new Vary(other.mergedInto(fieldValue));
  }

  /**
   * {@return the value of the field where another layer has set it: what is there, then the names
   * that it lacks} An asterisk already says everything.
   */
  public String mergedInto(String present) {
    List<String> there = elementsOf(present);
    if (there.isEmpty()) {
      return fieldValue;
    }
    if (there.contains("*") || fieldValue.equals("*")) {
      return "*";
    }
    List<String> merged = new ArrayList<>(there);
    for (String name : elementsOf(fieldValue)) {
      if (there.stream().noneMatch(name::equalsIgnoreCase)) {
        merged.add(name);
      }
    }
    return String.join(", ", merged);
  }

  private static List<String> elementsOf(String fieldValue) {
    List<String> elements = new ArrayList<>();
    int from = 0;
    while (from <= fieldValue.length()) {
      int comma = fieldValue.indexOf(',', from);
      int to = comma < 0 ? fieldValue.length() : comma;
      String element = fieldValue.substring(from, to).trim();
      if (!element.isEmpty()) {
        elements.add(element);
      }
      from = to + 1;
    }
    return elements;
  }
}
