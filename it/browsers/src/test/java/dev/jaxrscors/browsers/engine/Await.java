package dev.jaxrscors.browsers.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what a process of its own brings about. */
final class Await {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 50;

  private Await() {}

  /** Returns what is there at last, or fails when it takes longer than a minute. */
  static <T> T value(String what, Supplier<Optional<T>> attempt) {
    Instant end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      Optional<T> value = attempt.get();
      if (value.isPresent()) {
        return value.get();
      }
      pause();
    }
    throw new EngineException("waited in vain for " + what);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", e);
    }
  }
}
