package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.OriginPattern;
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
}
