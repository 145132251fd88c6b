package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Levels that refer to wrong configuration, where that stops nothing: what is wrong is left out,
 * what an annotation spells out stays, and mistakes there stop all the same.
 */
class RefusedConfigurationTest {

  private static final String SITE = "https://app.example.com";
  private static final String OTHER = "https://other.example.com";

  @CorsPolicy(origins = {SITE, "${shop.origins}"})
  static class Beside {}

  @CorsPolicy(
      origins = "${shop.origins}",
      allowedHeaders = "${shop.headers:derived}",
      exposedHeaders = "${shop.exposed:none}")
  static class Written {}

  @CorsPolicy(origins = "${shop.origins}", credentials = Credentials.ALLOW)
  static class Credentialed {}

  @CorsPolicy("shop")
  static class Named {}

  @CorsPolicy("${shop.policy}")
  static class Dynamic {}

  @CorsPolicy("${shop.policy:nonsense name}")
  static class DynamicWithDefault {}

  @CorsPolicy(origins = {"nonsense", "${shop.origins}"})
  static class WrongInCode {}

  @CorsPolicy(origins = "${shop.origins")
  static class Unclosed {}

  private final Map<String, String> values = new HashMap<>();
  private final Set<Mistake> refused = new LinkedHashSet<>();

  private RefusedConfigurationTest with(String key, String value) {
    values.put(key, value);
    return this;
  }

  private AppliedPolicy resolve(Class<?>... nearestFirst) {
    LevelWalk levels = new LevelWalk();
    Arrays.stream(nearestFirst).forEach(levels::addClass);
    Setup setup =
        Setup.EMPTY.configuredBy(
            Settings.of(List.of(StandardSources.properties("a file", values))),
            Map.of(),
            SettingMistakes.refusing(refused::add));
    return new Resolver(setup, new SourceInstances()).resolve(levels);
  }

  private Policy policy(Class<?>... nearestFirst) {
    AppliedPolicy resolved = resolve(nearestFirst);
    assertThat(resolved).isInstanceOf(AppliedPolicy.Resolved.class);
    return ((AppliedPolicy.Resolved) resolved).policy();
  }

