package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import java.util.List;
import java.util.Map;

/**
 * Where a policy is written: a method may say one member, its class another.
 *
 * @param nearest the nearest level, where a reader would look first
 * @param written the place of each member that a level sets
 * @param stage where the application runs, which decides on what may be added
 */
public record Places(String nearest, Map<Member, Place> written, Stage stage) {

  /** Where an application runs. */
  public enum Stage {
    /** Nothing says where. */
    ANYWHERE,
    /** Where plain http and loopback origins are mistakes. */
    PRODUCTION
  }

  public static final Places UNKNOWN = at("");

  public Places {
    written = Map.copyOf(written);
  }

  static Places at(String place) {
    return new Places(place, Map.of(), Stage.ANYWHERE);
  }

  /** Returns where a member is written; where none is, a reader would look at the nearest level. */
  public Place place(Member member) {
    return written.getOrDefault(member, new Place.Annotation(nearest, List.of()));
  }

  /** Returns how messages call that. */
  String of(Member member) {
    return place(member).name();
  }
}
