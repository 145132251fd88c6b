package dev.jaxrscors.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A <a href="https://fetch.spec.whatwg.org/#concept-header-list">header list</a>: the fields of a
 * request or a response, in order. Names are compared without case.
 *
 * <p>One meets it in an {@link Exchange}, with all that went over the wire, and in {@link
 * Outcome.Shared#headers()}, with what the page may read:
 *
 * <pre>{@code
 * headers.get("ETag");  // "\"33a64df5\"", or null
 * headers.names();      // [content-type, etag]
 * }</pre>
 *
 * <p>It is immutable.
 */
public final class Headers {
  static final Headers EMPTY = new Headers(List.of());

  /**
   * One field.
   *
   * <p>It is immutable.
   *
   * @param name its name, as it was written
   * @param value its value
   */
  public record Field(String name, String value) {

    boolean isNamed(String other) {
      return name.equalsIgnoreCase(other);
    }

    String lowerCaseName() {
      return name.toLowerCase(Locale.ROOT);
    }

    /**
     * Returns this field as one line.
     *
     * @return the name, a colon and the value
     */
    @Override
    public String toString() {
      return name + ": " + value;
    }
  }

  private final List<Field> fields;

  private Headers(Collection<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  Headers with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Headers(more);
  }

  Headers with(Headers others) {
    List<Field> more = new ArrayList<>(fields);
    more.addAll(others.fields);
    return new Headers(more);
  }

  Headers withDefault(String name, String value) {
    return contains(name) ? this : with(name, value);
  }

  Headers without(Collection<String> names) {
    return filter(field -> names.stream().noneMatch(field::isNamed));
  }

  Headers filter(Predicate<Field> kept) {
    return new Headers(fields.stream().filter(kept).toList());
  }

  /**
   * Returns the value of a header; of several, all of them joined by a comma and a space, as {@code
   * Headers.get} does in a page.
   *
   * @param name the name of the header
   * @return the value, or null if there is none
   */
  public @Nullable String get(String name) {
    return contains(name) ? String.join(", ", values(name)) : null;
  }

  /**
   * Returns the values of a header, one for each field.
   *
   * @param name the name of the header
   * @return the values; none if there is no such field
   */
  public List<String> values(String name) {
    return fields.stream().filter(field -> field.isNamed(name)).map(Field::value).toList();
  }

  /**
   * Reports whether there is a header of a name.
   *
   * @param name the name of the header
   * @return true if there is one or more
   */
  public boolean contains(String name) {
    return fields.stream().anyMatch(field -> field.isNamed(name));
  }

  /**
   * Returns the names of all headers.
   *
   * @return the names, sorted and in lower case
   */
  public SortedSet<String> names() {
    return fields.stream().map(Field::lowerCaseName).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns all fields.
   *
   * @return the fields in their order
   */
  public List<Field> fields() {
    return fields;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Headers that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /**
   * Returns all fields, as a message for a person.
   *
   * @return one line, with the fields between semicolons
   */
  @Override
  public String toString() {
    return fields.stream().map(Field::toString).collect(Collectors.joining("; "));
  }
}
