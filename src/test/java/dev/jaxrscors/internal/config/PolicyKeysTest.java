package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyKeysTest {

  private static final PolicyKeys SHOP = PolicyKeys.of("shop");

  @Test
  void a_named_policy_has_keys_of_its_own() {
    assertThat(SHOP.of(Member.MAX_AGE)).isEqualTo("cors.policy.shop.max-age");
    assertThat(SHOP.inCode()).isEqualTo("policy \"shop\"");
    assertThat(SHOP.anywhere()).isEqualTo("cors.policy.shop.* in configuration");
  }

  @Test
  void so_has_the_default_policy() {
    assertThat(PolicyKeys.DEFAULT.of(Member.MAX_AGE)).isEqualTo("cors.default.max-age");
    assertThat(PolicyKeys.DEFAULT.inCode()).isEqualTo("the default policy");
    assertThat(PolicyKeys.DEFAULT.anywhere()).isEqualTo("cors.default.* in configuration");
  }

  @Test
  void a_key_that_is_set_holds_what_is_written_there() {
    Source variables =
        StandardSources.environment(Map.of("CORS_POLICY_SHOP_ALLOWED_HEADERS", "'derived,,X-A'"));
    Settings settings = Settings.of(List.of(variables));
    ConfiguredValue headers = settings.find(SHOP.of(Member.ALLOWED_HEADERS)).orElseThrow();
    assertThat(SHOP.set(Member.ALLOWED_HEADERS, headers))
        .isEqualTo(
            new Place.Key(
                "cors.policy.shop.allowed-headers in environment variables"
                    + " (CORS_POLICY_SHOP_ALLOWED_HEADERS)",
                "CORS_POLICY_SHOP_ALLOWED_HEADERS",
                "shop",
                List.of(CorsPolicy.DERIVED, "X-A")));
    // What a placeholder stands for is no policy's.
    assertThat(PolicyKeys.placeOf(Member.ALLOWED_HEADERS, headers).policy()).isEmpty();
  }

  @Test
  void a_key_that_is_not_set_would_be_beside_what_code_says() {
    assertThat(SHOP.unset(Member.METHODS, List.of("PUT")))
        .isEqualTo(
            new Place.Key("policy \"shop\"", "cors.policy.shop.methods", "shop", List.of("PUT")));
    assertThat(SHOP.unset(Member.METHODS, List.of()))
        .isEqualTo(
            new Place.Key(
                "cors.policy.shop.methods in configuration",
                "cors.policy.shop.methods",
                "shop",
                List.of()));
  }
}
