package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfiguredPolicyTest {

  private static final String SITE = "https://app.example.com";
  private static final String IN_CODE = "policy \"shop\"";
  private static final Policy POLICY =
      Policy.builder().origins(SITE).credentials(Credentials.ALLOW).build();

  private final ConfiguredPolicy inCode = ConfiguredPolicy.inCode(IN_CODE, POLICY);

  @Test
  void of_a_policy_in_code_all_is_written_there() {
    assertThat(inCode.place()).isEqualTo(new Place.Code(IN_CODE, List.of()));
    assertThat(inCode.place(Member.ORIGINS)).isEqualTo(new Place.Code(IN_CODE, List.of(SITE)));
    assertThat(inCode.place(Member.METHODS)).isEqualTo(inCode.place());
    assertThat(Member.values()).noneMatch(inCode::isConfigured);
    assertThat(inCode.hints()).isEmpty();
  }

  @Test
  void what_no_key_can_set_is_where_the_policy_is() {
    assertThat(inCode.place(Member.ORIGIN_SOURCE)).isEqualTo(inCode.place());
    assertThat(inCode.places()).doesNotContainKey(Member.ORIGIN_SOURCE);
  }

  @Test
  void it_declares_the_members_that_it_sets_and_no_others() {
    assertThat(inCode.declaration().place()).isEqualTo(IN_CODE);
    assertThat(inCode.declaration().written().keySet())
        .isEqualTo(Set.of(Member.ORIGINS, Member.CREDENTIALS));
    assertThat(inCode.declaration().texts(Member.ORIGINS)).containsExactly(SITE);
  }

  @Test
  void it_sets_one_member_at_a_time() {
    Policy.Builder builder = Policy.builder().origins(CorsPolicy.NONE);
    inCode.set(builder, Member.CREDENTIALS, mistake -> {});
    assertThat(builder.build())
        .isEqualTo(
            Policy.builder().origins(CorsPolicy.NONE).credentials(Credentials.ALLOW).build());
  }

  @Test
  void a_member_that_has_a_key_is_configured() {
    ConfiguredPolicy configured =
        PolicySettings.read(
                AFile.with("cors.policy.shop.max-age", "5"),
                PolicyKeys.of("shop"),
                Optional.of(POLICY))
            .orElseThrow();
    assertThat(Member.values())
        .filteredOn(configured::isConfigured)
        .containsExactly(Member.MAX_AGE);
    assertThat(configured.place(Member.MAX_AGE).name())
        .isEqualTo("cors.policy.shop.max-age in a file");
    assertThat(configured.place(Member.ORIGINS).name()).isEqualTo(IN_CODE);
  }
}
