package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a remedy says that something is to be written. */
class WordingTest {

  private static final Place METHOD = new Place.Annotation("Orders.replace", List.of());
  private static final Place TYPE = new Place.Annotation("Orders", List.of());
  private static final Place SHOP = new Place.Annotation("Shop", List.of());
  private static final Place KEY = new Place.Key("cors.max-age in a file", "a.b", "", List.of());

  private static Map<Member, Place> places(Object... membersAndPlaces) {
    Map<Member, Place> places = new LinkedHashMap<>();
    for (int i = 0; i < membersAndPlaces.length; i += 2) {
      places.put((Member) membersAndPlaces[i], (Place) membersAndPlaces[i + 1]);
    }
    return places;
  }

  @Test
  void what_a_nearer_place_sets_is_changed_there_and_named() {
    Wording wording =
        Wording.at(TYPE, places(Member.MAX_AGE, METHOD, Member.ORIGINS, TYPE), METHOD);
    assertThat(wording.write(Member.MAX_AGE, "5")).isEqualTo("maxAge = 5 in Orders.replace");
    assertThat(wording.write(Member.ORIGINS, "*")).isEqualTo("origins = \"*\"");
  }

  @Test
  void what_a_farther_place_sets_is_written_here() {
    Wording wording = Wording.at(TYPE, places(Member.ORIGINS, TYPE, Member.MAX_AGE, SHOP), METHOD);
    assertThat(wording.write(Member.MAX_AGE, "5")).isEqualTo("maxAge = 5");
  }

  @Test
  void at_the_nearest_place_all_is_written_there() {
    Wording wording = Wording.at(METHOD, places(Member.MAX_AGE, TYPE), METHOD);
    assertThat(wording.write(Member.MAX_AGE, "5")).isEqualTo("maxAge = 5");
    assertThat(wording.write(Member.METHODS, "PUT")).isEqualTo("methods = \"PUT\"");
  }

  @Test
  void what_no_place_sets_is_written_here() {
    Wording wording = Wording.at(TYPE, places(Member.MAX_AGE, METHOD), METHOD);
    assertThat(wording.write(Member.METHODS, "PUT")).isEqualTo("methods = \"PUT\"");
  }

  @Test
  void what_is_wrong_in_configuration_leaves_code_where_it_is() {
    Wording wording = Wording.at(KEY, places(Member.MAX_AGE, SHOP, Member.ORIGINS, KEY), METHOD);
    assertThat(wording.write(Member.MAX_AGE, "5")).isEqualTo("maxAge = 5 in Shop");
    assertThat(wording.write(Member.METHODS, "PUT"))
        .isEqualTo("methods = \"PUT\" in Orders.replace");
    assertThat(wording.write(Member.ORIGINS, "*")).isEqualTo("a.b=*");
  }

  @Test
  void a_key_needs_no_name_beside_it() {
    Wording wording = Wording.at(TYPE, places(Member.MAX_AGE, KEY), METHOD);
    assertThat(wording.write(Member.MAX_AGE, "5")).isEqualTo("a.b=5");
  }

  @Test
  void a_problem_may_have_a_place_of_its_own_for_its_member_alone() {
    Wording wording =
        Wording.at(METHOD, places(Member.ORIGINS, KEY), METHOD)
            .with(PolicyProblem.maxAgeOutOfRange(-7), SHOP);
    assertThat(wording.write(Member.MAX_AGE, "5")).isEqualTo("maxAge = 5 in Shop");
    assertThat(wording.places()).containsOnlyKeys(Member.ORIGINS, Member.MAX_AGE);
  }
}
