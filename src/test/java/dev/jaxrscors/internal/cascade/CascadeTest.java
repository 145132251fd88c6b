package dev.jaxrscors.internal.cascade;

import static dev.jaxrscors.policy.Member.ALLOWED_HEADERS;
import static dev.jaxrscors.policy.Member.CREDENTIALS;
import static dev.jaxrscors.policy.Member.DANGEROUSLY;
import static dev.jaxrscors.policy.Member.EXPOSED_HEADERS;
import static dev.jaxrscors.policy.Member.MAX_AGE;
import static dev.jaxrscors.policy.Member.METHODS;
import static dev.jaxrscors.policy.Member.ORIGINS;
import static dev.jaxrscors.policy.Member.ORIGIN_SOURCE;
import static dev.jaxrscors.policy.Member.REFUSAL;
import static dev.jaxrscors.policy.Member.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.FakeTarget;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.ProblemKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Layers of text added up: no annotation, no compiler, no configuration. */
class CascadeTest {

  private static final String SITE = "https://a.example";
  private static final String OTHER = "https://b.example";

  /** What stands at a place, and nothing else to it. */
  private record Text(Declaration declaration) implements Layer {

    static Text at(String place) {
      return new Text(new Declaration(place, new EnumMap<>(Member.class)));
    }

    Text with(Member member, String... texts) {
      Map<Member, List<String>> more = new EnumMap<>(Member.class);
      more.putAll(declaration.written());
      more.put(member, List.of(texts));
      return new Text(new Declaration(declaration.place(), more));
    }
  }

  private static Text method() {
    return Text.at("Orders.replace");
  }

  private static Text type() {
    return Text.at("Orders");
  }

  private static Policy policy(Text... nearestFirst) {
    return Cascade.of(List.of(nearestFirst)).policy().orElseThrow();
  }

  private static List<String> mistakes(Text... nearestFirst) {
    return mistakes(Cascade.of(List.of(nearestFirst)));
  }

  private static List<String> mistakes(Cascade<Text> cascade) {
    assertThat(cascade.policy()).isEmpty();
    return cascade.found().stream().map(found -> found.mistake().toString()).toList();
  }

  @Test
  void each_member_comes_from_the_nearest_layer_that_sets_it() {
    Cascade<Text> cascade =
        Cascade.of(
            List.of(
                method().with(METHODS, "PUT"),
                type().with(METHODS, "GET").with(ORIGINS, SITE),
                Text.at("Shop").with(ORIGINS, OTHER).with(MAX_AGE, "5")));
    assertThat(cascade.policy())
        .contains(Policy.builder().methods("PUT").origins(SITE).maxAge(5).build());
    assertThat(cascade.provenance().place(METHODS).name()).isEqualTo("Orders.replace");
    assertThat(cascade.provenance().place(ORIGINS).name()).isEqualTo("Orders");
    assertThat(cascade.provenance().place(MAX_AGE).name()).isEqualTo("Shop");
  }

  @Test
  void every_member_is_read_from_text() {
    assertThat(
            policy(
                type()
                    .with(ORIGINS, SITE, "http://c.example")
                    .with(DANGEROUSLY, "INSECURE_ORIGINS")
                    .with(METHODS, "GET", "PUT")
                    .with(ALLOWED_HEADERS, CorsPolicy.DERIVED, "X-A")
                    .with(EXPOSED_HEADERS, "ETag")
                    .with(CREDENTIALS, "ALLOW")
                    .with(MAX_AGE, "-1")
                    .with(REFUSAL, "REJECT")))
        .isEqualTo(
            Policy.builder()
                .origins(SITE, "http://c.example")
                .dangerously(Danger.INSECURE_ORIGINS)
                .methods("GET", "PUT")
                .allowedHeaders(CorsPolicy.DERIVED, "X-A")
                .exposedHeaders("ETag")
                .credentials(Credentials.ALLOW)
                .maxAge(CorsPolicy.BROWSER_DEFAULT)
                .refusal(Refusal.REJECT)
                .build());
  }

