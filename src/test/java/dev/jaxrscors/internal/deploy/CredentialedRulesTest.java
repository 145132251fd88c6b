package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.FakeTarget;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Sources of origins that allow everybody with credentials, found out by one question. */
class CredentialedRulesTest {

  private static final Target TARGET = new FakeTarget("api.example.com", "/orders/{id}", "PUT");

  private static Origin site() {
    Origin site = Origin.parse("https://app.example.com");
    assertThat(site).isNotNull();
    return site;
  }

  /** Allows what has this in it. */
  private record Containing(String text, List<String> asked) implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      asked.add(origin.serialized());
      return origin.serialized().contains(text);
    }

    @Override
    public String remedy(Origin origin, Target target) {
      return "ask for " + origin.serialized() + " on " + target.path();
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final CredentialedRules rules = new CredentialedRules();
  private final List<String> asked = new ArrayList<>();

  private static Policy.Builder credentialed(OriginSource source) {
    return Policy.builder().originSource(source).credentials(Credentials.ALLOW);
  }

  private Policy watched(OriginSource source, String place) {
    return rules.watched(credentialed(source).build(), Provenance.at(place));
  }

  private static boolean allows(Policy policy) {
    return policy.origins().source().allows(site(), TARGET);
  }

  @Test
  void where_nothing_is_at_stake_nothing_is_watched() {
    Policy listed =
        Policy.builder().origins("https://app.example.com").credentials(Credentials.ALLOW).build();
    Policy without = Policy.builder().originSource((origin, target) -> true).build();
    assertThat(rules.watched(listed, Provenance.UNKNOWN)).isSameAs(listed);
    assertThat(rules.watched(without, Provenance.UNKNOWN)).isSameAs(without);
  }

  @Test
  void one_that_allows_everybody_is_asked_once_and_warned_of_once() {
    Policy everybody = watched(new Containing("", asked), "Orders");
    for (int i = 0; i < 3; i++) {
      assertThat(allows(everybody)).isTrue();
    }
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .matches(
            "CORS: the origin source Containing allows every origin, with credentials: any site can"
                + " act as the user who visits it, and read what only that user may. It was asked"
                + " for \"https://[0-9a-f-]{36}\\.invalid\", made up at random, on PUT"
                + " /orders/\\{id}; policy: Orders. Let it allow only origins that it knows, or"
                + " refuse credentials.");
    assertThat(asked).hasSize(4);
  }

  @Test
  void one_that_knows_whom_it_allows_is_asked_once() {
    Policy known = watched(new Containing("app", asked), "Orders");
    allows(known);
    allows(known);
    assertThat(asked).hasSize(3);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void one_that_refuses_is_not_asked_about_others() {
    Policy refusing = watched(new Containing("nobody", asked), "Orders");
    assertThat(allows(refusing)).isFalse();
    assertThat(asked).containsExactly("https://app.example.com");
  }

  @Test
  void each_place_of_a_source_is_told_of_once_however_often_its_policy_is_made() {
    OriginSource everybody = new Containing("", asked);
    allows(watched(everybody, "Orders"));
    allows(watched(everybody, "Orders"));
    allows(watched(everybody, "Accounts"));
    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void another_source_is_another_matter_although_they_are_equal() {
    allows(watched(new Containing("", asked), "Orders"));
    allows(watched(new Containing("", asked), "Orders"));
    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void one_that_throws_when_it_is_asked_is_not_blamed() {
    Policy failing =
        watched(
            (origin, target) -> {
              if (!origin.equals(site())) {
                throw new OutOfMemoryError("for a site that nobody knows");
              }
              return true;
            },
            "Orders");
    assertThat(allows(failing)).isTrue();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_policy_that_is_watched_is_what_it_was() {
    List<String> none = List.of();
    Policy one = watched(new Containing("app", none), "Orders");
    assertThat(one)
        .isEqualTo(watched(new Containing("app", none), "Accounts"))
        .hasSameHashCodeAs(watched(new Containing("app", none), "Accounts"))
        .isNotEqualTo(watched(new Containing("other", none), "Orders"));
    OriginSource source = one.origins().source();
    assertThat(source).hasToString(new Containing("app", none).toString());
    assertThat(source.hashCode()).isEqualTo(new Containing("app", none).hashCode());
    assertThat(source.remedy(site(), TARGET))
        .isEqualTo("ask for https://app.example.com on /orders/{id}");
    assertThat(source).isNotEqualTo(new Containing("app", none));
  }

  @Test
  void a_source_is_named_by_its_class_and_a_rule_by_the_class_around_it() {
    OriginSource rule = (origin, target) -> true;
    assertThat(CredentialedRules.named(rule)).isEqualTo("the origin rule in CredentialedRulesTest");
    assertThat(CredentialedRules.named(new Containing("app", asked)))
        .isEqualTo("the origin source Containing");
    assertThat(CredentialedRules.named(watched(rule, "Orders").origins().source()))
        .isEqualTo("the origin rule in CredentialedRulesTest");
  }
}
