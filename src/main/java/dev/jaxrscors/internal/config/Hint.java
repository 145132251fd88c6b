package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.PolicyHint;

/**
 * A hint and where it is.
 *
 * @param place where, such as {@code Orders.replace}, or a key and its source
 * @param hint what
 */
public record Hint(String place, PolicyHint hint) {
  @Override
  public String toString() {
    return place + ", " + hint.describe();
  }
}
