package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.policy.PolicyHint;

/**
 * A hint and where it is.
 *
 * @param place where, such as {@code Orders.replace}
 * @param hint what
 */
record Hint(String place, PolicyHint hint) {
  @Override
  public String toString() {
    return place + ", " + hint.describe();
  }
}
