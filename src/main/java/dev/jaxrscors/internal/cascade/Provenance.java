package dev.jaxrscors.internal.cascade;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import java.util.List;
import java.util.Map;

/**
 * Where each member of a policy comes from: a method may set one, its class another.
 *
 * @param nearest the nearest place, where a reader would look first
 * @param places the places of members, as far as they are others
 */
public record Provenance(Place nearest, Map<Member, Place> places) {

  /** Nothing is known. */
  public static final Provenance UNKNOWN = at("");

  /** {@return the provenance of a policy of which only the nearest place is known} */
  public static Provenance at(String nearest) {
    return new Provenance(new Place.Annotation(nearest, List.of()), Map.of());
  }

  /** {@return how messages call the place of a member} */
  public String of(Member member) {
    return place(member).name();
  }

  /** {@return the place of a member; if none is known, the nearest one} */
  public Place place(Member member) {
    return places.getOrDefault(member, nearest);
  }
}
