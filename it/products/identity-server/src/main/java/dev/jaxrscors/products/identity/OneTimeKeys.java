package dev.jaxrscors.products.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/** Keys that are given for something, and are good for it once: codes, refresh tokens. */
final class OneTimeKeys<T> {

  private static final int MOST = 100_000;

  private final Cache<String, T> given;

  OneTimeKeys(Duration lifetime) {
    this.given = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(lifetime).build();
  }

  String give(T value) {
    String key = Secrets.random();
    given.put(key, value);
    return key;
  }

  Optional<T> redeem(String key) {
    return Optional.ofNullable(given.asMap().remove(key));
  }
}
