package dev.jaxrscors.internal.cascade;

import static dev.jaxrscors.policy.Member.ALLOWED_HEADERS;
import static dev.jaxrscors.policy.Member.CREDENTIALS;
import static dev.jaxrscors.policy.Member.MAX_AGE;
import static dev.jaxrscors.policy.Member.METHODS;
import static dev.jaxrscors.policy.Member.ORIGINS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is wrong in configuration is left out, and no more of it than that. */
class ClosingTest {

  private static final String SITE = "https://a.example";

  private final List<Mistake> refused = new ArrayList<>();

  /** Members that configuration brings, but for what is left out of it. */
  private record Configured(Declaration declaration, Set<Member> members, Closings closings)
      implements Layer {

    @Override
    public boolean isConfigured(Member member) {
      return members.contains(member);
    }

    @Override
    public List<String> read(Member member, Consumer<? super Mistake> mistakes) {
      return declaration.texts(member).stream()
          .filter(text -> !isConfigured(member) || !closings.leaveOut(member, text))
          .toList();
    }

    @Override
    public void set(Policy.Builder builder, Member member, Consumer<? super Mistake> mistakes) {
      boolean isLeftOut = read(member, mistakes).isEmpty() || closings.areOf(member);
      if (isConfigured(member) && isLeftOut) {
        Layer.close(builder, member);
      } else {
        Layer.super.set(builder, member, mistakes);
      }
    }
  }

  private Cascade<Configured> closing(Map<Member, List<String>> written, Member... configured) {
    Set<Member> members = EnumSet.noneOf(Member.class);
    members.addAll(List.of(configured));
    Declaration declaration = new Declaration("Orders", new EnumMap<>(written));
    return Cascade.closing(
        closings -> Cascade.of(List.of(new Configured(declaration, members, closings))),
        refused::add);
  }

  private List<String> values() {
    return refused.stream().map(mistake -> mistake.problem().value()).toList();
  }

  @Test
  void what_is_right_stays_as_it_is() {
    Policy policy =
        closing(Map.of(ORIGINS, List.of(SITE), MAX_AGE, List.of("5")), ORIGINS, MAX_AGE)
            .policy()
            .orElseThrow();
    assertThat(policy).isEqualTo(Policy.builder().origins(SITE).maxAge(5).build());
    assertThat(refused).isEmpty();
  }

  @Test
  void of_a_list_the_wrong_values_alone_are_left_out() {
    Policy policy =
        closing(Map.of(ORIGINS, List.of("https://A.example", SITE, "b.example")), ORIGINS)
            .policy()
            .orElseThrow();
    assertThat(policy).isEqualTo(Policy.builder().origins(SITE).build());
    assertThat(values()).containsExactly("\"https://A.example\"", "\"b.example\"");
  }

  @Test
  void a_list_that_is_wrong_as_a_whole_is_closed() {
    Policy policy =
        closing(Map.of(ORIGINS, List.of("b.example"), METHODS, List.of("PUT")), ORIGINS)
            .policy()
            .orElseThrow();
    assertThat(policy).isEqualTo(Policy.builder().origins("(none)").methods("PUT").build());
    assertThat(values()).containsExactly("\"b.example\"");
  }

  @Test
  void values_that_contradict_each_other_close_their_list() {
    Policy policy =
        closing(
                Map.of(ORIGINS, List.of(SITE), ALLOWED_HEADERS, List.of("(none)", "X-A")),
                ALLOWED_HEADERS)
            .policy()
            .orElseThrow();
    assertThat(policy.origins().patterns()).containsExactly(SITE);
    assertThat(policy.allowedHeaders()).isEqualTo(Policy.CLOSED.allowedHeaders());
    assertThat(refused).hasSize(1);
  }

  @Test
  void a_single_value_that_is_wrong_grants_nothing() {
    Policy policy =
        closing(Map.of(ORIGINS, List.of(SITE), MAX_AGE, List.of("-7")), MAX_AGE)
            .policy()
            .orElseThrow();
    assertThat(policy.maxAge()).isEqualTo(Policy.CLOSED.maxAge());
    assertThat(values()).containsExactly("-7");
  }

