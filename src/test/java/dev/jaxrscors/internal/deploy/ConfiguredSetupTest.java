package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.internal.cascade.Closings;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setup in code, and what configuration changes about it. */
class ConfiguredSetupTest {

  private static final String SITE = "https://app.example.com";
  private static final Policy LOCAL = Policy.builder().origins("http://localhost:3000").build();

  private static Settings settings(String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Settings.of(List.of(StandardSources.properties("a file", values)));
  }

  private static Setup configured(Setup.Builder inCode, String... keysAndValues) {
    return inCode.build().configuredBy(settings(keysAndValues));
  }

  private static Setup.Builder code() {
    return new Setup.Builder();
  }

  private static Setup.Builder everything() {
    return code()
        .policy("shop", LOCAL)
        .defaultPolicy(LOCAL)
        .preflightStatus(200)
        .preflightCacheControl("no-store")
        .production()
        .disabled()
        .mapUnhandledExceptions()
        .alsoAllowHeaders("X-A", "x-a", "X-B");
  }

  @Test
  void where_configuration_is_silent_code_has_its_say() {
    Setup setup = configured(everything());
    assertThat(setup.policies().inCode()).isEqualTo(Map.of("shop", LOCAL));
    assertThat(setup.defaultPolicy().map(ConfiguredPolicy::policy)).contains(LOCAL);
    assertThat(setup.preflightStatus()).isEqualTo(200);
    assertThat(setup.preflightCacheControl()).isEqualTo("no-store");
    assertThat(setup.problems(LOCAL)).isNotEmpty();
    assertThat(setup.isOff()).isTrue();
    assertThat(setup.mapsUnhandledExceptions()).isTrue();
    assertThat(setup.alsoAllowed()).containsExactly(HeaderName.of("X-A"), HeaderName.of("X-B"));
  }

  @Test
  void where_configuration_speaks_it_is_heard() {
    Setup setup =
        configured(
            everything(),
            "cors.default.origins",
            SITE,
            "cors.policy.shop.origins",
            SITE,
            "cors.policy.other.origins",
            SITE,
            "cors.preflight-status",
            "204",
            "cors.preflight-cache-control",
            "max-age=60",
            "cors.production",
            "false",
            "cors.enabled",
            "true",
            "cors.map-unhandled-exceptions",
            "false",
            "cors.also-allowed-headers",
            "X-C");
    assertThat(setup.defaultPolicy().map(p -> p.policy().origins().lists(SITE))).contains(true);
    assertThat(setup.policies().known()).containsExactly("other", "shop");
    assertThat(setup.policies().find("shop").map(p -> p.policy().origins().lists(SITE)))
        .contains(true);
    assertThat(setup.preflightStatus()).isEqualTo(204);
    assertThat(setup.preflightCacheControl()).isEqualTo("max-age=60");
    assertThat(setup.problems(LOCAL)).isEmpty();
    assertThat(setup.isOff()).isFalse();
    assertThat(setup.mapsUnhandledExceptions()).isFalse();
    assertThat(setup.alsoAllowed())
        .containsExactly(HeaderName.of("X-A"), HeaderName.of("X-B"), HeaderName.of("X-C"));
  }

  @Test
  void what_suppliers_and_listeners_there_are_is_a_matter_of_code() {
    CorsListener listener = new CorsListener() {};
    Setup setup = code().policy("shop", () -> LOCAL).listener(listener).build();
    assertThat(setup.suppliers()).containsOnlyKeys("shop");
    assertThat(setup.listeners()).containsExactly(listener);
    assertThat(setup.policies().areSupplied()).as("nobody was asked yet").isFalse();

    SuppliedPolicy supplied = new SuppliedPolicy("shop", () -> LOCAL);
    Setup asked = setup.configuredBy(Settings.NONE, Map.of(supplied, LOCAL), new SettingMistakes());
    assertThat(asked.policies().areSupplied()).isTrue();
    assertThat(asked.policies().supplier("shop")).isSameAs(supplied);
    assertThat(asked.policies().supplier("other")).isNull();
    assertThat(asked.policies().find("shop").map(ConfiguredPolicy::policy)).contains(LOCAL);
  }

  @ParameterizedTest
  @CsvSource({
    "mp.config.profile, prod,      true",
    "quarkus.profile,   'a, prod', true",
    "mp.config.profile, dev,       false",
    "cors.production,   true,      true",
    "cors.production,   false,     false",
  })
  void it_is_production_where_configuration_or_its_profile_says_so(
      String key, String value, boolean isProduction) {
    assertThat(configured(code(), key, value).problems(LOCAL).isEmpty()).isNotEqualTo(isProduction);
  }

