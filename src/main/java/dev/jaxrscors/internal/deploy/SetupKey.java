package dev.jaxrscors.internal.deploy;

import java.util.function.Function;

/**
 * Opens the setup that an application holds to doors other than the one that made it: what is
 * behind it is no API.
 */
public final class SetupKey {

  private static volatile Function<Object, Setup> opener = setup -> Setup.EMPTY;

  private SetupKey() {}

  /** Takes the key from the door that makes setups. */
  public static void give(Function<Object, Setup> key) {
    opener = key;
  }

  /** Returns what is behind a setup; nothing is set behind anything else. */
  public static Setup open(Object setup) {
    return opener.apply(setup);
  }
}
