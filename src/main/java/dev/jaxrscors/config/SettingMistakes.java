package dev.jaxrscors.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Collects what is wrong with several settings, so that all of it is reported together. */
public final class SettingMistakes {

  private final List<Mistake> mistakes = new ArrayList<>();

  /** Makes an empty collection. */
  public SettingMistakes() {}

  /**
   * Returns what is read; nothing if it is wrong.
   *
   * @param reading reads it, and may throw an {@link InvalidPolicyException}
   * @param <T> what it is
   * @return what is read
   */
  public <T> Optional<T> collect(Supplier<Optional<T>> reading) {
    return collect(reading, UnaryOperator.identity());
  }

  /**
   * Returns what is read; nothing if it is wrong.
   *
   * @param reading reads it, and may throw an {@link InvalidPolicyException}
   * @param retold the mistakes, as this collection is to tell them
   * @param <T> what it is
   * @return what is read
   */
  public <T> Optional<T> collect(
      Supplier<Optional<T>> reading, UnaryOperator<List<Mistake>> retold) {
    try {
      return reading.get();
    } catch (InvalidPolicyException e) {
      mistakes.addAll(retold.apply(e.mistakes()));
      return Optional.empty();
    }
  }

  /** {@return what was wrong so far} */
  public List<Mistake> found() {
    return List.copyOf(mistakes);
  }

  /**
   * Does nothing if nothing was wrong.
   *
   * @throws InvalidPolicyException if anything was
   */
  public void throwIfAny() {
    if (!mistakes.isEmpty()) {
      throw new InvalidPolicyException(mistakes);
    }
  }
}
