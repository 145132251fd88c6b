package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is to be written at each kind of place. */
class PlaceTest {

  private static final Place.Annotation ORDERS =
      new Place.Annotation("Orders", List.of("${origins}"));

  private static Place.Key key(String key) {
    return new Place.Key(key + " in a file", key, "shop", List.of("https://a.example"));
  }

  @Test
  void a_message_shows_at_most_32_values_of_at_most_1000_characters() {
    List<String> most = Collections.nCopies(32, "https://a.example");
    assertThat(Place.bounded(most)).isEqualTo(most);
    assertThat(Place.bounded(Collections.nCopies(33, "a"))).containsExactly(Place.REST);
    List<String> longest = List.of("a".repeat(400), "b".repeat(600));
    assertThat(Place.bounded(longest)).isEqualTo(longest);
    assertThat(Place.bounded(List.of("a".repeat(400), "b".repeat(601))))
        .containsExactly(Place.REST);
  }

  @Test
  void under_a_key_loopback_origins_are_set_aside_by_its_neighbour() {
    assertThat(key("cors.policy.shop.origins").waive(Danger.LOOPBACK_ORIGINS))
        .isEqualTo("cors.policy.shop.dangerously=loopback-origins");
    assertThat(key("CORS_POLICY_SHOP_ORIGINS").waive(Danger.LOOPBACK_ORIGINS))
        .isEqualTo("CORS_POLICY_SHOP_DANGEROUSLY=loopback-origins");
  }

  @ParameterizedTest
  @EnumSource(value = Danger.class, names = "LOOPBACK_ORIGINS", mode = EnumSource.Mode.EXCLUDE)
  void no_key_sets_another_check_aside(Danger danger) {
    assertThat(key("cors.policy.shop.origins").waive(danger)).isEmpty();
  }

  @Test
  void behind_a_placeholder_values_are_those_of_its_key_and_checks_are_set_aside_in_code() {
    Place.Key origins = key("shop.origins");
    Place placeholder = new Place.Placeholder(ORDERS, origins);
    assertThat(placeholder.name()).isEqualTo("Orders (shop.origins in a file)");
    assertThat(placeholder.written()).containsExactly("https://a.example");
    assertThat(placeholder.set(Member.ORIGINS, List.of("https://b.example")))
        .isEqualTo("shop.origins=https://b.example");
    assertThat(placeholder.constant(CorsPolicy.NONE)).isEqualTo("none");
    assertThat(placeholder.waive(Danger.INSECURE_ORIGINS))
        .isEqualTo("dangerously = Danger.INSECURE_ORIGINS in Orders");
  }
}
