package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Collects what is wrong with several settings, so that all of it is reported together. */
public final class SettingMistakes {

  private final Set<Mistake> mistakes = new LinkedHashSet<>();

  /** Makes an empty collection. */
  public SettingMistakes() {}

  /**
   * Returns what is read; nothing if it is wrong.
   *
   * @param reading reads it, and may throw an {@link InvalidPolicyException}
   * @return what is read
   */
  public <T> Optional<T> read(Supplier<Optional<T>> reading) {
    try {
      return reading.get();
    } catch (InvalidPolicyException e) {
      mistakes.addAll(e.mistakes());
      return Optional.empty();
    }
  }

  /**
   * Does something, and goes on when it finds something wrong.
   *
   * @param check does it, and may throw an {@link InvalidPolicyException}
   */
  public void check(Runnable check) {
    try {
      check.run();
    } catch (InvalidPolicyException e) {
      mistakes.addAll(e.mistakes());
    }
  }

  /** Reports whether a mistake was found already. */
  public boolean contains(Mistake mistake) {
    return mistakes.contains(mistake);
  }

  /** Does something with all that was wrong, if anything was. */
  public void ifAny(Consumer<InvalidPolicyException> action) {
    if (!mistakes.isEmpty()) {
      action.accept(new InvalidPolicyException(mistakes));
    }
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
