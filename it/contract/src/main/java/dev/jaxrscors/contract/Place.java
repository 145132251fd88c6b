package dev.jaxrscors.contract;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is particular about a place: what it offers, and where it keeps the library from doing what
 * the contract says.
 *
 * <pre>{@code
 * Place.offering(Ability.CDI).lacking(Gap.UNMAPPED_EXCEPTION);
 * }</pre>
 *
 * @param abilities what it offers
 * @param gaps what it keeps the library from
 */
public record Place(Set<Ability> abilities, Set<Gap> gaps) {

  /**
   * Copies the sets.
   *
   * @param abilities what it offers
   * @param gaps what it keeps the library from
   */
  public Place {
    abilities = Set.copyOf(abilities);
    gaps = Set.copyOf(gaps);
  }

  /**
   * Returns a place without gaps.
   *
   * @param abilities what it offers beyond Jakarta REST
   * @return the place
   */
  public static Place offering(Ability... abilities) {
    return new Place(Set.copyOf(List.of(abilities)), Set.of());
  }

  /**
   * Returns this place with gaps.
   *
   * @param more what it keeps the library from
   * @return the place
   */
  public Place lacking(Gap... more) {
    Set<Gap> all = EnumSet.noneOf(Gap.class);
    all.addAll(gaps);
    all.addAll(List.of(more));
    return new Place(abilities, all);
  }

  boolean offers(Ability ability) {
    return abilities.contains(ability);
  }
}
