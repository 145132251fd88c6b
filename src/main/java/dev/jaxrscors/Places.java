package dev.jaxrscors;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.protocol.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a policy is written: a method may say one member, its class another.
 *
 * @param nearest the nearest level, where a reader would look first
 * @param written the place of each member that a level sets
 * @param stage where the application runs, which decides on what may be added
 * @param judge who goes by the policy
 */
record Places(String nearest, Map<Member, Place> written, Stage stage, Endpoint judge) {

  /** Where an application runs. */
  enum Stage {
    /** Nothing says where. */
    ANYWHERE,
    /** Where plain http and loopback origins are mistakes. */
    PRODUCTION
  }

  private static final Endpoint NOBODY =
      new Endpoint(Policy.builder().origins(CorsPolicy.NONE).build(), Set.of(), Set.of());

  static final Places UNKNOWN = at("");

  Places {
    written = Map.copyOf(written);
  }

  Places(String nearest, Map<Member, Place> written, Stage stage) {
    this(nearest, written, stage, NOBODY);
  }

  static Places at(String place) {
    return new Places(place, Map.of(), Stage.ANYWHERE);
  }

  /** Returns the same places of a policy by which somebody goes. */
  Places judgedBy(Endpoint endpoint) {
    return new Places(nearest, written, stage, endpoint);
  }

  /** Returns where a member is written; where none is, a reader would look at the nearest level. */
  Place place(Member member) {
    return written.getOrDefault(member, new Place.Annotation(nearest, List.of()));
  }

  /** Returns how messages call that. */
  String of(Member member) {
    return place(member).name();
  }
}
