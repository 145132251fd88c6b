package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyHint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySettingsTest {

  private static final String SITE = "https://app.example.com";
  private static final String OTHER = "https://other.example.com";

  /** Reads the policy {@code p} from keys that are written without its prefix. */
  private static Optional<ConfiguredPolicy> read(
      Optional<Policy> inCode, Map<String, String> members) {
    Map<String, String> values = new HashMap<>();
    members.forEach((member, value) -> values.put("cors.policy.p." + member, value));
    return PolicySettings.read(
        Settings.of(List.of(StandardSources.properties("a file", values))),
        PolicyKeys.of("p"),
        inCode);
  }

  private static Policy policy(Map<String, String> members) {
    return read(Optional.empty(), members).orElseThrow().policy();
  }

  @Test
  void without_a_key_it_is_what_code_says() {
    Policy inCode = Policy.builder().origins(SITE).build();
    assertThat(read(Optional.empty(), Map.of())).isEmpty();
    assertThat(read(Optional.of(inCode), Map.of()))
        .contains(ConfiguredPolicy.inCode("policy \"p\"", inCode));
  }

  @Test
  void every_member_can_be_set() {
    Policy policy =
        policy(
            Map.of(
                "origins", SITE + ", " + OTHER,
                "methods", "GET,PUT",
                "allowed-headers", "derived,X-Trace",
                "exposed-headers", "ETag",
                "credentials", "allow",
                "max-age", "60",
                "refusal", "reject"));
    assertThat(policy)
        .isEqualTo(
            Policy.builder()
                .origins(SITE, OTHER)
                .methods("GET", "PUT")
                .allowedHeaders(CorsPolicy.DERIVED, "X-Trace")
                .exposedHeaders("ETag")
                .credentials(Credentials.ALLOW)
                .maxAge(60)
                .refusal(Refusal.REJECT)
                .build());
  }

  @Test
  void the_closed_side_of_every_member_can_be_said_too() {
    Policy policy =
        policy(
            Map.of(
                "origins", "none",
                "allowed-headers", "none",
                "exposed-headers", "none",
                "credentials", "REFUSE",
                "max-age", "-1",
                "refusal", "withhold"));
    assertThat(policy)
        .isEqualTo(
            Policy.builder()
                .origins(CorsPolicy.NONE)
                .allowedHeaders(CorsPolicy.NONE)
                .exposedHeaders(CorsPolicy.NONE)
                .credentials(Credentials.REFUSE)
                .maxAge(-1)
                .refusal(Refusal.WITHHOLD)
                .build());
  }

  @Test
  void a_member_that_is_set_replaces_that_of_code_and_no_other() {
    Policy inCode =
        Policy.builder()
            .origins(SITE)
            .methods("PUT")
            .credentials(Credentials.ALLOW)
            .maxAge(5)
            .build();
    ConfiguredPolicy read =
        read(Optional.of(inCode), Map.of("origins", OTHER, "max-age", "7")).orElseThrow();
    assertThat(read.policy())
        .isEqualTo(
            Policy.builder()
                .origins(OTHER)
                .methods("PUT")
                .credentials(Credentials.ALLOW)
                .maxAge(7)
                .build());
    assertThat(read.places().get(Member.ORIGINS))
        .isEqualTo(
            new Place.Key(
                "cors.policy.p.origins in a file", "cors.policy.p.origins", "p", List.of(OTHER)));
    assertThat(read.places().get(Member.METHODS))
        .isEqualTo(new Place.Key("policy \"p\"", "cors.policy.p.methods", "p", List.of("PUT")));
    assertThat(read.places().get(Member.REFUSAL))
        .isEqualTo(
            new Place.Key(
                "cors.policy.p.refusal in configuration", "cors.policy.p.refusal", "p", List.of()));
  }

  @Test
  void origins_that_are_set_replace_the_rule_and_what_was_waived_with_them() {
    OriginSource everybody = (origin, target) -> true;
    Policy inCode = Policy.builder().origins(SITE).originSource(everybody).build();
    Policy read = read(Optional.of(inCode), Map.of("origins", OTHER)).orElseThrow().policy();
    assertThat(read.origins().hasSource()).isFalse();
  }

  @Test
  void a_waiver_of_loopback_origins_stays_with_the_policy_and_no_other_does() {
    Policy inCode =
        Policy.builder()
            .origins(SITE)
            .dangerously(Danger.values())
            .credentials(Credentials.ALLOW)
            .build();
    Policy local =
        read(Optional.of(inCode), Map.of("origins", "https://localhost,http://localhost:3000"))
            .orElseThrow()
            .policy();
    assertThat(local.problemsInProduction()).isEmpty();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(Optional.of(inCode), Map.of("origins", "http://shop.example")));
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(Optional.of(inCode), Map.of("origins", "https://*.github.io")));
  }

  @Test
  void configuration_alone_waives_nothing() {
    Map<String, String> local = Map.of("origins", "https://localhost");
    Optional<Policy> inCode = Optional.of(Policy.builder().origins(SITE).build());
    assertThat(policy(local).problemsInProduction()).hasSize(1);
    assertThat(read(inCode, local).orElseThrow().policy().problemsInProduction()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"loopback-origins", " Loopback-Origins "})
  void unless_it_says_so(String danger) {
    ConfiguredPolicy local =
        read(
                Optional.empty(),
                Map.of("origins", "https://localhost", "dangerously", danger, "max-age", "5"))
            .orElseThrow();
    assertThat(local.policy())
        .isEqualTo(
            Policy.builder()
                .origins("https://localhost")
                .dangerously(Danger.LOOPBACK_ORIGINS)
                .maxAge(5)
                .build());
    assertThat(local.policy().problemsInProduction()).isEmpty();
  }

  @Test
  void it_says_so_of_origins_in_code_too() {
    Policy inCode = Policy.builder().origins("https://localhost").methods("PUT").build();
    Policy local =
        read(Optional.of(inCode), Map.of("dangerously", "loopback-origins")).orElseThrow().policy();
    assertThat(local)
        .isEqualTo(
            Policy.builder()
                .origins("https://localhost")
                .dangerously(Danger.LOOPBACK_ORIGINS)
                .methods("PUT")
                .build());
  }

  @Test
  void the_default_policy_may_leave_the_origins_to_resources() {
    Policy members = byDefault(Map.of("cors.default.allowed-headers", "derived,X-Trace"));
    assertThat(members.sets(Member.ORIGINS)).isFalse();
    assertThat(members.origins().isNobody()).isTrue();
    assertThat(Policy.builder().origins(SITE).take(Member.ALLOWED_HEADERS, members).build())
        .isEqualTo(
            Policy.builder().origins(SITE).allowedHeaders(CorsPolicy.DERIVED, "X-Trace").build());
  }

  @Test
  void what_contradicts_itself_in_the_default_policy_is_a_mistake_without_origins_too() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(
            () ->
                byDefault(
                    Map.of(
                        "cors.default.credentials", "allow", "cors.default.exposed-headers", "*")))
        .withMessageStartingWith(
            "cors.default.exposed-headers in a file, member exposedHeaders: \"*\"");
  }

  private static Policy byDefault(Map<String, String> values) {
    return PolicySettings.read(
            Settings.of(List.of(StandardSources.properties("a file", values))),
            PolicyKeys.DEFAULT,
            Optional.empty())
        .orElseThrow()
        .policy();
  }

  @Test
  void lists_may_come_element_by_element() {
    Policy policy =
        policy(
            Map.of(
                "origins[0]", SITE,
                "origins[1]", OTHER,
                "methods[0]", "GET",
                "allowed-headers[0]", "derived",
                "allowed-headers[1]", "X-Trace",
                "exposed-headers[0]", "ETag"));
    assertThat(policy)
        .isEqualTo(
            Policy.builder()
                .origins(SITE, OTHER)
                .methods("GET")
                .allowedHeaders(CorsPolicy.DERIVED, "X-Trace")
                .exposedHeaders("ETag")
                .build());
  }

  @Test
  void names_that_are_left_out_leave_none() {
    ConfiguredPolicy read =
        read(Optional.empty(), Map.of("origins", "", "allowed-headers", "origin,Cookie"))
            .orElseThrow();
    assertThat(read.policy())
        .isEqualTo(
            Policy.builder().origins(CorsPolicy.NONE).allowedHeaders(CorsPolicy.NONE).build());
    assertThat(read.hints())
        .containsExactly(
            new Hint(
                "cors.policy.p.allowed-headers in a file",
                PolicyHint.headersLeftOut(Member.ALLOWED_HEADERS, List.of("origin", "Cookie"))));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        row("origins", ",", "origins: "),
        row("origins", SITE + ",", "origins: "),
        row("origins", SITE + ",," + OTHER, "origins: "),
        row("origins", "https://App.example.com", "use \"https://app.example.com\""),
        row("origins", "none," + SITE, "origins: "),
        row("methods", "get", "methods: \"get\""),
        row("methods", "GET,", "methods: "),
        row("allowed-headers", "X Trace", "allowedHeaders: \"X Trace\""),
        row("exposed-headers", "ETag,,Link", "exposedHeaders: "),
        row("exposed-headers", "derived", "exposedHeaders: "),
        row("credentials", "true", "it is none of allow, refuse"),
        row("refusal", "403", "it is none of reject, withhold"),
        row("max-age", "-2", "maxAge: -2"),
        row("max-age", "86401", "maxAge: 86401"),
        row("max-age", "1h", "it is no whole number"),
        row("dangerously", "insecure-origins", "loopback-origins is the one check"),
        row("dangerously", "", "loopback-origins is the one check"));
  }

  private static Arguments row(String member, String value, String part) {
    return Arguments.of(member, value, part);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_told_once_with_its_key_and_source(String member, String value, String part) {
    Map<String, String> members = new HashMap<>(Map.of("origins", SITE));
    members.put(member, value);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> policy(members))
        .withMessageStartingWith("cors.policy.p." + member + " in a file, ")
        .withMessageContaining(part)
        .satisfies(e -> assertThat(e.mistakes()).hasSize(1));
  }

  @Test
  void a_policy_whose_origins_nobody_says_is_a_mistake() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> policy(Map.of("max-age", "60")))
        .withMessageStartingWith("cors.policy.p.* in configuration, member origins: ");
  }

  @Test
  void the_key_that_was_probably_meant_to_say_them_is_named() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> policy(Map.of("max-age", "60", "orgins", SITE)))
        .withMessageContaining(
            "cors.policy.p.orgins in a file has no effect on it: rename it to"
                + " cors.policy.p.origins; or name the origins");
  }

  @Test
  void origins_may_be_those_of_urls_and_of_nothing_else() {
    Settings settings =
        AFile.with(
            "cors.policy.p.origins", OTHER + ",${origin-of:ui}",
            "cors.policy.q.origins", "${ui}",
            "ui", SITE + "/ui?a");
    assertThat(read(settings, "p").policy())
        .isEqualTo(Policy.builder().origins(OTHER, SITE).build());
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(settings, "q"))
        .withMessageContaining("\"${ui}\" is invalid");
  }

  private static ConfiguredPolicy read(Settings settings, String name) {
    return PolicySettings.read(settings, PolicyKeys.of(name), Optional.empty()).orElseThrow();
  }

  @Test
  void a_member_in_a_variable_is_at_the_place_of_the_variable() {
    Settings settings =
        Settings.of(List.of(StandardSources.environment(Map.of("CORS_POLICY_P_ORIGINS", SITE))));
    assertThat(read(settings, "p").places().get(Member.ORIGINS))
        .isEqualTo(
            new Place.Key(
                "cors.policy.p.origins in environment variables (CORS_POLICY_P_ORIGINS)",
                "CORS_POLICY_P_ORIGINS",
                "p",
                List.of(SITE)));
  }

  @Test
  void what_code_and_configuration_must_not_say_together_is_a_mistake() {
    Policy inCode = Policy.builder().origins(SITE).credentials(Credentials.ALLOW).build();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> read(Optional.of(inCode), Map.of("origins", "*")))
        .withMessageStartingWith("cors.policy.p.origins in a file, member origins: \"*\"");
  }

  @Test
  void all_mistakes_of_a_policy_come_together() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(
            () -> policy(Map.of("origins", "x", "credentials", "?", "max-age", "?", "methods", "")))
        .satisfies(e -> assertThat(e.mistakes()).hasSize(4));
  }

  @Test
  void a_source_that_fails_is_told_for_every_key() {
    Settings settings = Settings.of(List.of(new FailingSource()));
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> PolicySettings.read(settings, PolicyKeys.of("p"), Optional.empty()))
        // That there are no origins is none of its own.
        .satisfies(e -> assertThat(e.mistakes()).hasSize(Member.withKeys().size()))
        .withMessageContaining("cors.policy.p.max-age in a vault");
  }

  @Tag("large")
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void a_hundred_thousand_origins_are_read_and_found() {
    Policy policy = policy(Map.of("origins", origins("https://shop-%d.example.com")));
    assertThat(policy.origins().lists(origin("https://shop-99999.example.com"))).isTrue();
    assertThat(policy.origins().lists(origin("https://shop-100000.example.com"))).isFalse();
  }

  @Tag("large")
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void a_hundred_thousand_wrong_ones_make_no_endless_message() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> policy(Map.of("origins", origins("https://Shop-%d.example.com/"))))
        .satisfies(e -> assertThat(e.mistakes()).hasSize(100_000))
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(100_000))
        .withMessageEndingWith("and 99800 more.");
  }

  private static String origins(String format) {
    return IntStream.range(0, 100_000).mapToObj(format::formatted).collect(Collectors.joining(","));
  }

  private static Origin origin(String text) {
    return Objects.requireNonNull(Origin.parse(text));
  }
}
