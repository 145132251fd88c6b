package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;

/**
 * What the log has to know of a policy: where it is written, and what may be added there.
 *
 * @param provenance where its members come from
 * @param stage where the application runs, which decides on what may be added
 */
public record Places(Provenance provenance, Stage stage) {

  /** Where an application runs. */
  public enum Stage {
    /** Nothing says where. */
    ANYWHERE,
    /** Where plain http and loopback origins are mistakes. */
    PRODUCTION
  }

  public static final Places UNKNOWN = at("");

  static Places at(String place) {
    return new Places(Provenance.at(place), Stage.ANYWHERE);
  }

  /** Returns how messages call the place where a reader would look first. */
  public String nearest() {
    return provenance.nearest().name();
  }

  /** Returns where a member is written; where none is, a reader would look at the nearest level. */
  public Place place(Member member) {
    return provenance.place(member);
  }

  /** Returns how messages call the place of a member. */
  String of(Member member) {
    return place(member).name();
  }
}
