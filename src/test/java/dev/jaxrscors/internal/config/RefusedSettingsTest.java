package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.internal.cascade.Closings;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.ProblemKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One policy in configuration that is wrong, where that grants nothing instead of stopping. */
class RefusedSettingsTest {

  private static final String SITE = "https://app.example.com";
  private static final PolicyKeys KEYS = PolicyKeys.of("p");
  private static final String ORIGINS = "cors.policy.p.origins";
  private static final Policy FIVE_SECONDS = Policy.builder().origins(SITE).maxAge(5).build();

  // A mistake may be met more than once.
  private final Set<Mistake> refused = new LinkedHashSet<>();

  private ConfiguredPolicy read(Settings settings, Closings closings, Policy... inCode) {
    return PolicySettings.read(
            settings,
            KEYS,
            Optional.of(List.of(inCode)).filter(p -> !p.isEmpty()).map(p -> p.get(0)),
            closings,
            SettingMistakes.refusing(refused::add))
        .orElseThrow();
  }

  private Policy policy(Settings settings, Policy... inCode) {
    return read(settings, Closings.NONE, inCode).policy();
  }

  private List<String> places() {
    return refused.stream().map(Mistake::place).toList();
  }

  @Test
  void without_a_key_there_is_what_code_says_or_nothing() {
    Policy inCode = Policy.builder().origins(SITE).build();
    assertThat(read(AFile.with(), Closings.NONE, inCode))
        .isEqualTo(ConfiguredPolicy.inCode("policy \"p\"", inCode));
    assertThat(
            PolicySettings.read(
                AFile.with(),
                KEYS,
                Optional.empty(),
                Closings.NONE,
                SettingMistakes.refusing(refused::add)))
        .isEmpty();
  }