  private List<String> refused() {
    return refused.stream().map(Kinds::of).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'nonsense',          false",
    "'nonsense,https://other.example.com', true",
    "',https://other.example.com', true",
    "'none,https://other.example.com', false",
    "'',                  false",
  })
  void what_is_wrong_is_left_out_and_the_rest_stays(String origins, boolean isOtherAllowed) {
    Policy policy = with("shop.origins", origins).policy(Beside.class);
    assertThat(policy.origins().lists(SITE)).isTrue();
    assertThat(policy.origins().lists(OTHER)).isEqualTo(isOtherAllowed);
    assertThat(policy.origins().lists("nonsense")).isFalse();
  }

  @Test
  void a_placeholder_without_a_value_is_nobody() {
    assertThat(policy(Written.class).origins().isNobody()).isTrue();
    assertThat(refused())
        .containsExactly("Written, origins: UNRESOLVED_PLACEHOLDER ${shop.origins}");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "a,,b"})
  void an_empty_element_is_a_mistake(String headers) {
    with("shop.origins", SITE).with("shop.headers", headers);
    Policy policy = policy(Written.class);
    assertThat(policy.origins().lists(SITE)).isTrue();
    assertThat(refused())
        .contains("Written (shop.headers in a file), allowedHeaders: EMPTY_ELEMENT");
  }

  @Test
  void what_credentials_forbid_is_left_out_of_configuration() {
    Policy policy = with("shop.origins", "*," + SITE).policy(Credentialed.class);
    assertThat(policy.allowsCredentials()).isTrue();
    assertThat(policy.origins().lists(SITE)).isTrue();
    assertThat(policy.origins().isAny()).isFalse();
    assertThat(refused()).hasSize(1);
  }

  @CorsPolicy(value = "shop", credentials = Credentials.ALLOW)
  static class NamedWithCredentials {}

  @Test
  void so_it_is_where_an_annotation_names_the_policy() {
    with("cors.policy.shop.origins", "*," + SITE);
    Policy policy = policy(NamedWithCredentials.class);
    assertThat(policy.allowsCredentials()).isTrue();
    assertThat(policy.origins().lists(SITE)).isTrue();
    assertThat(policy.origins().isAny()).isFalse();
    assertThat(refused()).hasSize(1);
  }

  @CorsPolicy(origins = "${shop.origins:}")
  static class Emptied {}

  @Test
  void a_placeholder_that_stands_for_nothing_allows_nobody_and_is_no_mistake() {
    assertThat(policy(Emptied.class).origins().isNobody()).isTrue();
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "Shop API", "https://app.example.com", ""})
  void a_name_that_configuration_holds_and_nobody_declares_is_nobody(String name) {
    assertThat(with("shop.policy", name).policy(Dynamic.class).origins().isNobody()).isTrue();
    assertThat(refused).hasSize(1);
  }

  @Test
  void a_name_that_configuration_holds_may_be_declared() {
    with("shop.policy", " shop ").with("cors.policy.shop.origins", SITE);
    assertThat(policy(Dynamic.class).origins().lists(SITE)).isTrue();
    assertThat(refused).isEmpty();
  }

  @Test
  void what_stops_is_told_where_it_was_read() {
    Setup stopping =
        Setup.EMPTY.configuredBy(
            Settings.of(
                List.of(
                    StandardSources.properties(
                        "a file", Map.of("shop.origins", "http://shop.example")))));
    AppliedPolicy resolved =
        new Resolver(stopping, new SourceInstances())
            .resolve(new LevelWalk().addClass(Credentialed.class));
    assertThat(((AppliedPolicy.Broken) resolved).mistakes())
        .extracting(Mistake::place)
        .containsExactly("Credentialed (shop.origins in a file)");
  }

  @Test
  void a_name_that_an_annotation_spells_out_stops() {
    assertThat(resolve(Named.class)).isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(resolve(DynamicWithDefault.class)).isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(refused).isEmpty();
  }

  @Test
  void one_whose_key_is_misspelled_is_nobody() {
    with("cors.policy.shop.orgins", SITE);
    assertThat(policy(Named.class).origins().isNobody()).isTrue();
    assertThat(refused)
        .singleElement()
        .asString()
        .contains("rename it to cors.policy.shop.origins");
  }

  @Test
  void so_is_the_default_policy_whose_key_is_misspelled() {
    with("cors.default.orgins", SITE).with("cors.default.max-age", "5");
    assertThat(policy(MaxAge.class).origins().isNobody()).isTrue();
    assertThat(refused).singleElement().asString().contains("rename it to cors.default.origins");
  }

  @CorsPolicy(methods = "GET")
  static class MaxAge {}

  @ParameterizedTest
  @ValueSource(classes = {WrongInCode.class, Unclosed.class})
  void what_is_wrong_in_code_stops(Class<?> type) {
    with("shop.origins", SITE);
    assertThat(resolve(type)).isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(refused).isEmpty();
  }

  @Test
  void each_value_is_where_it_was_read() {
    with("shop.origins", SITE).with("shop.exposed", "ETag");
    AppliedPolicy.Resolved resolved = (AppliedPolicy.Resolved) resolve(Written.class);
    Provenance provenance = resolved.provenance();
    assertThat(provenance.of(Member.ORIGINS)).isEqualTo("Written (shop.origins in a file)");
    assertThat(provenance.of(Member.EXPOSED_HEADERS)).isEqualTo("Written (shop.exposed in a file)");
    assertThat(provenance.of(Member.ALLOWED_HEADERS)).startsWith("Written (shop.headers");
    assertThat(provenance.place(Member.ORIGINS).written()).containsExactly(SITE);
  }

  @Test
  void members_that_a_named_policy_brings_are_where_it_is_written() {
    with("cors.policy.shop.origins", SITE).with("cors.policy.shop.max-age", "5");
    AppliedPolicy.Resolved resolved = (AppliedPolicy.Resolved) resolve(Named.class);
    assertThat(resolved.provenance().of(Member.ORIGINS))
        .isEqualTo("cors.policy.shop.origins in a file");
    assertThat(resolved.provenance().of(Member.MAX_AGE))
        .isEqualTo("cors.policy.shop.max-age in a file");
  }
}
