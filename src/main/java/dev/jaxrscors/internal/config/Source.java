package dev.jaxrscors.internal.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place that values of configuration come from. */
public interface Source {

  /** {@return how messages call it, such as "system properties"} */
  String name();

  /** {@return the value of a key, or null if this place has none} */
  @Nullable String value(String key);

  /** {@return how messages call the place of a key that has a value} */
  default String nameOf(String key) {
    return name();
  }

  /** {@return the key itself, or the name of the variable that holds its value} */
  default String written(String key) {
    return key;
  }

  /** Forgets what the place keeps of its own, so that it answers as it is now. */
  default void refresh() {}

  /** {@return the names that can be listed: keys, or environment variables} */
  Set<String> keys();
}