  @Test
  void what_is_right_stays_as_it_is() {
    Policy policy = policy(AFile.with(ORIGINS, SITE, "cors.policy.p.max-age", "5"));
    assertThat(policy).isEqualTo(FIVE_SECONDS);
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'https://app.example.com,b.example'",
    "'https://app.example.com,'",
    "',https://app.example.com,,'"
  })
  void of_a_list_what_is_wrong_is_left_out(String origins) {
    Policy policy = policy(AFile.with(ORIGINS, origins));
    assertThat(policy).isEqualTo(Policy.builder().origins(SITE).build());
    assertThat(places()).containsExactly(ORIGINS + " in a file");
  }

  @Test
  void origins_of_which_none_is_right_are_nobody() {
    assertThat(policy(AFile.with(ORIGINS, "b.example")).origins().isNobody()).isTrue();
    assertThat(places()).containsExactly(ORIGINS + " in a file");
  }

  @ParameterizedTest
  @CsvSource({"max-age, soon", "max-age, -7", "refusal, rejct", "credentials, yes", "methods, ''"})
  void a_member_that_is_wrong_is_closed_whatever_code_says(String member, String value) {
    Policy.Builder written =
        Policy.builder().origins(SITE).methods("PUT").credentials(Credentials.ALLOW).maxAge(60);
    Policy policy = policy(AFile.with("cors.policy.p." + member, value), written.build());
    Member wrong =
        Member.withKeys().stream().filter(m -> m.key().equals(member)).findAny().orElseThrow();
    assertThat(policy).isEqualTo(written.take(wrong, Policy.CLOSED).build());
    assertThat(places()).containsExactly("cors.policy.p." + member + " in a file");
  }

  @Test
  void credentials_give_way_to_origins_in_code_that_cannot_have_them() {
    Policy everybody = Policy.builder().origins(CorsPolicy.ANY).build();
    Policy policy = policy(AFile.with("cors.policy.p.credentials", "allow"), everybody);
    assertThat(policy.isPublic()).isTrue();
    assertThat(policy.allowsCredentials()).isFalse();
    assertThat(refused).hasSize(1);
  }

  @Test
  void where_the_origins_are_missing_it_is_nobody_and_the_key_that_was_meant_is_named() {
    Policy policy = policy(AFile.with("cors.policy.p.max-age", "5", "cors.policy.p.orgins", SITE));
    assertThat(policy.origins().isNobody()).isTrue();
    assertThat(policy.maxAge()).isEqualTo(FIVE_SECONDS.maxAge());
    assertThat(refused)
        .singleElement()
        .asString()
        .startsWith("cors.policy.p.* in configuration, ")
        .contains("rename it to " + ORIGINS);
  }

  @Test
  void another_check_than_that_of_loopback_origins_is_not_set_aside() {
    Policy policy = policy(AFile.with(ORIGINS, SITE, "cors.policy.p.dangerously", "all"));
    assertThat(policy).isEqualTo(Policy.builder().origins(SITE).build());
    assertThat(policy.waives(Danger.LOOPBACK_ORIGINS)).isFalse();
    assertThat(places()).containsExactly("cors.policy.p.dangerously in a file");
  }

  @Test
  void what_is_forgiven_is_hinted_at_once() {
    ConfiguredPolicy read =
        read(
            AFile.with(ORIGINS, "'" + SITE + "',b.example", "cors.policy.p.max-age", "x"),
            Closings.NONE);
    assertThat(read.hints()).extracting(Hint::place).containsExactly(ORIGINS + " in a file");
    assertThat(refused).hasSize(2);
  }

  @Test
  void what_its_users_leave_out_is_left_out_for_them() {
    Settings settings =
        AFile.with(
            ORIGINS,
            SITE + ",https://b.example",
            "cors.policy.p.max-age",
            "5",
            "cors.policy.p.credentials",
            "allow");
    Closings closings =
        new Closings(
            Set.of(Member.CREDENTIALS, Member.METHODS),
            Set.of(new Closings.Value(Member.ORIGINS, "\"https://b.example\"")));
    Policy inCode = Policy.builder().origins(SITE).methods("PUT").build();
    Policy policy = read(settings, closings, inCode).policy();
    assertThat(policy)
        .isEqualTo(
            Policy.builder()
                .origins(SITE)
                .take(Member.METHODS, Policy.CLOSED)
                .credentials(Credentials.REFUSE)
                .maxAge(5)
                .build());
    assertThat(refused).isEmpty();
  }

  /** A file of which some keys cannot be read. */
  private static Settings sealed(Source file, String... keys) {
    Set<String> sealed = new HashSet<>(List.of(keys));
    return Settings.of(
        List.of(
            new Source() {
              @Override
              public String name() {
                return file.name();
              }

              @Override
              public @Nullable String value(String key) {
                if (sealed.contains(key)) {
                  throw new IllegalStateException("sealed");
                }
                return file.value(key);
              }

              @Override
              public Set<String> keys() {
                return file.keys();
              }
            }));
  }

  @Test
  void a_member_that_cannot_be_read_is_closed_and_is_said_to_be_configured() {
    Settings settings = sealed(AFile.named("a vault", ORIGINS, SITE), "cors.policy.p.credentials");
    Policy inCode = Policy.builder().origins(SITE).credentials(Credentials.ALLOW).build();
    ConfiguredPolicy read = read(settings, Closings.NONE, inCode);
    assertThat(read.policy())
        .isEqualTo(Policy.builder().origins(SITE).credentials(Credentials.REFUSE).build());
    assertThat(read.isConfigured(Member.CREDENTIALS)).isTrue();
    assertThat(read.isConfigured(Member.MAX_AGE)).isFalse();
    assertThat(places()).containsExactly("cors.policy.p.credentials in a vault");
  }

  @Test
  void origins_that_cannot_be_read_are_nobody_and_that_is_one_mistake() {
    Policy policy = policy(sealed(AFile.named("a vault", "cors.policy.p.max-age", "5"), ORIGINS));
    assertThat(policy.origins().isNobody()).isTrue();
    assertThat(places()).containsExactly(ORIGINS + " in a vault");
  }

  @Test
  void where_nothing_can_be_read_all_is_closed() {
    Policy policy = policy(Settings.of(List.of(new FailingSource())));
    assertThat(policy.origins().isNobody()).isTrue();
    assertThat(policy.allowsCredentials()).isFalse();
    assertThat(policy.waives(Danger.LOOPBACK_ORIGINS)).isFalse();
    assertThat(refused)
        .hasSize(Member.withKeys().size())
        .allMatch(m -> m.problem().kind() == ProblemKind.INVALID_SETTING);
  }
}
