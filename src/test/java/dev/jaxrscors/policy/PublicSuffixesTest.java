package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.OriginPattern;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSuffixesTest {

  private static boolean isPublicSuffix(String domain) {
    return PublicSuffixes.contain(OriginPattern.parse("https://" + domain).host());
  }

  private static Policy.Builder credentialed(String... origins) {
    return Policy.builder().origins(origins).credentials(Credentials.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com",
        "uk",
        "co.uk",
        "github.io",
        "herokuapp.com",
        "cloudfront.net",
        "anything.ck", // *.ck
        "any.kawasaki.jp", // *.kawasaki.jp
        "kawasaki.jp", // no suffix, but every name right below it is one
        "xn--p1ai", // in Unicode in the list
        "no-such-tld"
      })
  void anyone_can_register_a_name_under(String domain) {
    assertThat(isPublicSuffix(domain)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "example.co.uk",
        "example.github.io",
        "www.ck", // !www.ck
        "city.kawasaki.jp", // !city.kawasaki.jp
        "localhost",
        "internal.corp"
      })
  void a_name_is_registered_by_one_owner(String domain) {
    assertThat(isPublicSuffix(domain)).isFalse();
  }

  @Test
  void an_exact_origin_is_never_refused_however_old_the_list() {
    assertThat(credentialed("https://github.io", "https://co.uk", "https://com").build())
        .extracting(Policy::allowsCredentials)
        .isEqualTo(true);
  }

  @Test
  void without_credentials_a_wildcard_may_stand_anywhere() {
    assertThat(Policy.builder().origins("https://*.github.io").build().allowsCredentials())
        .isFalse();
  }

  @Test
  void the_check_can_be_waived_by_name() {
    Policy waived = credentialed("https://*.github.io").dangerously(Danger.PUBLIC_SUFFIXES).build();
    assertThat(waived.allowsCredentials()).isTrue();
  }

  @Test
  void a_wildcard_under_one_is_refused_with_credentials_and_each_is_told_once() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(
            credentialed("https://*.uk:*", "https://*.a.example", "https://*.github.io")::build)
        .satisfies(
            thrown ->
                assertThat(thrown.problems())
                    .extracting(PolicyProblem::value)
                    .containsExactly("\"https://*.github.io\"", "\"https://*.uk:*\""));
  }

  @Test
  void the_way_out_of_plain_http_leads_to_a_domain_of_ones_own_over_https() {
    assertThat(
            PolicyProblem.publicSuffixWithCredentials(OriginPattern.parse("http://*.github.io"))
                .remedy())
        .contains("\"https://*.example.github.io\"");
  }

  @Test
  void the_list_is_read_without_its_comments_as_browsers_write_names() {
    Set<String> rules = PublicSuffixes.read();
    assertThat(rules).contains("com", "*.ck", "!www.ck", "xn--p1ai").hasSizeGreaterThan(9_000);
    assertThat(rules)
        .allMatch(rule -> !rule.isEmpty() && rule.chars().allMatch(c -> c > ' ' && c < 0x7F))
        .noneMatch(rule -> rule.startsWith("//"));
  }

  @Test
  void the_list_is_read_once() {
    assertThat(PublicSuffixes.rules()).isNotEmpty().isSameAs(PublicSuffixes.rules());
  }
}
