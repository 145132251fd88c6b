package dev.jaxrscors;

import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.protocol.Endpoint;
import java.util.Set;

/**
 * What the log has to know of a policy: where it is written, and what may be added there.
 *
 * @param provenance where its members come from
 * @param stage where the application runs, which decides on what may be added
 * @param judge who goes by the policy
 */
record Places(Provenance provenance, Stage stage, Endpoint judge) {

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

  Places(Provenance provenance, Stage stage) {
    this(provenance, stage, NOBODY);
  }

  static Places at(String place) {
    return new Places(Provenance.at(place), Stage.ANYWHERE);
  }

  /** Returns the same places of a policy by which somebody goes. */
  Places judgedBy(Endpoint endpoint) {
    return new Places(provenance, stage, endpoint);
  }

  /** Returns how messages call the place where a reader would look first. */
  String nearest() {
    return provenance.nearest().name();
  }

  Place place(Member member) {
    return provenance.place(member);
  }

  /** Returns how messages call the place of a member. */
  String of(Member member) {
    return place(member).name();
  }
}
