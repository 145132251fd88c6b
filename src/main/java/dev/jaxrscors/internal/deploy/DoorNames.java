package dev.jaxrscors.internal.deploy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of policies that servlet filters refer to: containers start filters before Jakarta
 * REST, which would else hint that nobody uses such a policy.
 */
public final class DoorNames {

  private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();

  private DoorNames() {}

  /** Takes note of a filter. */
  public static void add(DoorDeclaration door) {
    IN_USE.addAll(door.names());
  }

  static Set<String> inUse() {
    return IN_USE;
  }
}
