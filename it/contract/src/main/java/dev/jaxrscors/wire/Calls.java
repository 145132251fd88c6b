package dev.jaxrscors.wire;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what ran in the application, by name: resource methods, filters, readers. */
public final class Calls {

  private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

  private Calls() {}

  /**
   * Counts one call.
   *
   * @param name the name of what was called
   */
  public static void count(String name) {
    COUNTS.merge(name, 1, Integer::sum);
  }

  /**
   * Returns all calls since this was last asked, and forgets them.
   *
   * @return how often each name was called; without those that were not
   */
  public static Map<String, Integer> take() {
    Map<String, Integer> taken = new TreeMap<>(COUNTS);
    COUNTS.clear();
    return taken;
  }
}
