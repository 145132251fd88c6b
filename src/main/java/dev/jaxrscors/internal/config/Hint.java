package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.PolicyHint;

/** A hint at a place, such as {@code Orders.replace}, or a key and its source. */
public record Hint(String place, PolicyHint hint) {
  @Override
  public String toString() {
    return place + ", " + hint.describe();
  }
}
