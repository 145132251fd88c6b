package dev.jaxrscors.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place that values of configuration come from. */
public interface Source {

  /** {@return how messages call it, such as "system properties"} */
  String name();

  /**
   * {@return the value of a key, or null if this place has none}
   *
   * @param key the key
   */
  @Nullable String value(String key);

  /** {@return the keys that can be listed; environment variables cannot, as keys} */
  Set<String> keys();
}
