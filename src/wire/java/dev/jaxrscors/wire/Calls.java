package dev.jaxrscors.wire;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts what ran in the application, by name: resource methods, filters, readers. */
public final class Calls {

  private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

  private Calls() {}

  /** Counts one call. */
  public static void count(String name) {
    COUNTS.merge(name, 1, Integer::sum);
  }

  /** Counts a call, and returns its name, for a resource method to answer. */
  public static String counted(String name) {
    count(name);
    return name;
  }

  /** Returns how often each name was called since this was last called, and forgets the calls. */
  public static Map<String, Integer> take() {
    Map<String, Integer> taken = new TreeMap<>(COUNTS);
    COUNTS.clear();
    return taken;
  }

  /** Forgets all calls, does something, and returns what it did. */
  public static <T> Counted<T> during(Supplier<T> something) {
    COUNTS.clear();
    T result = something.get();
    return new Counted<>(result, take());
  }

  /**
   * What was done, and the calls that it made.
   *
   * @param result what was done
   * @param calls how often each name was called; without those that were not
   */
  public record Counted<T>(T result, Map<String, Integer> calls) {}
}