  @Test
  void configured_credentials_give_way_to_origins_in_code_that_cannot_have_them() {
    Policy policy =
        closing(Map.of(ORIGINS, List.of("*"), CREDENTIALS, List.of("ALLOW")), CREDENTIALS)
            .policy()
            .orElseThrow();
    assertThat(policy.isPublic()).isTrue();
    assertThat(policy.allowsCredentials()).isFalse();
    assertThat(values()).containsExactly("\"*\"");
  }

  @Test
  void configured_origins_give_way_to_credentials_in_code() {
    Policy policy =
        closing(Map.of(ORIGINS, List.of("null", SITE), CREDENTIALS, List.of("ALLOW")), ORIGINS)
            .policy()
            .orElseThrow();
    assertThat(policy.origins().patterns()).containsExactly(SITE);
    assertThat(policy.allowsCredentials()).isTrue();
    assertThat(values()).containsExactly("\"null\"");
  }

  @Test
  void what_is_wrong_in_code_stays_a_mistake() {
    Cascade<Configured> cascade =
        closing(Map.of(ORIGINS, List.of("b.example", SITE), MAX_AGE, List.of("-7")), MAX_AGE);
    assertThat(cascade.policy()).isEmpty();
    assertThat(cascade.found())
        .extracting(found -> found.mistake().problem().value())
        .containsExactly("\"b.example\"");
    assertThat(values()).containsExactly("-7");
  }

  @Test
  void credentials_in_code_stay_whatever_the_origins_in_code() {
    Cascade<Configured> cascade =
        closing(
            Map.of(ORIGINS, List.of("*"), CREDENTIALS, List.of("ALLOW"), MAX_AGE, List.of("5")),
            MAX_AGE);
    assertThat(cascade.found()).hasSize(1);
    assertThat(refused).isEmpty();
  }

  @Test
  void all_of_a_member_is_left_out_or_some_values() {
    Closings some =
        new Closings(Set.of(), Set.of(new Closings.Value(ORIGINS, "\"https://a.example\"")));
    assertThat(some.leaveOut(ORIGINS, SITE)).isTrue();
    assertThat(some.leaveOut(ORIGINS, "https://b.example")).isFalse();
    assertThat(some.leaveOut(METHODS, SITE)).isFalse();
    assertThat(some.areOf(ORIGINS)).isFalse();
    assertThat(some.isNone()).isFalse();
    Closings more = some.with(METHODS);
    assertThat(more.areOf(METHODS)).isTrue();
    assertThat(more.leaveOut(METHODS, "PUT")).isTrue();
    assertThat(more.leaveOut(ORIGINS, SITE)).isTrue();
  }

  @Test
  void what_others_leave_out_is_left_out_too() {
    Closings values = new Closings(Set.of(), Set.of(new Closings.Value(ORIGINS, "\"a\"")));
    Closings members = Closings.NONE.with(METHODS);
    assertThat(Closings.NONE.isNone()).isTrue();
    assertThat(members.isNone()).isFalse();
    assertThat(values.with(members))
        .isEqualTo(members.with(values))
        .isEqualTo(new Closings(Set.of(METHODS), values.values()));
    assertThat(members.with(Closings.NONE.with(MAX_AGE)).members())
        .containsExactlyInAnyOrder(METHODS, MAX_AGE);
  }

  /** What stands in code. */
  private record Written(Declaration declaration) implements Layer {}

  @Test
  void only_what_says_so_is_configured_and_with_a_member_each_of_its_values() {
    Declaration declaration = new Declaration("Orders", Map.of(ORIGINS, List.of(SITE)));
    Layer written = new Written(declaration);
    Layer configured = new Configured(declaration, EnumSet.of(ORIGINS), Closings.NONE);
    assertThat(written.isConfigured(ORIGINS)).isFalse();
    assertThat(written.isConfigured(ORIGINS, SITE)).isFalse();
    assertThat(configured.isConfigured(ORIGINS, SITE)).isTrue();
    assertThat(configured.isConfigured(METHODS, "PUT")).isFalse();
  }
}
