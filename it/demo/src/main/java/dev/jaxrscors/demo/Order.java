package dev.jaxrscors.demo;

import org.jspecify.annotations.Nullable;

/**
 * What somebody ordered.
 *
 * @param item what, in 1 to 100 characters
 * @param quantity how many, 1 or more
 */
public record Order(@Nullable String item, int quantity) {

  private static final int LONGEST = 100;

  /** Reports whether somebody can have ordered this: what a client sends may lack anything. */
  boolean isComplete() {
    return item != null && !item.isBlank() && item.length() <= LONGEST && quantity > 0;
  }
}
