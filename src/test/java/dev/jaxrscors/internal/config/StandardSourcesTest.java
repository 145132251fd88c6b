package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardSourcesTest {

  private static final String KEY = "cors.policy.sources-test.origins";

  @AfterEach
  void clear() {
    System.clearProperty(KEY);
  }

  @Test
  void without_microprofile_the_application_goes_before_the_system_and_its_environment() {
    assertThat(StandardSources.of(Map.of()))
        .extracting(Source::name)
        .containsExactly("application properties", "system properties", "environment variables");
  }

  @Test
  void a_property_of_the_application_is_read_by_its_text() {
    Source source = StandardSources.of(Map.of("cors.production", true)).get(0);
    assertThat(source.value("cors.production")).isEqualTo("true");
    assertThat(source.value("cors.default.origins")).isNull();
    assertThat(source.keys()).containsExactly("cors.production");
  }

  @Test
  void system_properties_are_read_when_they_are_asked_for() {
    Source source = StandardSources.systemProperties();
    assertThat(source.value(KEY)).isNull();
    System.setProperty(KEY, "*");
    assertThat(source.value(KEY)).isEqualTo("*");
    assertThat(source.keys()).contains(KEY);
    assertThat(source.nameOf(KEY)).isEqualTo("system properties");
  }

  @ParameterizedTest
  @CsvSource({
    "cors.policy.shop.origins, cors.policy.shop.origins",
    "cors.policy.shop.origins, cors_policy_shop_origins",
    "cors.policy.shop.origins, CORS_POLICY_SHOP_ORIGINS",
    "cors.policy.my-shop.max-age, CORS_POLICY_MY_SHOP_MAX_AGE",
    "cors.host.payments.name, CORS_HOST_PAYMENTS_NAME",
    "shop.origins, SHOP_ORIGINS"
  })
  void a_key_is_found_under_the_usual_names_of_a_variable(String key, String variable) {
    Source source = StandardSources.environment(Map.of(variable, "found"));
    assertThat(source.value(key)).isEqualTo("found");
    assertThat(source.nameOf(key)).isEqualTo("environment variables (" + variable + ")");
  }

  @Test
  void the_name_closest_to_the_key_wins() {
    Source source =
        StandardSources.environment(Map.of("a.b", "exact", "a_b", "underscored", "A_B", "upper"));
    assertThat(source.value("a.b")).isEqualTo("exact");
    assertThat(
            StandardSources.environment(Map.of("a_b", "underscored", "A_B", "upper")).value("a.b"))
        .isEqualTo("underscored");
  }

  @Test
  void a_variable_of_another_name_is_not_the_key() {
    Source source = StandardSources.environment(Map.of("CORS_POLICY_SHOPS_ORIGINS", "x"));
    assertThat(source.value("cors.policy.shop.origins")).isNull();
    assertThat(source.value("")).isNull();
  }

  @Test
  void a_wrong_value_in_a_variable_is_told_by_the_name_of_the_variable() {
    Settings settings =
        Settings.of(List.of(StandardSources.environment(Map.of("CORS_PRODUCTION", "maybe"))));
    assertThat(settings.find("cors.production"))
        .map(ConfiguredValue::place)
        .contains("cors.production in environment variables (CORS_PRODUCTION)");
  }

  @Test
  void the_environment_lists_its_variables() {
    Source source = StandardSources.of(Map.of()).get(2);
    assertThat(source.keys()).isEqualTo(System.getenv().keySet());
  }

  @Test
  void a_key_is_written_as_it_is_but_for_variables() {
    assertThat(AFile.named("a file", KEY, "*").written(KEY)).isEqualTo(KEY);
    assertThat(AFile.named("a file", KEY, "*").nameOf(KEY)).isEqualTo("a file");
    assertThat(StandardSources.environment(Map.of("A_B", "x")).written("a.b")).isEqualTo("A_B");
    assertThat(StandardSources.nameIn(Map.of("A_C", "x"), "a.b")).isEmpty();
  }

  @Test
  void properties_of_the_application_stay_the_same_until_they_are_refreshed() {
    Map<String, String> now = new HashMap<>(Map.of(KEY, "*"));
    Source source = StandardSources.of(() -> Map.copyOf(now)).get(0);
    now.put(KEY, "none");
    assertThat(source.value(KEY)).isEqualTo("*");
    source.refresh();
    assertThat(source.value(KEY)).isEqualTo("none");
    assertThat(source.keys()).containsExactly(KEY);
    now.clear();
    source.refresh();
    assertThat(source.value(KEY)).isNull();
    assertThat(source.keys()).isEmpty();
  }

  @Test
  void an_application_that_fails_to_supply_them_fails_each_look_and_lists_none() {
    Supplier<Map<String, ?>> failing =
        () -> {
          throw new IllegalStateException("the file is gone");
        };
    Source source = StandardSources.of(failing).get(0);
    assertThat(source.name()).isEqualTo("application properties");
    assertThatIllegalStateException()
        .isThrownBy(() -> source.value(KEY))
        .withMessage("the file is gone");
    assertThat(source.keys()).isEmpty();
  }
}
