package dev.jaxrscors.internal.cascade;

import static dev.jaxrscors.policy.Member.CREDENTIALS;
import static dev.jaxrscors.policy.Member.DANGEROUSLY;
import static dev.jaxrscors.policy.Member.MAX_AGE;
import static dev.jaxrscors.policy.Member.METHODS;
import static dev.jaxrscors.policy.Member.ORIGINS;
import static dev.jaxrscors.policy.Member.ORIGIN_SOURCE;
import static dev.jaxrscors.policy.Member.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.Member;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one place says of a policy, compared with what others say. */
class DeclarationTest {

  private static final List<String> SITE = List.of("https://a.example");
  private static final List<String> LOOPBACK = List.of("LOOPBACK_ORIGINS");

  private static Declaration of(Map<Member, List<String>> written) {
    return new Declaration("Orders", written);
  }

  @Test
  void what_is_not_written_is_left_to_others() {
    Declaration declaration = of(Map.of(METHODS, List.of("GET")));
    assertThat(declaration.texts(METHODS)).containsExactly("GET");
    assertThat(declaration.texts(ORIGINS)).isEmpty();
    assertThat(declaration.members()).containsExactly(METHODS);
  }

  @Test
  void a_source_and_what_is_set_aside_count_as_origins() {
    assertThat(of(Map.of(ORIGIN_SOURCE, List.of("Tenants"), DANGEROUSLY, LOOPBACK)).members())
        .containsExactly(ORIGINS);
    assertThat(of(Map.of(ORIGINS, SITE, ORIGIN_SOURCE, List.of("Tenants"))).members())
        .containsExactly(ORIGINS);
  }

  @Test
  void a_check_is_set_aside_in_vain_where_no_origins_are() {
    assertThat(of(Map.of(DANGEROUSLY, LOOPBACK)).waivesInVain()).isTrue();
    assertThat(of(Map.of(DANGEROUSLY, LOOPBACK, ORIGINS, SITE)).waivesInVain()).isFalse();
    assertThat(of(Map.of(DANGEROUSLY, LOOPBACK, ORIGIN_SOURCE, SITE)).waivesInVain()).isFalse();
  }

  @Test
  void beside_a_name_loopback_origins_alone_may_be_set_aside() {
    Declaration named = of(Map.of(VALUE, List.of("shop"), DANGEROUSLY, LOOPBACK));
    assertThat(named.waivesInVain()).isFalse();
    List<String> two = List.of("LOOPBACK_ORIGINS", "INSECURE_ORIGINS");
    assertThat(of(Map.of(VALUE, List.of("shop"), DANGEROUSLY, two)).waivesInVain()).isTrue();
  }

  @Test
  void nearer_ones_settle_what_they_set_and_a_name_settles_all() {
    Declaration methods = of(Map.of(METHODS, List.of("GET")));
    Declaration tenants = of(Map.of(ORIGIN_SOURCE, List.of("Tenants")));
    assertThat(Declaration.settledBy(Stream.of(methods, tenants)))
        .containsExactlyInAnyOrder(METHODS, ORIGINS);
    assertThat(Declaration.settledBy(Stream.of(methods, of(Map.of(VALUE, List.of("shop"))))))
        .isEqualTo(EnumSet.allOf(Member.class));
  }

  @Test
  void two_contradict_each_other_when_they_differ_in_what_is_not_settled() {
    Declaration one = of(Map.of(ORIGINS, SITE, MAX_AGE, List.of("5")));
    Declaration other = of(Map.of(ORIGINS, SITE, MAX_AGE, List.of("7")));
    assertThat(one.contradicts(other, Set.of())).isTrue();
    assertThat(one.contradicts(other, Set.of(MAX_AGE))).isFalse();
    assertThat(one.contradicts(of(Map.of(ORIGINS, SITE)), Set.of(CREDENTIALS))).isTrue();
  }

  @Test
  void what_is_set_aside_for_equal_origins_can_contradict_too_but_not_by_its_order() {
    Declaration one = of(Map.of(ORIGINS, SITE, DANGEROUSLY, List.of("A", "B")));
    assertThat(one.contradicts(of(Map.of(ORIGINS, SITE)), Set.of())).isTrue();
    assertThat(one.contradicts(of(Map.of(ORIGINS, SITE, DANGEROUSLY, List.of("B", "A"))), Set.of()))
        .isFalse();
  }
}
