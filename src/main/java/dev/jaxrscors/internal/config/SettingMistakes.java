package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong with several settings, so that all of it is reported together. */
public final class SettingMistakes {

  private final Set<Mistake> mistakes = new LinkedHashSet<>();

  /** Returns what is read; another value where that throws mistakes. */
  public <T> T read(Supplier<? extends T> reading, T otherwise) {
    try {
      return reading.get();
    } catch (InvalidPolicyException e) {
      mistakes.addAll(e.mistakes());
      return otherwise;
    }
  }

  /** Does something, and goes on when it throws mistakes. */
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

  /**
   * Reports all of them.
   *
   * @throws InvalidPolicyException if there are any
   */
  public void throwIfAny() {
    if (!mistakes.isEmpty()) {
      throw new InvalidPolicyException(mistakes);
    }
  }
}
