package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Rows;
import dev.jaxrscors.fetch.HeaderName;
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
    return Rows.of(
        () -> arguments("origins", full().origins("https://other.example")),
        () -> arguments("rule", full().originSource(EVERY_TENANT)),
        () -> arguments("methods", full().methods("*")),
        () -> arguments("allowedHeaders", full().allowedHeaders("X-Trace", CorsPolicy.DERIVED)),
        () -> arguments("exposedHeaders", full().exposedHeaders(CorsPolicy.NONE)),
        () -> arguments("credentials", full().credentials(Credentials.REFUSE)),
        () -> arguments("maxAge", full().maxAge(601)),
        () -> arguments("refusal", full().refusal(Refusal.WITHHOLD)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void policies_that_differ_in_one_member_are_not_equal(String member, Policy.Builder other) {
    assertThat(other.build()).as(member).isNotEqualTo(full().build());
  }

  static Stream<Arguments> equals() {
    return Rows.of(
        () -> arguments("order of origins", full().origins("https://*.example.org", SITE)),
        () -> arguments("repeated origins", full().origins(SITE, SITE, "https://*.example.org")),
        () -> arguments("order of methods", full().methods("PUT", "GET")),
        () -> arguments("case of headers", full().allowedHeaders("x-trace")),
        () -> arguments("a waiver", full().dangerously(Danger.INSECURE_ORIGINS)));
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

  @Test
  void what_a_list_was_given_is_told_and_what_it_was_not_is_not() {
    Policy policy = full().allowedHeaders("X-Trace", CorsPolicy.DERIVED).build();
    assertThat(policy.written(Member.ORIGINS)).containsExactly(SITE, "https://*.example.org");
    assertThat(policy.written(Member.METHODS)).containsExactly("GET", "PUT");
    assertThat(policy.written(Member.ALLOWED_HEADERS))
        .containsExactly(CorsPolicy.DERIVED, "X-Trace");
    assertThat(policy.written(Member.EXPOSED_HEADERS)).containsExactly("ETag");
    assertThat(policy.written(Member.MAX_AGE)).isEmpty();
    assertThat(Policy.builder().origins(SITE).build().written(Member.METHODS)).isEmpty();
  }

  @Test
  void all_and_nothing_are_told_by_their_own_words() {
    Policy all =
        Policy.builder().origins("*").methods("*").allowedHeaders("*").exposedHeaders("*").build();
    assertThat(all.written(Member.METHODS)).containsExactly(CorsPolicy.ANY);
    assertThat(all.written(Member.ALLOWED_HEADERS)).containsExactly(CorsPolicy.ANY);
    assertThat(all.written(Member.EXPOSED_HEADERS)).containsExactly(CorsPolicy.ANY);
    assertThat(Policy.CLOSED.written(Member.ALLOWED_HEADERS)).containsExactly(CorsPolicy.NONE);
    assertThat(Policy.CLOSED.written(Member.EXPOSED_HEADERS)).containsExactly(CorsPolicy.NONE);
  }

  @Test
  void off_is_told_from_closed() {
    assertThat(Policy.builder().origins(CorsPolicy.OFF).build().isOff()).isTrue();
    assertThat(Policy.CLOSED.isOff()).isFalse();
  }

  @Test
  void a_check_is_set_aside_for_the_policy_that_says_so() {
    Policy policy = full().dangerously(Danger.INSECURE_ORIGINS).build();
    assertThat(policy.waives(Danger.INSECURE_ORIGINS)).isTrue();
    assertThat(policy.waives(Danger.LOOPBACK_ORIGINS)).isFalse();
  }

  @Test
  void loopback_origins_that_are_taken_can_be_waived_where_they_are_taken_to() {
    Policy local = Policy.builder().origins("http://localhost:3000").build();
    Policy.Builder taken = Policy.builder().take(Member.ORIGINS, local);
    assertThat(taken.build().loopbackOrigins()).containsExactly("http://localhost:3000");
    assertThat(taken.dangerously(Danger.LOOPBACK_ORIGINS).build().loopbackOrigins()).isEmpty();
  }

  @Test
  void another_source_changes_nothing_else() {
    Policy policy = full().build().withOriginSource(EVERY_TENANT);
    assertThat(policy).isEqualTo(full().originSource(EVERY_TENANT).build());
    assertThat(policy.sets(Member.MAX_AGE)).isTrue();
  }

  @Test
  void headers_are_added_to_those_that_are_derived_or_named() {
    List<HeaderName> more = List.of(HeaderName.of("X-Csrf"), HeaderName.of("x-trace"));
    Policy policy = full().build();
    assertThat(policy.alsoAllowing(List.of())).isSameAs(policy);
    assertThat(policy.alsoAllowing(more))
        .isEqualTo(full().allowedHeaders("X-Trace", "X-Csrf").build());
    Policy derived = Policy.builder().origins(SITE).build();
    assertThat(derived.alsoAllowing(more).allowedHeaders())
        .isEqualTo(
            full()
                .allowedHeaders(CorsPolicy.DERIVED, "X-Csrf", "X-Trace")
                .build()
                .allowedHeaders());
  }

  @Test
  void to_an_asterisk_authorization_alone_is_added() {
    Policy.Builder any = full().allowedHeaders("*");
    List<HeaderName> more = List.of(HeaderName.of("X-Csrf"), HeaderName.of("Authorization"));
    assertThat(any.build().alsoAllowing(more))
        .isEqualTo(full().allowedHeaders("*", "Authorization").build());
  }

  @Test
  void where_no_header_is_allowed_none_is_added() {
    Policy none = full().allowedHeaders(CorsPolicy.NONE).build();
    assertThat(none.alsoAllowing(List.of(HeaderName.of("X-Csrf")))).isEqualTo(none);
  }

  @Test
  void what_differs_mostly_has_another_hash_code() {
    assertThat(
            Stream.of(
                    full().build(),
                    full().maxAge(5).build(),
                    full().methods("*").build(),
                    full().refusal(Refusal.WITHHOLD).build())
                .map(Policy::hashCode)
                .distinct())
        .hasSize(4);
  }
}
