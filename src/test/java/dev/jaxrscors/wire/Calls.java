package dev.jaxrscors.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what ran, by name: resource methods, filters, readers. */
final class Calls {

  private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

  private Calls() {}

  static void count(String name) {
    COUNTS.merge(name, 1, Integer::sum);
  }

  /** Counts a call, and returns its name, for a resource method to answer. */
  static String counted(String name) {
    count(name);
    return name;
  }

  /** Forgets all calls, does something, and returns what it did. */
  static <T> Counted<T> during(Supplier<T> something) {
    COUNTS.clear();
    T result = something.get();
    return new Counted<>(result, Map.copyOf(COUNTS));
  }

  /**
   * What was done, and the calls that it made.
   *
   * @param result what was done
   * @param calls how often each name was called; without those that were not
   */
  record Counted<T>(T result, Map<String, Integer> calls) {}
}