  @Test
  void a_member_that_no_layer_sets_would_be_looked_for_at_the_nearest_one() {
    Cascade<Text> cascade =
        Cascade.of(List.of(method().with(METHODS, "PUT"), type().with(ORIGINS, SITE)));
    assertThat(cascade.provenance().place(REFUSAL).name()).isEqualTo("Orders.replace");
    assertThat(cascade.setters()).containsOnlyKeys(METHODS, ORIGINS);
    assertThat(Provenance.at("Orders").place(METHODS).name()).isEqualTo("Orders");
  }

  @Test
  void origins_their_source_and_what_is_set_aside_for_them_come_from_one_layer() {
    Text farther = type().with(ORIGINS, "http://c.example").with(DANGEROUSLY, "INSECURE_ORIGINS");
    assertThat(policy(method().with(ORIGIN_SOURCE, "Tenants"), farther).origins().lists(SITE))
        .isFalse();
    assertThat(
            mistakes(
                method().with(ORIGINS, "http://a.example").with(CREDENTIALS, "ALLOW"), farther))
        .singleElement()
        .asString()
        .startsWith("Orders.replace, member origins: \"http://a.example\" is prohibited");
    assertThat(policy(method().with(CREDENTIALS, "ALLOW"), farther).allowsCredentials()).isTrue();
  }

  @Test
  void a_layer_with_a_name_starts_afresh() {
    Text named = type().with(VALUE, "shop").with(ORIGINS, SITE);
    Text farther = Text.at("Shop").with(MAX_AGE, "5").with(METHODS, "*", "*");
    assertThat(policy(named, farther)).isEqualTo(Policy.builder().origins(SITE).build());
    assertThat(policy(method().with(MAX_AGE, "7"), named, farther).maxAge().seconds()).isEqualTo(7);
  }

  @Test
  void what_is_set_aside_beside_a_name_is_for_the_origins_that_the_name_brings() {
    Text named = type().with(VALUE, "shop").with(DANGEROUSLY, "LOOPBACK_ORIGINS");
    Cascade<Text> cascade = Cascade.ofSome(List.of(named), EnumSet.allOf(Member.class));
    assertThat(cascade.found()).isEmpty();
    assertThat(cascade.setters()).containsOnlyKeys(VALUE);
    cascade = Cascade.of(List.of(method().with(ORIGINS, "http://localhost"), named));
    cascade.check(Policy::problemsInProduction);
    assertThat(mistakes(cascade)).hasSize(1);
  }

  @Test
  void that_no_layer_sets_origins_is_a_mistake_at_the_nearest_one() {
    assertThat(mistakes(method().with(METHODS, "PUT"), type().with(MAX_AGE, "5")))
        .singleElement()
        .asString()
        .startsWith("Orders.replace, member origins: nothing is set at any level");
  }

  @Test
  void where_others_may_bring_origins_none_are_needed() {
    Cascade<Text> cascade =
        Cascade.ofSome(List.of(type().with(MAX_AGE, "5")), EnumSet.allOf(Member.class));
    Policy policy = cascade.policy().orElseThrow();
    assertThat(policy.origins().isNobody()).isTrue();
    assertThat(policy.sets(ORIGINS)).isFalse();
    assertThat(policy.maxAge().seconds()).isEqualTo(5);
  }

  @Test
  void members_that_are_not_considered_are_neither_set_nor_checked() {
    Text wrong = type().with(METHODS, "PUT").with(MAX_AGE, "-7").with(DANGEROUSLY, "A");
    assertThat(Cascade.ofSome(List.of(wrong), Set.of(METHODS)).policy())
        .contains(Policy.builder().origins(CorsPolicy.NONE).methods("PUT").build());
  }

  @Test
  void every_mistake_is_found_at_the_layer_that_sets_the_member() {
    assertThat(
            mistakes(
                method().with(MAX_AGE, "-7"),
                type().with(ORIGINS, SITE + "/").with(METHODS, "get").with(MAX_AGE, "-8")))
        .satisfiesExactly(
            mistake -> assertThat(mistake).startsWith("Orders, member origins: "),
            mistake -> assertThat(mistake).startsWith("Orders, member methods: "),
            mistake -> assertThat(mistake).startsWith("Orders.replace, member maxAge: -7 "));
  }

