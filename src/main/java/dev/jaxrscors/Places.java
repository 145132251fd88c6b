package dev.jaxrscors;

import dev.jaxrscors.policy.Member;
import java.util.Map;

/**
 * Where a policy is written: a method may say one member, its class another.
 *
 * @param nearest the nearest level, where a reader would look first
 * @param written the place of each member that a level sets
 */
record Places(String nearest, Map<Member, String> written) {

  static final Places UNKNOWN = at("");

  Places {
    written = Map.copyOf(written);
  }

  static Places at(String place) {
    return new Places(place, Map.of());
  }

  /** Returns where a member is written; where none is, a reader would look at the nearest level. */
  String of(Member member) {
    return written.getOrDefault(member, nearest);
  }
}
