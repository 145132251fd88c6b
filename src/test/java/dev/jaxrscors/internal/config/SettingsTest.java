package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.ProblemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static Settings settings(Map<String, String> values) {
    return Settings.of(List.of(StandardSources.properties("a file", values)));
  }

  @Test
  void the_first_place_that_has_a_key_decides() {
    Settings settings =
        Settings.of(
            List.of(
                StandardSources.properties("near", Map.of("a", "1")),
                StandardSources.properties("far", Map.of("a", "2", "b", "3"))));
    assertThat(settings.find("a")).contains(new ConfiguredValue("a", "1", "near"));
    assertThat(settings.find("b")).contains(new ConfiguredValue("b", "3", "far"));
    assertThat(settings.find("c")).isEmpty();
  }

  @Test
  void a_host_reads_its_own_keys_first_and_says_which_it_found() {
    Settings settings =
        settings(Map.of("cors.host.pay.production", "true", "cors.production", "false"));
    assertThat(settings.forHost("pay").find("cors.production"))
        .map(ConfiguredValue::place)
        .contains("cors.host.pay.production in a file");
    assertThat(settings.forHost("auth").find("cors.production"))
        .map(ConfiguredValue::place)
        .contains("cors.production in a file");
    assertThat(settings.isOn("cors.production")).contains(false);
  }

  @Test
  void keys_of_the_application_are_the_same_for_all_hosts() {
    Settings settings = settings(Map.of("shop.origins", "x", "cors.host.pay.shop.origins", "y"));
    assertThat(settings.forHost("pay").find("shop.origins"))
        .map(ConfiguredValue::text)
        .contains("x");
  }

  private static String list(Map<String, String> values) {
    return Settings.of(
            List.of(
                StandardSources.properties("a file", values), StandardSources.environment(values)))
        .findList("shop.origins")
        .map(ConfiguredValue::text)
        .orElse("nothing");
  }

  @Test
  void a_list_may_have_a_key_for_each_element() {
    assertThat(list(Map.of("shop.origins[0]", "a", "shop.origins[1]", "b"))).isEqualTo("a,b");
    assertThat(list(Map.of("SHOP_ORIGINS_0_", "a", "SHOP_ORIGINS_1_", "b"))).isEqualTo("a,b");
    assertThat(list(Map.of("shop.origins[0]", "a,b"))).isEqualTo("a\\,b");
    assertThat(list(Map.of("shop.origins[0]", ""))).isEmpty();
  }

  @Test
  void its_elements_are_read_up_to_the_first_that_is_missing() {
    assertThat(list(Map.of("shop.origins[0]", "a", "shop.origins[2]", "c"))).isEqualTo("a");
    assertThat(list(Map.of("shop.origins[1]", "b"))).isEqualTo("nothing");
  }

  @Test
  void it_is_found_at_the_key_of_the_list_in_the_place_of_its_first_element() {
    assertThat(settings(Map.of("a[0]", "x", "a[1]", "y")).findList("a"))
        .contains(new ConfiguredValue("a", "x,y", "a file"));
    Source variables = StandardSources.environment(Map.of("A_0_", "x"));
    assertThat(Settings.of(List.of(variables)).findList("a"))
        .contains(new ConfiguredValue("a", "x", "environment variables (A_0_)"));
  }

  @Test
  void a_host_has_lists_of_its_own() {
    Settings settings =
        settings(Map.of("cors.host.pay.own-origins[0]", "x", "cors.own-origins", "y"));
    assertThat(settings.forHost("pay").findList("cors.own-origins"))
        .contains(new ConfiguredValue("cors.host.pay.own-origins", "x", "a file"));
    assertThat(settings.forHost("auth").findList("cors.own-origins"))
        .contains(new ConfiguredValue("cors.own-origins", "y", "a file"));
  }

  @Test
  void a_list_may_have_a_hundred_thousand_elements() {
    Map<String, String> values = new HashMap<>();
    IntStream.range(0, 100_000).forEach(i -> values.put("a[" + i + "]", "x"));
    assertThat(settings(values).findList("a").orElseThrow().text()).hasSize(199_999);
  }

  @Test
  void in_one_place_the_key_of_the_whole_list_goes_first() {
    assertThat(list(Map.of("shop.origins", "w", "shop.origins[0]", "a"))).isEqualTo("w");
  }

  @Test
  @Timeout(20)
  void a_place_that_has_every_key_comes_to_an_end() {
    Source endless =
        new Source() {
          @Override
          public String name() {
            return "a mirror";
          }

          @Override
          public @Nullable String value(String key) {
            return key.endsWith("]") ? key : null;
          }

          @Override
          public Set<String> keys() {
            return Set.of();
          }
        };
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Settings.of(List.of(endless)).findList("shop.origins"))
        .withMessageContaining("the list has no end");
  }

  @Test
  void a_place_that_keeps_its_values_is_asked_for_those_of_now() {
    Map<String, String> now = new HashMap<>(Map.of("a", "1"));
    Map<String, String> kept = new HashMap<>(now);
    Source keeping =
        new Source() {
          @Override
          public String name() {
            return "a cache";
          }

          @Override
          public @Nullable String value(String key) {
            return kept.get(key);
          }

          @Override
          public Set<String> keys() {
            return Set.of();
          }

          @Override
          public void refresh() {
            kept.putAll(now);
          }
        };
    Settings settings = Settings.of(List.of(keeping)).remembering();
    assertThat(settings.find("a")).contains(new ConfiguredValue("a", "1", "a cache"));
    assertThat(settings.outdated()).isEmpty();
    now.put("a", "2");
    assertThat(settings.outdated()).containsExactly("a");
    assertThat(settings.find("a")).contains(new ConfiguredValue("a", "1", "a cache"));
  }

  @Test
  void a_place_that_fails_is_named_with_the_key() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Settings.of(List.of(new FailingSource())).find("shop.origins"))
        .withMessage(
            "shop.origins in a vault, "
                + ProblemKind.INVALID_SETTING
                    .of(
                        "shop.origins",
                        "reading it failed with java.lang.IllegalStateException: sealed",
                        "mend the source, or the value")
                    .describe());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on", "", " ", "truth"})
  void a_switch_is_true_or_false_and_nothing_else(String written) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> settings(Map.of("cors.production", written)).isOn("cors.production"))
        .withMessage(
            "cors.production in a file, "
                + ProblemKind.INVALID_SETTING
                    .of(written, "it is none of false, true", "use one of them")
                    .describe());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", " true "})
  void case_and_outer_spaces_of_a_switch_do_not_count(String written) {
    assertThat(settings(Map.of("cors.production", written)).isOn("cors.production")).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "1e3", "0x10", "", "99999999999", "1.5"})
  void a_number_is_whole_and_of_digits(String written) {
    ConfiguredValue setting = new ConfiguredValue("cors.default.max-age", written, "a file");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(setting::number)
        .withMessage(
            "cors.default.max-age in a file, "
                + ProblemKind.INVALID_SETTING
                    .of(written, "it is no whole number", "use digits alone, such as 600")
                    .describe());
  }

  @Test
  void profiles_are_those_of_any_implementation() {
    assertThat(settings(Map.of("mp.config.profile", "dev, eu", "quarkus.profile", "x")).profiles())
        .containsExactly("dev", "eu", "x");
    assertThat(Settings.NONE.profiles()).isEmpty();
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of("a", List.of("a")),
        Arguments.of("a,b", List.of("a", "b")),
        Arguments.of(" a , b ", List.of("a", "b")),
        Arguments.of("a\\,b,c", List.of("a,b", "c")),
        Arguments.of("a\\b", List.of("a\\b")),
        Arguments.of("a\\", List.of("a\\")),
        Arguments.of("", List.of("")),
        Arguments.of(",", List.of("", "")),
        Arguments.of("a,,b", List.of("a", "", "b")),
        Arguments.of("a,", List.of("a", "")));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_list_is_split_at_commas_that_are_not_escaped(String text, List<String> elements) {
    assertThat(Settings.split(text)).isEqualTo(elements);
  }
}
