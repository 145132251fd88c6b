package dev.jaxrscors.internal.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a header field that this library has put into the map of a {@code Response}. Found
 * on the way out of another request, they show that the {@code Response} is shared.
 */
@SuppressWarnings("serial") // No response is serialised by a runtime.
class OwnValues extends ArrayList<Object> {

  private OwnValues() {
    // One value needs no longer list.
    super(1);
  }

  /** Returns one value, in the place of those before it. */
  static OwnValues of(String value, @Nullable List<Object> before) {
    OwnValues values = before == null ? new OwnValues() : new Replacing(before);
    values.add(value);
    return values;
  }

  /** Returns no value, in the place of others. */
  static OwnValues hiding(List<Object> before) {
    return new Replacing(before);
  }

  /** Returns what a map would hold without this library; null if nothing. */
  static @Nullable List<Object> original(@Nullable List<Object> values) {
    return values instanceof OwnValues own ? own.before() : values;
  }

  @Nullable List<Object> before() {
    return null;
  }

  /** Own values in the place of others. */
  @SuppressWarnings("serial")
  private static final class Replacing extends OwnValues {

    private final List<Object> before;

    Replacing(List<Object> before) {
      this.before = before;
    }

    @Override
    List<Object> before() {
      return before;
    }
  }
}
