package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The words that describe a problem with a policy: each member by the place where it is written.
 *
 * <p>It is immutable.
 *
 * @param places the places of some members
 * @param otherwise the place of all others
 * @param here the name of the place of the problem, which is not repeated
 */
public record Wording(Map<Member, Place> places, Place otherwise, String here) {

  /** The words of an annotation. */
  public static final Wording ANNOTATION = of(new Place.Annotation("", List.of()));

  /** The words of a policy that is built in code. */
  public static final Wording CODE = of(new Place.Code("", List.of()));

  private static Wording of(Place everywhere) {
    return new Wording(Map.of(), everywhere, everywhere.name());
  }

  /**
   * Makes the words.
   *
   * @param places the places of some members
   * @param otherwise the place of all others
   * @param here the name of the place of the problem
   */
  public Wording {
    places = Map.copyOf(places);
  }

  /**
   * {@return the words of one of several levels} A member that is written farther out can be set
   * here, where it concerns nothing else; one that is written nearer hides what is set here.
   *
   * @param here the place of the problem
   * @param nearestFirst the places of the members that are set, in the order of their levels
   * @param nearest the place of the nearest level
   */
  public static Wording at(Place here, Map<Member, Place> nearestFirst, Place nearest) {
    boolean isLevel = here instanceof Place.Annotation;
    boolean isNearer = !here.name().equals(nearest.name());
    Map<Member, Place> places = new EnumMap<>(Member.class);
    for (Map.Entry<Member, Place> set : nearestFirst.entrySet()) {
      isNearer = isNearer && !set.getValue().name().equals(here.name());
      places.put(set.getKey(), isLevel && !isNearer ? here : set.getValue());
    }
    return new Wording(places, isLevel ? here : nearest, here.name());
  }

  /**
   * {@return the same, with the member that a problem is about written where the problem is}
   *
   * @param problem the problem
   * @param place its place
   */
  public Wording with(PolicyProblem problem, Place place) {
    Map<Member, Place> all = new EnumMap<>(Member.class);
    all.putAll(places);
    problem.member().ifPresent(member -> all.put(member, place));
    return new Wording(all, otherwise, here);
  }

  private Place placeOf(Member member) {
    return places.getOrDefault(member, otherwise);
  }

  /** Returns what to write so that a member has a value, and where if that is elsewhere. */
  String write(Member member, String... values) {
    Place place = placeOf(member);
    boolean isNamed = !place.name().equals(here) && !(place instanceof Place.Key);
    return set(member, values) + (isNamed ? " in " + place.name() : "");
  }

  /** Returns what to write so that a member has a value, by the way. */
  String set(Member member, String... values) {
    return placeOf(member).set(member, List.of(values));
  }

  /** Returns a clause that sets a check of the origins aside; empty where that is impossible. */
  String orWaive(Danger danger) {
    String waived = placeOf(Member.ORIGINS).waive(danger);
    return waived.isEmpty() ? "" : ", or say " + waived;
  }

  /** Returns how a value is called where a member is written. */
  String constant(Member member, String value) {
    return placeOf(member).constant(value);
  }

  /** Returns how "no header" is called where the maximum age is written. */
  String browserDefault() {
    return placeOf(Member.MAX_AGE) instanceof Place.Key
        ? Integer.toString(CorsPolicy.BROWSER_DEFAULT)
        : "CorsPolicy.BROWSER_DEFAULT";
  }
}
