package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Collects what is wrong with several settings, so that all of it is reported together; or hands it
 * over, where what is wrong grants nothing, and stops nothing.
 */
public final class SettingMistakes {

  private final Set<Mistake> mistakes = new LinkedHashSet<>();
  private final Consumer<? super Mistake> taker;
  private final boolean refusing;

  /** Collects mistakes, which are to stop something. */
  public SettingMistakes() {
    this.taker = mistakes::add;
    this.refusing = false;
  }

  private SettingMistakes(Consumer<? super Mistake> taker) {
    this.taker = taker;
    this.refusing = true;
  }

  /** {@return what hands mistakes over, which stop nothing} */
  public static SettingMistakes refusing(Consumer<? super Mistake> taker) {
    return new SettingMistakes(taker);
  }

  /** Reports whether mistakes stop nothing: whatever is wrong has to grant nothing instead. */
  public boolean areRefused() {
    return refusing;
  }

  /** Takes a mistake. */
  public void add(Mistake mistake) {
    taker.accept(mistake);
  }

  /** Takes some mistakes. */
  public void addAll(Collection<Mistake> more) {
    more.forEach(taker);
  }

  /** Returns what is read; another value where that throws mistakes. */
  public <T> T read(Supplier<? extends T> reading, T otherwise) {
    try {
      return reading.get();
    } catch (InvalidPolicyException e) {
      addAll(e.mistakes());
      return otherwise;
    }
  }

  /** Does something, and goes on when it throws mistakes. */
  public void check(Runnable check) {
    try {
      check.run();
    } catch (InvalidPolicyException e) {
      addAll(e.mistakes());
    }
  }

  /** Reports whether a mistake was collected already. */
  public boolean contains(Mistake mistake) {
    return mistakes.contains(mistake);
  }

  /** Reports whether no mistake was collected. */
  public boolean isEmpty() {
    return mistakes.isEmpty();
  }

  /** Does something with all that was wrong, if anything was. */
  public void ifAny(Consumer<InvalidPolicyException> action) {
    if (!mistakes.isEmpty()) {
      action.accept(new InvalidPolicyException(mistakes));
    }
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
