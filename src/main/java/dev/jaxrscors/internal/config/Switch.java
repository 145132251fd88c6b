package dev.jaxrscors.internal.config;

import java.util.Optional;

/** A key that is {@code true} or {@code false}, and what counts where it says neither. */
public enum Switch {
  /** As if it were not set: off would change everything, and so would on. */
  ENABLED("cors.enabled", Optional.empty()),
  /** The stricter one. */
  PRODUCTION("cors.production", Optional.of(true)),
  /** Nobody is trusted. */
  TRUST_FORWARDED("cors.trust-forwarded", Optional.of(false)),
  /** Nothing is told that was not told before. */
  MAP_UNHANDLED_EXCEPTIONS("cors.map-unhandled-exceptions", Optional.of(false));

  private final String key;
  private final Optional<Boolean> ifWrong;

  Switch(String key, Optional<Boolean> ifWrong) {
    this.key = key;
    this.ifWrong = ifWrong;
  }

  /** {@return what it says, if it is set} */
  public Optional<Boolean> read(Settings settings, SettingMistakes mistakes) {
    return mistakes.read(() -> settings.isOn(key), ifWrong);
  }
}