  @Test
  void a_remedy_says_where_what_is_written_farther_out_must_change() {
    assertThat(
            mistakes(
                method().with(CREDENTIALS, "ALLOW"), type().with(ORIGINS, "*").with(MAX_AGE, "5")))
        .singleElement()
        .asString()
        .endsWith("or say credentials = Credentials.REFUSE in Orders.replace.");
  }

  @Test
  void checks_that_are_set_aside_for_no_origins_are_a_mistake() {
    assertThat(
            mistakes(
                method().with(DANGEROUSLY, "INSECURE_ORIGINS"),
                type().with(ORIGINS, "http://a.example").with(CREDENTIALS, "ALLOW")))
        .hasSize(2)
        .anyMatch(mistake -> mistake.startsWith("Orders.replace, member dangerously: "))
        .anyMatch(mistake -> mistake.startsWith("Orders, member origins: \"http://a.example\""));
  }

  @Test
  void the_sentinel_among_other_values_is_a_mistake() {
    assertThat(mistakes(type().with(ORIGINS, SITE).with(METHODS, "PUT", CorsPolicy.INHERIT)))
        .anyMatch(
            mistake ->
                mistake.startsWith("Orders, member methods: CorsPolicy.INHERIT among other"));
  }

  @Test
  void a_further_check_is_told_at_the_member_too() {
    Cascade<Text> cascade =
        Cascade.of(List.of(method().with(MAX_AGE, "5"), type().with(ORIGINS, "http://a.example")));
    cascade.check(Policy::problemsInProduction);
    assertThat(mistakes(cascade))
        .singleElement()
        .asString()
        .startsWith("Orders, member origins: \"http://a.example\" is prohibited in production");
  }

  /** Text that cannot be read. */
  private record Unreadable(Declaration declaration) implements Layer {
    @Override
    public List<String> read(Member member, Consumer<? super Mistake> mistakes) {
      mistakes.accept(new Mistake(declaration.place(), ProblemKind.EMPTY_ELEMENT.of(member)));
      return List.of();
    }
  }

  @Test
  void what_cannot_be_read_is_one_mistake_and_breaks_no_other_rule() {
    Map<Member, List<String>> written = new EnumMap<>(Member.class);
    EnumSet.allOf(Member.class).forEach(member -> written.put(member, List.of("?")));
    written.keySet().removeAll(Set.of(ORIGIN_SOURCE, DANGEROUSLY, VALUE));
    Cascade<Unreadable> cascade =
        Cascade.of(List.of(new Unreadable(new Declaration("Orders", written))));
    assertThat(cascade.found())
        .extracting(found -> found.mistake().problem().kind())
        .containsOnly(ProblemKind.EMPTY_ELEMENT)
        .hasSize(written.size());
  }

  /** A layer that is somewhere else for each member. */
  private record Scattered(Declaration declaration) implements Layer {
    @Override
    public Place place(Member member) {
      return new Place.Code(member.label() + " of " + declaration.place(), List.of());
    }
  }

  @Test
  void the_nearest_layer_knows_where_a_member_would_be_written() {
    Declaration declaration = new Declaration("shop", Map.of(ORIGINS, List.of(SITE)));
    Provenance provenance = Cascade.of(List.of(new Scattered(declaration))).provenance();
    assertThat(provenance.nearest().name()).isEqualTo("shop");
    assertThat(provenance.place(ORIGINS).name()).isEqualTo("origins of shop");
    assertThat(provenance.place(METHODS).name()).isEqualTo("methods of shop");
  }

  @Test
  void what_is_set_aside_beside_a_name_counts_where_origins_are_considered() {
    List<Text> named = List.of(type().with(VALUE, "shop").with(DANGEROUSLY, "LOOPBACK_ORIGINS"));
    assertThat(waivesLoopback(Cascade.ofSome(named, EnumSet.allOf(Member.class)))).isTrue();
    assertThat(waivesLoopback(Cascade.ofSome(named, EnumSet.of(VALUE, METHODS)))).isFalse();
  }

