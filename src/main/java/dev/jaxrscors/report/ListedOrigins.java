package dev.jaxrscors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jaxrscors.policy.AllowedOrigins;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The origins that a policy lists, and what is to be said of them.
 *
 * @param patterns the patterns, sorted
 * @param hazards what a reviewer looks for among them
 */
record ListedOrigins(List<String> patterns, Set<Hazard> hazards) {

  /** A page with more of them helps no reviewer: more are counted, and have a fingerprint. */
  static final int MOST = 200;

  /** Reads each list once: it may hold a million, for a hundred methods. */
  static final class Reader {
    private final IdentityHashMap<AllowedOrigins, ListedOrigins> known = new IdentityHashMap<>();

    ListedOrigins of(Policy policy) {
      return known.computeIfAbsent(
          policy.origins(),
          origins -> {
            List<String> patterns = origins.patterns();
            return new ListedOrigins(patterns, Hazard.of(patterns));
          });
    }
  }

  /** Returns the patterns, or the first of them and what changes with any other. */
  static List<String> shown(List<String> patterns) {
    if (patterns.size() <= MOST) {
      return patterns;
    }
    List<String> shown = new ArrayList<>(patterns.subList(0, MOST));
    shown.add(
        "and %d more (SHA-256 of all: %s)"
            .formatted(
                patterns.size() - MOST,
                Sha256.hex(String.join("\n", patterns).getBytes(UTF_8)).substring(0, 16)));
    return shown;
  }
}
