package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

  @Test
  void a_member_that_no_level_sets_is_looked_for_at_the_nearest_one() {
    Places places =
        new Places(
            "Orders.list",
            Map.of(Member.ORIGINS, new Place.Annotation("Orders", List.of())),
            Places.Stage.ANYWHERE);
    assertThat(places.of(Member.ORIGINS)).isEqualTo("Orders");
    assertThat(places.of(Member.MAX_AGE)).isEqualTo("Orders.list");
    assertThat(Places.at("Orders").of(Member.METHODS)).isEqualTo("Orders");
    assertThat(Places.UNKNOWN.of(Member.METHODS)).isEmpty();
  }
}
