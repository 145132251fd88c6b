package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a configuration was asked for, and what it answered, to find out whether that changed. */
class Lookups {

  /** Remembers nothing. */
  static final Lookups NONE =
      new Lookups() {
        @Override
        Optional<ConfiguredValue> remember(
            String key, Kind kind, Supplier<Optional<ConfiguredValue>> asking) {
          return asking.get();
        }
      };

  /** How a key was looked up. */
  enum Kind {
    VALUE,
    LIST
  }

  private record Lookup(String key, Kind kind) {}

  private volatile boolean forgetting;
  private final Map<Lookup, String> answers = new ConcurrentHashMap<>();

  /**
   * Returns the answer to a question, and remembers it, a failure too.
   *
   * @throws InvalidPolicyException if a place fails when it is asked
   */
  Optional<ConfiguredValue> remember(
      String key, Kind kind, Supplier<Optional<ConfiguredValue>> asking) {
    try {
      Optional<ConfiguredValue> found = asking.get();
      remember(new Lookup(key, kind), text(found));
      return found;
    } catch (InvalidPolicyException e) {
      remember(new Lookup(key, kind), failure(e));
      throw e;
    }
  }

  private void remember(Lookup lookup, String answer) {
    if (!forgetting) {
      answers.put(lookup, answer);
    }
  }

  void forget() {
    forgetting = true;
    answers.clear();
  }

  /** Returns the keys for which a configuration has another answer now, sorted. */
  List<String> outdated(Settings now) {
    return answers.entrySet().stream()
        .filter(asked -> !asked.getValue().equals(answer(asked.getKey(), now)))
        .map(asked -> asked.getKey().key())
        .distinct()
        .sorted()
        .toList();
  }

  private static String answer(Lookup lookup, Settings now) {
    try {
      return text(lookup.kind() == Kind.LIST ? now.findList(lookup.key()) : now.find(lookup.key()));
    } catch (InvalidPolicyException e) {
      return failure(e);
    }
  }

  private static String failure(InvalidPolicyException e) {
    return "!" + e.getMessage();
  }

  /** Returns a text for each answer: an empty value is another than none. */
  private static String text(Optional<ConfiguredValue> found) {
    return found.map(value -> "=" + value.text()).orElse("");
  }
}
