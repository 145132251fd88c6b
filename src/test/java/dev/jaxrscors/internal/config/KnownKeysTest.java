package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {

  private static KnownKeys keys(String... keys) {
    Map<String, String> values = new HashMap<>();
    values.put("cors.hosts", "pay");
    for (String key : keys) {
      values.put(key, "x");
    }
    return KnownKeys.of(Settings.of(List.of(StandardSources.properties("a file", values))));
  }

  private static KnownKeys variables(String... names) {
    Map<String, String> values = new HashMap<>();
    for (String name : names) {
      values.put(name, "x");
    }
    return KnownKeys.of(Settings.of(List.of(StandardSources.environment(values))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cors.policy.shop.origins",
        "cors.policy.shop.methods",
        "cors.policy.shop.allowed-headers",
        "cors.policy.shop.exposed-headers",
        "cors.policy.shop.credentials",
        "cors.policy.shop.max-age",
        "cors.policy.my-shop-2.refusal",
        "cors.default.origins",
        "cors.default.refusal",
        "cors.default.dangerously",
        "cors.policy.shop.dangerously",
        "cors.on-mistake",
        "cors.also-allowed-headers",
        "cors.host.pay.also-allowed-headers",
        "cors.production",
        "cors.preflight-status",
        "cors.preflight-cache-control",
        "cors.map-unhandled-exceptions",
        "cors.trust-forwarded",
        "cors.own-origins",
        "cors.host.pay.name",
        "cors.host.pay.policy.shop.origins",
        "cors.host.pay.default.max-age",
        "cors.host.pay.production",
        "cors.host.pay.preflight-status",
        "shop.origins",
        "corset.size"
      })
  void these_are_known_or_none_of_our_business(String key) {
    assertThat(keys(key).unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cors.",
        "cors.polcy.shop.origins",
        "cors.policy.shop.origin",
        "cors.policy.shop.originSource",
        "cors.policy.Shop.origins",
        "cors.policy.my.shop.origins",
        "cors.policy..origins",
        "cors.default",
        "cors.prod",
        "cors.name",
        "cors.host.pay",
        "cors.host.pay.hosts",
        "cors.host.pay.trust-forwarded",
        "cors.host.pay.own-origins",
        "cors.host.pay.map-unhandled-exceptions",
        "cors.host.pay.host.pay.production",
        "cors.host.paymets.name",
        "cors.host.Pay.production"
      })
  void these_have_no_effect(String key) {
    assertThat(keys(key).unknown()).containsExactly(new ConfiguredValue(key, "", "a file"));
  }

  @Test
  void elements_of_lists_are_known_as_far_as_they_are_read() {
    KnownKeys keys =
        keys(
            "cors.policy.shop.origins",
            "cors.policy.shop.origins[0]",
            "cors.policy.shop.origins[1]",
            "cors.default.methods[0]",
            "cors.hosts[0]",
            "cors.host.pay.name[0]",
            "cors.host.pay.policy.bank.allowed-headers[0]");
    assertThat(keys.unknown()).isEmpty();
    assertThat(keys.policies()).containsExactly("bank", "shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cors.policy.shop.origins[1]",
        "cors.policy.shop.origins[00]",
        "cors.policy.shop.origins[x]",
        "cors.policy.shop.origins[]",
        "cors.policy.shop.origins[0].x",
        "cors.policy.shop.credentials[0]",
        "cors.policy.shop.max-age[0]",
        "cors.production[0]",
        "cors.policy.shop.origin[0]",
        "cors.policy.shop.origins[99999999999]"
      })
  void what_is_no_element_that_is_read_has_no_effect(String key) {
    assertThat(keys(key).unknown()).containsExactly(new ConfiguredValue(key, "", "a file"));
    assertThat(keys(key).policies()).isEmpty();
  }

  @Test
  void unknown_ones_are_sorted_and_their_values_stay_out_of_the_log() {
    assertThat(keys("cors.z", "cors.a").unknown())
        .containsExactly(
            new ConfiguredValue("cors.a", "", "a file"),
            new ConfiguredValue("cors.z", "", "a file"));
  }

  @Test
  void the_policies_are_those_that_have_a_key_on_any_host() {
    assertThat(
            keys(
                    "cors.policy.shop.origins",
                    "cors.policy.shop.max-age",
                    "cors.host.pay.policy.bank.origins",
                    "cors.default.origins")
                .policies())
        .containsExactly("bank", "shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CORS_POLICY_SHOP_ORIGINS",
        "cors_policy_shop_origins",
        "CORS_POLICY_MY_SHOP_MAX_AGE",
        "CORS_DEFAULT_ALLOWED_HEADERS",
        "CORS_POLICY_SHOP_ORIGINS_0_",
        "CORS_DEFAULT_METHODS_12_",
        "CORS_HOSTS_0_",
        "CORS_HOST_PAY_NAME_0_",
        "CORS_HOST_PAY_POLICY_SHOP_ORIGINS",
        "CORS_HOST_PAY_NAME",
        "CORS_PRODUCTION",
        "CORS_HOSTS",
        "CORSET",
        "PATH"
      })
  void a_variable_of_a_known_shape_is_known(String variable) {
    assertThat(variables(variable).unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CORS_ORIGINS",
        "CORS_PRODUCTION_0_",
        "CORS_DEFAULT_MAX_AGE_0_",
        "CORS_POLICY_SHOP_ORIGIN",
        "CORS_POLICY_ORIGINS",
        "CORS_"
      })
  void a_variable_of_no_known_shape_has_no_effect(String variable) {
    assertThat(variables(variable).unknown())
        .containsExactly(new ConfiguredValue(variable, "", "environment variables"));
  }

  @Test
  void a_variable_that_is_listed_as_a_key_with_dots_too_is_met_once() {
    assertThat(keys("CORS_POLICY_SHOP_MAX_AGE", "cors.policy.shop.max.age").unknown()).isEmpty();
  }

  @Test
  void a_place_that_fails_to_list_its_keys_is_named_and_stops_nothing() {
    try (CapturedLog log = CapturedLog.open()) {
      KnownKeys keys =
          KnownKeys.of(
              Settings.of(
                  List.of(
                      AFile.named("a file", "cors.hosts", "", "cors.x", ""), new FailingSource())));
      assertThat(keys.unknown()).extracting(ConfiguredValue::key).containsExactly("cors.x");
      assertThat(log.infos())
          .contains(
              "CORS hint: a vault does not list its keys, because of"
                  + " java.lang.IllegalStateException: sealed; unknown ones stay unnoticed.");
    }
  }

  @Test
  void elements_behind_a_gap_are_not_read() {
    KnownKeys keys =
        keys(
            "cors.default.origins[0]",
            "cors.default.origins[1]",
            "cors.default.origins[3]",
            "cors.default.methods[0]",
            "cors.default.methods[2]");
    assertThat(keys.unknown())
        .extracting(ConfiguredValue::key)
        .containsExactly("cors.default.methods[2]", "cors.default.origins[3]");
  }

  @Test
  void keys_and_variables_of_policies_are_told_from_others() {
    KnownKeys keys =
        keys(
            "cors.policy.shop.origins",
            "cors.host.pay.policy.bank.max-age",
            "cors.default.origins",
            "cors.reload",
            "CORS_POLICY_SHOP_METHODS");
    assertThat(keys.ofPolicies())
        .extracting(ConfiguredValue::key)
        .containsExactly(
            "cors.host.pay.policy.bank.max-age",
            "cors.policy.shop.origins",
            "CORS_POLICY_SHOP_METHODS");
    assertThat(keys.unknown()).isEmpty();
  }
}
