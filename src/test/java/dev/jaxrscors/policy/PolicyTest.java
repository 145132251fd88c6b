package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.fetch.RequestMethod;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {

  private static final String SITE = "https://app.example.com";
  private static final OriginSource EVERY_TENANT = (origin, target) -> true;

  @Test
  void a_member_that_is_never_set_has_its_closed_default() {
    Policy policy = Policy.builder().origins(SITE).build();
    assertThat(policy.methods().isAll()).isTrue();
    assertThat(policy.allowedHeaders().isDerived()).isTrue();
    assertThat(policy.allowedHeaders().isAny()).isFalse();
    assertThat(policy.exposedHeaders().fieldValue()).isEmpty();
    assertThat(policy.allowsCredentials()).isFalse();
    assertThat(policy.maxAge().seconds()).isEqualTo(600);
    assertThat(policy.rejectsRefused()).isFalse();
    assertThat(policy.isPublic()).isFalse();
  }

  @Test
  void every_member_can_be_set() {
    Policy policy =
        Policy.builder()
            .origins(List.of(SITE))
            .originSource(EVERY_TENANT)
            .methods("PUT")
            .allowedHeaders("X-Trace")
            .exposedHeaders("ETag")
            .credentials(Credentials.ALLOW)
            .maxAge(60)
            .refusal(Refusal.REJECT)
            .build();
    assertThat(policy.origins().source()).isSameAs(EVERY_TENANT);
    assertThat(policy.methods().listed()).containsExactly(RequestMethod.of("PUT"));
    assertThat(policy.allowedHeaders().names().joined()).isEqualTo("X-Trace");
    assertThat(policy.exposedHeaders().fieldValue()).isEqualTo("ETag");
    assertThat(policy.allowsCredentials()).isTrue();
    assertThat(policy.maxAge().fieldValue()).isEqualTo("60");
    assertThat(policy.rejectsRefused()).isTrue();
  }

  @Test
  void only_an_asterisk_makes_a_policy_public() {
    assertThat(Policy.builder().origins("*").build().isPublic()).isTrue();
    assertThat(Policy.builder().origins(SITE, "null").build().isPublic()).isFalse();
    assertThat(Policy.builder().originSource(EVERY_TENANT).build().isPublic()).isFalse();
  }

  @Test
  void the_last_word_on_a_member_counts() {
    Policy policy =
        full()
            .credentials(Credentials.REFUSE)
            .refusal(Refusal.WITHHOLD)
            .maxAge(5)
            .methods("POST")
            .build();
    assertThat(policy.allowsCredentials()).isFalse();
    assertThat(policy.rejectsRefused()).isFalse();
    assertThat(policy.maxAge().seconds()).isEqualTo(5);
    assertThat(policy.methods().listed()).containsExactly(RequestMethod.of("POST"));
  }

  @Test
  void what_is_left_to_others_is_as_if_it_had_never_been_set() {
    Policy policy =
        Policy.builder()
            .origins("https://a.example")
            .credentials(Credentials.ALLOW)
            .credentials(Credentials.INHERIT)
            .refusal(Refusal.REJECT)
            .refusal(Refusal.INHERIT)
            .build();
    assertThat(policy).isEqualTo(Policy.builder().origins("https://a.example").build());
    assertThat(policy.sets(Member.CREDENTIALS)).isFalse();
    assertThat(policy.sets(Member.REFUSAL)).isFalse();
  }

  @Test
  void a_mistake_that_is_set_right_is_forgotten() {
    Policy policy =
        Policy.builder()
            .origins("nonsense")
            .origins(SITE)
            .methods("put")
            .methods("PUT")
            .maxAge(-5)
            .maxAge(5)
            .build();
    assertThat(policy).isEqualTo(Policy.builder().origins(SITE).methods("PUT").maxAge(5).build());
  }

  @Test
  void all_mistakes_are_reported_together() {
    Policy.Builder builder =
        Policy.builder()
            .origins("null", "http://shop.example", "shop.example")
            .methods("get", "TRACK")
            .allowedHeaders("Host")
            .exposedHeaders("*", "Set-Cookie")
            .credentials(Credentials.ALLOW)
            .maxAge(100_000);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(builder::build)
        .satisfies(
            thrown ->
                assertThat(thrown.problems())
                    .extracting(
                        problem -> problem.member().orElseThrow().label() + " " + problem.value())
                    .containsExactlyInAnyOrder(
                        "origins \"shop.example\"",
                        "origins \"null\"",
                        "origins \"http://shop.example\"",
                        "methods \"get\"",
                        "methods \"TRACK\"",
                        "allowedHeaders \"Host\"",
                        "exposedHeaders \"Set-Cookie\"",
                        // Beside another name, and with credentials.
                        "exposedHeaders \"*\"",
                        "exposedHeaders \"*\"",
                        "maxAge 100000"));
  }

  @Test
  void building_twice_gives_equal_policies() {
    Policy.Builder builder = full();
    assertThat(builder.build()).isEqualTo(builder.build()).isNotSameAs(builder.build());
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        arguments("origins", full().origins("https://other.example")),
        arguments("rule", full().originSource(EVERY_TENANT)),
        arguments("methods", full().methods("*")),
        arguments("allowedHeaders", full().allowedHeaders("X-Trace", CorsPolicy.DERIVED)),
        arguments("exposedHeaders", full().exposedHeaders(CorsPolicy.NONE)),
        arguments("credentials", full().credentials(Credentials.REFUSE)),
        arguments("maxAge", full().maxAge(601)),
        arguments("refusal", full().refusal(Refusal.WITHHOLD)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void policies_that_differ_in_one_member_are_not_equal(String member, Policy.Builder other) {
    assertThat(other.build()).as(member).isNotEqualTo(full().build());
  }

  static Stream<Arguments> equals() {
    return Stream.of(
        arguments("order of origins", full().origins("https://*.example.org", SITE)),
        arguments("repeated origins", full().origins(SITE, SITE, "https://*.example.org")),
        arguments("order of methods", full().methods("PUT", "GET")),
        arguments("case of headers", full().allowedHeaders("x-trace")),
        arguments("a waiver", full().dangerously(Danger.INSECURE_ORIGINS)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("equals")
  void policies_that_mean_the_same_are_equal(String difference, Policy.Builder other) {
    assertThat(other.build())
        .as(difference)
        .isEqualTo(full().build())
        .hasSameHashCodeAs(full().build());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"VALUE", "ORIGIN_SOURCE", "DANGEROUSLY"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_member_is_taken_from_another_policy(Member member) {
    Policy from = full().build();
    Policy taken = Policy.builder().origins("https://other.example").take(member, from).build();
    assertThat(taken.sets(member)).isTrue();
    assertThat(taken.written(member)).isEqualTo(from.written(member));
    assertThat(full().take(member, from).build()).isEqualTo(from);
  }

  @Test
  void what_is_not_set_there_is_not_set_here() {
    Policy policy =
        full()
            .take(Member.METHODS, Policy.builder().origins("https://other.example").build())
            .build();
    assertThat(policy).isEqualTo(full().methods("*").build());
    assertThat(policy.sets(Member.METHODS)).isFalse();
  }

  @Test
  void the_last_word_counts_whether_it_is_taken_or_written() {
    assertThat(
            Policy.builder()
                .take(Member.ORIGINS, Policy.builder().origins("https://other.example").build())
                .origins("*")
                .build()
                .isPublic())
        .isTrue();
    assertThat(
            Policy.builder()
                .origins("*")
                .take(Member.ORIGINS, Policy.builder().origins("https://other.example").build())
                .build())
        .isEqualTo(Policy.builder().origins("https://other.example").build());
  }

  @Test
  void origins_and_what_was_waived_for_them_go_together() {
    Policy insecure =
        Policy.builder()
            .origins("http://shop.example")
            .dangerously(Danger.INSECURE_ORIGINS)
            .build();
    Policy.Builder credentialed = Policy.builder().credentials(Credentials.ALLOW);
    assertThat(credentialed.take(Member.ORIGINS, insecure).build().allowsCredentials()).isTrue();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(credentialed.origins("http://other.example")::build)
        .withMessageContaining("\"http://other.example\" is prohibited with credentials");
  }

  @Test
  void a_source_alone_says_who_is_allowed() {
    Policy policy = Policy.builder().originSource(EVERY_TENANT).build();
    assertThat(policy.origins().source()).isSameAs(EVERY_TENANT);
    assertThat(policy.origins()).isNotEqualTo(full().build().origins());
  }

  /** A policy in which no member has its default. */
  private static Policy.Builder full() {
    return Policy.builder()
        .origins(SITE, "https://*.example.org")
        .methods("GET", "PUT")
        .allowedHeaders("X-Trace")
        .exposedHeaders("ETag")
        .credentials(Credentials.ALLOW)
        .maxAge(60)
        .refusal(Refusal.REJECT);
  }
}
