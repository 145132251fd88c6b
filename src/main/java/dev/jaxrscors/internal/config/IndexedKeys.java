package dev.jaxrscors.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists whose elements have keys of their own, such as {@code cors.policy.shop.origins[0]}: so
 * lists of YAML arrive by way of configuration servers and files of properties.
 */
final class IndexedKeys {

  // Far more than anybody writes, for a source that has a value for every key.
  private static final int MOST = 100_000;

  private IndexedKeys() {}

  /** Returns the list in a place, as it is written under a single key; nothing without an [0]. */
  static Optional<ConfiguredValue> find(Source source, String key) {
    List<String> elements = new ArrayList<>();
    Optional<ConfiguredValue> first = Settings.in(source, element(key, 0));
    Optional<ConfiguredValue> next = first;
    while (next.isPresent()) {
      elements.add(next.get().text().replace(",", "\\,"));
      if (elements.size() > MOST) {
        throw next.get().invalid("the list has no end", "mend the source");
      }
      next = Settings.in(source, element(key, elements.size()));
    }
    return first.map(f -> new ConfiguredValue(key, String.join(",", elements), f.source()));
  }

  private static String element(String key, int index) {
    return key + "[" + index + "]";
  }
}
