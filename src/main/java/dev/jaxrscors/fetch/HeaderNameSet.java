package dev.jaxrscors.fetch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of header names that answers for a part of a text, without case and without allocation.
 *
 * <p>It holds the request headers that a policy allows, where each name of an {@code
 * Access-Control-Request-Headers} header is looked up. It compares as the standard does, <a
 * href="https://fetch.spec.whatwg.org/#header-name">byte-case-insensitively</a>: letters beyond
 * ASCII equal none of it.
 *
 * <pre>{@code
 * HeaderNameSet allowed = HeaderNameSet.of(List.of(HeaderName.of("X-Api-Key")));
 * allowed.contains("accept,x-api-key", 7, 16);  // true
 * }</pre>
 *
 * <p>It is immutable.
 */
public final class HeaderNameSet {
  private final List<HeaderName> names;
  private final String joined;
  private final @Nullable String[] slots;
  private final int longest;
  // Fields, because one made for each list would be all that a look-up allocates.
  private final ListElements.Check contained = this::contains;
  private final ListElements.Check other =
      (list, start, end) -> Token.isToken(list, start, end) && !contains(list, start, end);

  private HeaderNameSet(List<HeaderName> names) {
    this.names = names;
    this.joined = names.stream().map(HeaderName::name).collect(Collectors.joining(", "));
    this.longest = names.stream().mapToInt(name -> name.name().length()).max().orElse(0);
    // A power of two that leaves more than half of the slots empty: probes are then few.
    this.slots = new String[Integer.highestOneBit(Math.max(1, names.size())) << 2];
    for (HeaderName name : names) {
      String text = name.lowerCase();
      slots[slot(text, 0, text.length())] = text;
    }
  }

  /**
   * {@return the set of some names; of those equal but for case, the first counts}
   *
   * @param names the names
   */
  public static HeaderNameSet of(Collection<HeaderName> names) {
    return new HeaderNameSet(List.copyOf(new LinkedHashSet<>(names)));
  }

  /**
   * {@return whether a part of a text is one of the names, in whatever case}
   *
   * @param text the text
   * @param from where the part starts
   * @param to where it ends, exclusive
   */
  public boolean contains(String text, int from, int to) {
    // A longer one is not read: an attacker chooses its length.
    return to - from <= longest && slots[slot(text, from, to)] != null;
  }

  /** Returns the check that an element of a list is one of the names. */
  ListElements.Check contained() {
    return contained;
  }

  /** Returns the check that an element of a list is a name, and none of these. */
  ListElements.Check other() {
    return other;
  }

  /**
   * {@return whether a name is one of the names}
   *
   * @param name the name
   */
  public boolean contains(HeaderName name) {
    return contains(name.lowerCase(), 0, name.lowerCase().length());
  }

  /** {@return whether there is no name in this set} */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** {@return the names, in the order and the case of their first mention} */
  public Collection<HeaderName> names() {
    return names;
  }

  /**
   * {@return the names as the value of a header, e.g. {@code Access-Control-Allow-Headers}: joined
   * by a comma and a space}
   */
  public String joined() {
    return joined;
  }

  /** Returns the slot in which a name stands, or the empty one where it would. */
  private int slot(String text, int from, int to) {
    int slot = hash(text, from, to) & (slots.length - 1);
    for (String name = slots[slot]; name != null; name = slots[slot]) {
      if (isSame(name, text, from, to)) {
        return slot;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + Token.lowerCase(text.charAt(i));
    }
    return hash ^ (hash >>> 16);
  }

  // Not regionMatches(ignoreCase): that takes the Kelvin sign for a k.
  private static boolean isSame(String lowerCase, String text, int from, int to) {
    boolean same = lowerCase.length() == to - from;
    for (int i = from; i < to && same; i++) {
      same = lowerCase.charAt(i - from) == Token.lowerCase(text.charAt(i));
    }
    return same;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeaderNameSet that && Set.copyOf(names).equals(Set.copyOf(that.names));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(names).hashCode();
  }

  @Override
  public String toString() {
    return joined;
  }
}
