package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a configuration was asked for, and what it answered. It answers the same again, so that
 * nobody sees some of a change; whether there is one is found out by asking anew.
 */
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

  /** An answer: a value, none, or the failure of a place. */
  private record Answer(Optional<ConfiguredValue> found, Optional<InvalidPolicyException> failure) {

    static Answer of(Supplier<Optional<ConfiguredValue>> asking) {
      try {
        return new Answer(asking.get(), Optional.empty());
      } catch (InvalidPolicyException e) {
        return new Answer(Optional.empty(), Optional.of(e));
      }
    }

    Optional<ConfiguredValue> get() {
      failure.ifPresent(
          e -> {
            throw e;
          });
      return found;
    }

    boolean isSame(Answer other) {
      return found.map(ConfiguredValue::text).equals(other.found.map(ConfiguredValue::text))
          && failure.map(Throwable::getMessage).equals(other.failure.map(Throwable::getMessage));
    }
  }

  private final Map<Lookup, Answer> answers = new ConcurrentHashMap<>();
  private volatile boolean forgetting;

  /**
   * Returns the answer to a question, the one before if there was one, a failure too.
   *
   * @throws InvalidPolicyException if a place fails when it is asked
   */
  Optional<ConfiguredValue> remember(
      String key, Kind kind, Supplier<Optional<ConfiguredValue>> asking) {
    Lookup lookup = new Lookup(key, kind);
    Answer before = answers.get(lookup);
    if (before != null) {
      return before.get();
    }
    Answer answer = Answer.of(asking);
    Answer first = forgetting ? null : answers.putIfAbsent(lookup, answer);
    return (first == null ? answer : first).get();
  }

  void forget() {
    forgetting = true;
    answers.clear();
  }

  /** Returns the keys for which a configuration has another answer now, sorted. */
  List<String> outdated(Settings now) {
    return answers.entrySet().stream()
        .filter(asked -> !asked.getValue().isSame(answer(asked.getKey(), now)))
        .map(asked -> asked.getKey().key())
        .distinct()
        .sorted()
        .toList();
  }

  private static Answer answer(Lookup lookup, Settings now) {
    return Answer.of(
        () -> lookup.kind() == Kind.LIST ? now.findList(lookup.key()) : now.find(lookup.key()));
  }
}