  private static boolean waivesLoopback(Cascade<Text> cascade) {
    return cascade.policy().orElseThrow().waives(Danger.LOOPBACK_ORIGINS);
  }

  @Test
  void the_sentinel_alone_is_no_contradiction() {
    Cascade<Text> cascade =
        Cascade.of(List.of(type().with(ORIGINS, SITE).with(EXPOSED_HEADERS, CorsPolicy.INHERIT)));
    assertThat(cascade.found())
        .extracting(found -> found.mistake().problem().kind())
        .doesNotContain(ProblemKind.NOT_ALONE);
  }

  @Test
  void where_no_code_can_run_a_source_of_origins_allows_nobody() {
    Policy policy = policy(type().with(ORIGIN_SOURCE, "Tenants"));
    Origin origin = Objects.requireNonNull(Origin.parse(SITE));
    Target target = new FakeTarget("api.example.com", "/orders", "PUT");
    assertThat(policy.origins().hasSource()).isTrue();
    assertThat(policy.origins().source().allows(origin, target)).isFalse();
  }

  /** Text whose members can be read in no way at all. */
  private record Refused(Declaration declaration) implements Layer {
    @Override
    public List<String> read(Member member, Consumer<? super Mistake> mistakes) {
      throw new InvalidPolicyException(
          List.of(new Mistake(declaration.place(), ProblemKind.EMPTY_ELEMENT.of(member))));
    }
  }

  @Test
  void what_throws_when_it_is_read_is_a_mistake_and_breaks_no_other_rule() {
    Map<Member, List<String>> written = Map.of(ORIGINS, List.of("?"), METHODS, List.of("?"));
    Cascade<Refused> cascade = Cascade.of(List.of(new Refused(new Declaration("Orders", written))));
    assertThat(cascade.found())
        .extracting(found -> found.mistake().problem())
        .containsExactlyInAnyOrder(
            ProblemKind.EMPTY_ELEMENT.of(ORIGINS), ProblemKind.EMPTY_ELEMENT.of(METHODS));
  }

  /** A source that cannot be made is one that allows nobody. */
  private record Sourceless(Declaration declaration) implements Layer {
    @Override
    public OriginSource source() {
      throw new InvalidPolicyException(
          List.of(
              new Mistake(
                  declaration.place(), ProblemKind.UNUSABLE_SOURCE.of("Tenants", "it failed"))));
    }
  }

  @Test
  void a_source_that_cannot_be_made_is_one_mistake() {
    Declaration declaration = new Declaration("Orders", Map.of(ORIGIN_SOURCE, List.of("Tenants")));
    assertThat(Cascade.of(List.of(new Sourceless(declaration))).found())
        .extracting(found -> found.mistake().problem().kind())
        .containsExactly(ProblemKind.UNUSABLE_SOURCE);
  }

  @Test
  void a_place_is_told_by_its_name() {
    assertThat(Provenance.at("Orders").of(METHODS)).isEqualTo("Orders");
    Provenance provenance =
        Cascade.of(List.of(method().with(METHODS, "PUT"), type().with(ORIGINS, SITE))).provenance();
    assertThat(provenance.of(ORIGINS)).isEqualTo("Orders");
  }

  /** A source that is written, and not known what it is. */
  private record Unknown(Declaration declaration) implements Layer {
    @Override
    public List<String> read(Member member, Consumer<? super Mistake> mistakes) {
      return List.of();
    }

    @Override
    public OriginSource source() {
      return (origin, target) -> true;
    }
  }

  @Test
  void a_source_that_is_not_known_allows_nobody() {
    Declaration declaration = new Declaration("Orders", Map.of(ORIGIN_SOURCE, List.of("${x}")));
    Policy policy = Cascade.of(List.of(new Unknown(declaration))).policy().orElseThrow();
    Origin origin = Objects.requireNonNull(Origin.parse(SITE));
    Target target = new FakeTarget("api.example.com", "/orders", "PUT");
    assertThat(policy.origins().source().allows(origin, target)).isFalse();
  }
}