  @Test
  void the_key_decides_before_the_profile() {
    Setup setup = configured(code(), "mp.config.profile", "prod", "cors.production", "false");
    assertThat(setup.problems(LOCAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cors.preflight-status | 201 | the status of granted preflights is 200 or 204, not 201",
        "cors.preflight-cache-control | ä |"
            + " a value of Cache-Control is printable ASCII, such as \"public, max-age=600\"",
      })
  void what_is_wrong_is_told_in_a_clause_after_its_key(String key, String value, String clause) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> configured(code(), key, value))
        .satisfies(
            e ->
                assertThat(e.mistakes())
                    .singleElement()
                    .asString()
                    .startsWith(key + " in a file")
                    .contains("because " + clause + "; change the value"));
  }

  @Test
  void a_wrong_cache_control_that_is_refused_tells_caches_nothing() {
    List<Mistake> refused = new ArrayList<>();
    Setup setup =
        code()
            .preflightCacheControl("public")
            .build()
            .configuredBy(
                settings("cors.preflight-cache-control", "", "cors.preflight-status", "x"),
                Map.of(),
                SettingMistakes.refusing(refused::add));
    assertThat(setup.preflightCacheControl()).isEmpty();
    assertThat(setup.preflightStatus()).isEqualTo(204);
    assertThat(setup.mistakes().areRefused()).isTrue();
    assertThat(refused).hasSize(2);
  }

  @Test
  void whether_mistakes_stop_is_said_by_configuration_or_else_by_code() {
    Setup stopping = code().build();
    Setup refusing = code().refuseMistakesInConfiguration().build();
    assertThat(stopping.isRefusing(Settings.NONE)).isFalse();
    assertThat(refusing.isRefusing(Settings.NONE)).isTrue();
    assertThat(stopping.isRefusing(settings("cors.on-mistake", "refuse"))).isTrue();
    assertThat(refusing.isRefusing(settings("cors.on-mistake", "stop"))).isFalse();
  }

  @Test
  void what_is_forgiven_is_kept_as_a_hint() {
    Setup setup =
        configured(
            code(),
            "cors.default.origins",
            "'" + SITE + "'",
            "cors.also-allowed-headers",
            "X-A,Cookie");
    assertThat(setup.forgiven())
        .map(hint -> Kinds.of(hint.place(), hint.hint()).replaceFirst(" \".*", ""))
        .containsExactlyInAnyOrder(
            "cors.default.origins in a file, origins: QUOTES_LEFT_OUT",
            "cors.also-allowed-headers in a file, allowedHeaders: HEADERS_LEFT_OUT");
    assertThat(setup.forgiven()).extracting(Hint::place).doesNotHaveDuplicates();
  }

  @Test
  void the_default_policy_can_be_had_without_what_configuration_says_of_a_member() {
    Setup setup =
        configured(
            code().defaultPolicy(Policy.builder().origins(SITE).maxAge(5).build()),
            "cors.default.max-age",
            "7");
    assertThat(maxAge(setup.defaultPolicy(Closings.NONE))).contains(7);
    assertThat(maxAge(setup.defaultPolicy(Closings.NONE.with(Member.MAX_AGE))))
        .isPresent()
        .isNotEqualTo(Optional.of(7));
  }

  private static Optional<Integer> maxAge(Optional<ConfiguredPolicy> policy) {
    return policy.map(p -> p.policy().maxAge().seconds());
  }

  @Test
  void a_named_policy_is_unused_until_an_annotation_refers_to_it() {
    Setup setup = configured(code().policy("shop", LOCAL), "cors.policy.other.origins", SITE);
    assertThat(setup.policies().unused()).containsExactly("other", "shop");
    assertThat(setup.policies().use("shop", Closings.NONE)).isPresent();
    assertThat(setup.policies().unused()).containsExactly("other");
    assertThat(setup.policies().use("other", Closings.NONE.with(Member.ORIGINS)))
        .hasValueSatisfying(p -> assertThat(p.policy().origins().lists(SITE)).isFalse());
    assertThat(setup.policies().find("other"))
        .hasValueSatisfying(p -> assertThat(p.policy().origins().lists(SITE)).isTrue());
    assertThat(setup.policies().unused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"*", "x-*", "Cookie", "Origin", "Access-Control-Allow-Origin", "Sec-Fetch-Mode"})
  void a_header_that_no_script_sets_is_not_also_allowed(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code().alsoAllowHeaders(name))
        .withMessage("No script sets a request header called \"%s\".", name);
  }

  @Test
  void a_name_is_given_once_whether_its_policy_is_supplied_or_not() {
    for (Setup.Builder builder :
        List.of(code().policy("shop", LOCAL), code().policy("shop", () -> LOCAL))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.policy("shop", () -> LOCAL))
          .withMessage("A policy named \"shop\" is there.");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code().policy("Shop", () -> LOCAL))
        .withMessageStartingWith("The name of a policy has lower-case letters");
  }
}
