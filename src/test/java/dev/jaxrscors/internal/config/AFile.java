package dev.jaxrscors.internal.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Configuration that stands in a file, and nowhere else. */
final class AFile {

  private AFile() {}

  /** Returns what a file says that has these keys, each with its value behind it. */
  static Settings with(String... keysAndValues) {
    return Settings.of(List.of(named("a file", keysAndValues)));
  }

  /** Returns a file among others. */
  static Source named(String name, String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return StandardSources.properties(name, values);
  }
}
