package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.ProblemKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels, nearest first, and the policy that they add up to. Each class below is one level. */
class ResolverTest {

  private static final String SITE = "https://app.example.com";

  /** Allows everybody who asks well. */
  public static final class Tenants implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return true;
    }
  }

  @CorsPolicy
  static class Empty {}

  @CorsPolicy(origins = SITE)
  static class Site {}

  @CorsPolicy(origins = CorsPolicy.NONE)
  static class Nobody {}

  @CorsPolicy(originSource = Tenants.class)
  static class Sourced {}

  @CorsPolicy(origins = "http://shop.example", dangerously = Danger.INSECURE_ORIGINS)
  static class Insecure {}

  @CorsPolicy(dangerously = Danger.INSECURE_ORIGINS)
  static class DangerAlone {}

  @CorsPolicy(credentials = Credentials.ALLOW)
  static class WithCredentials {}

  @CorsPolicy(credentials = Credentials.REFUSE)
  static class WithoutCredentials {}

  @CorsPolicy(maxAge = 5)
  static class FiveSeconds {}

  @CorsPolicy(maxAge = CorsPolicy.BROWSER_DEFAULT)
  static class BrowserDefault {}

  @CorsPolicy(methods = "PUT")
  static class OnlyPut {}

  @CorsPolicy(methods = "*")
  static class EveryMethod {}

  @CorsPolicy(
      allowedHeaders = {CorsPolicy.DERIVED, "X-Trace"},
      exposedHeaders = "ETag")
  static class Headers {}

  @CorsPolicy(allowedHeaders = CorsPolicy.NONE, exposedHeaders = CorsPolicy.NONE)
  static class NoHeaders {}

  @CorsPolicy(refusal = Refusal.REJECT)
  static class Rejecting {}

  @CorsPolicy(refusal = Refusal.WITHHOLD)
  static class Withholding {}

  @CorsPolicy("partners")
  static class Named {}

  @CorsPolicy(value = "partners", origins = SITE, maxAge = 5)
  static class NamedWithOwn {}

  /** Names every member, each time with a value of its own that is not the default. */
  private static Policy.Builder partners() {
    return Policy.builder()
        .origins("https://partner.example")
        .methods("POST")
        .allowedHeaders("X-Partner")
        .exposedHeaders("X-Count")
        .credentials(Credentials.ALLOW)
        .maxAge(60)
        .refusal(Refusal.REJECT);
  }

  static Stream<Arguments> sums() {
    return Stream.of(
        row("a single level", site(), Site.class),
        row("the nearest level goes first", site(), Site.class, Nobody.class),
        row("a level may narrow", nobody(), Nobody.class, Site.class),
        row("an empty annotation says nothing", site(), Empty.class, Site.class, Nobody.class),
        row("each member by itself", site().maxAge(5), FiveSeconds.class, Site.class),
        row("the browser's default is a word", site().maxAge(-1), BrowserDefault.class, Site.class),
        row(
            "each member from the nearest level that sets it",
            site().maxAge(5).credentials(Credentials.ALLOW).methods("PUT"),
            FiveSeconds.class,
            WithCredentials.class,
            OnlyPut.class,
            BrowserDefault.class,
            WithoutCredentials.class,
            EveryMethod.class,
            Site.class),
        row(
            "refusing credentials is a word",
            site(),
            WithoutCredentials.class,
            WithCredentials.class,
            Site.class),
        row("withholding is a word", site(), Withholding.class, Rejecting.class, Site.class),
        row(
            "rejecting",
            site().refusal(Refusal.REJECT),
            Rejecting.class,
            Withholding.class,
            Site.class),
        row(
            "headers",
            site().allowedHeaders("X-Trace", CorsPolicy.DERIVED).exposedHeaders("ETag"),
            Headers.class,
            NoHeaders.class,
            Site.class),
        row(
            "no headers",
            site().allowedHeaders(CorsPolicy.NONE),
            NoHeaders.class,
            Headers.class,
            Site.class),
        row(
            "origins and their waivers go together",
            Policy.builder()
                .origins("http://shop.example")
                .dangerously(Danger.INSECURE_ORIGINS)
                .credentials(Credentials.ALLOW),
            WithCredentials.class,
            Insecure.class,
            Site.class));
  }

  static Stream<Arguments> sumsWithNames() {
    return Stream.of(
        row("a named policy", partners(), Named.class),
        row(
            "a level with a name does not read outer ones",
            partners(),
            Named.class,
            FiveSeconds.class),
        row(
            "nearer levels go before the named policy",
            partners().maxAge(5),
            FiveSeconds.class,
            Named.class),
        row(
            "own members go before the named policy",
            partners().origins(SITE).maxAge(5),
            NamedWithOwn.class,
            Nobody.class));
  }

  private static Arguments row(String what, Policy.Builder expected, Class<?>... nearestFirst) {
    return arguments(what, nearestFirst, expected.build());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"sums", "sumsWithNames"})
  void levels_add_up(String what, Class<?>[] nearestFirst, Policy expected) {
    Setup setup = new Setup.Builder().policy("partners", partners().build()).build();
    assertThat(policy(setup, nearestFirst)).as(what).isEqualTo(expected);
  }

  @Test
  void without_a_level_and_without_a_default_policy_nobody_decides() {
    assertThat(resolve(Setup.EMPTY)).isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
  }

  @Test
  void the_default_policy_is_the_outermost_level() {
    Setup setup = new Setup.Builder().defaultPolicy(partners().build()).build();
    assertThat(policy(setup)).isEqualTo(partners().build());
    assertThat(policy(setup, Empty.class)).isEqualTo(partners().build());
    assertThat(policy(setup, Site.class)).isEqualTo(partners().origins(SITE).build());
  }

  @Test
  void a_level_with_a_name_does_not_read_the_default_policy() {
    Setup setup =
        new Setup.Builder()
            .policy("partners", site().build())
            .defaultPolicy(partners().build())
            .build();
    assertThat(policy(setup, Named.class)).isEqualTo(site().build());
  }

  @Test
  void a_source_alone_replaces_the_origins_of_outer_levels() {
    Policy policy = policy(Setup.EMPTY, Sourced.class, Site.class);
    assertThat(policy.origins().source()).isInstanceOf(Tenants.class);
    assertThat(policy.origins().lists(Origin.OPAQUE)).isFalse();
    Origin site = Origin.parse(SITE);
    assertThat(site).isNotNull();
    assertThat(policy.origins().lists(site)).isFalse();
  }

  @Test
  void origins_alone_replace_the_source_of_outer_levels() {
    assertThat(policy(Setup.EMPTY, Site.class, Sourced.class)).isEqualTo(site().build());
  }

  @Test
  void one_class_of_sources_makes_equal_policies() {
    Resolver resolver = new Resolver(Setup.EMPTY, new SourceInstances());
    assertThat(resolver.resolve(new LevelWalk().addClass(Sourced.class)))
        .isEqualTo(resolver.resolve(new LevelWalk().addClass(Sourced.class)));
  }

  @Test
  void a_policy_knows_where_each_member_is_written() {
    Provenance provenance = governed(Setup.EMPTY, FiveSeconds.class, Site.class).provenance();
    assertThat(provenance.nearest().name()).isEqualTo("FiveSeconds");
    assertThat(provenance.of(Member.MAX_AGE)).isEqualTo("FiveSeconds");
    assertThat(provenance.of(Member.ORIGINS)).isEqualTo("Site");
    assertThat(provenance.of(Member.METHODS)).isEqualTo("FiveSeconds");
  }

  @CorsPolicy(
      origins = {CorsPolicy.INHERIT, SITE},
      methods = {"PUT", CorsPolicy.INHERIT})
  static class InheritAmongOthers {}

  @CorsPolicy(
      origins = {},
      methods = {},
      allowedHeaders = {},
      exposedHeaders = {})
  static class EmptyLists {}

  @CorsPolicy(origins = {CorsPolicy.NONE, SITE})
  static class NoneAmongOthers {}

  @CorsPolicy("https://app.example.com")
  static class OriginAsName {}

  @CorsPolicy("*")
  static class AsteriskAsName {}

  @CorsPolicy("Shop API")
  static class BadName {}

  @CorsPolicy("unknown")
  static class UnknownName {}

  @CorsPolicy(value = "unknown", maxAge = -5)
  static class UnknownNameAndMore {}

  @CorsPolicy(originSource = SourceInstancesTest.Hidden.class)
  static class BadSource {}

  @CorsPolicy(origins = "http://shop.example")
  static class PlainHttp {}

  @CorsPolicy(origins = "*")
  static class Everyone {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistakes("FiveSeconds, origins: NO_ORIGIN", FiveSeconds.class),
        mistakes(
            "InheritAmongOthers, origins: NOT_ALONE (inherit)"
                + " | InheritAmongOthers, methods: NOT_ALONE (inherit)",
            InheritAmongOthers.class),
        mistakes(EMPTY_LISTS, EmptyLists.class),
        mistakes(EMPTY_LISTS, EmptyLists.class, Site.class),
        mistakes("NoneAmongOthers, origins: NOT_ALONE (none)", NoneAmongOthers.class),
        mistakes("OriginAsName, value: ORIGIN_AS_NAME https://app.example.com", OriginAsName.class),
        mistakes("AsteriskAsName, value: ORIGIN_AS_NAME *", AsteriskAsName.class),
        mistakes("BadName, value: INVALID_NAME Shop API", BadName.class),
        mistakes("UnknownName, value: UNKNOWN_POLICY unknown", UnknownName.class),
        mistakes(
            "UnknownNameAndMore, value: UNKNOWN_POLICY unknown"
                + " | UnknownNameAndMore, maxAge: MAX_AGE_TOO_SMALL -5",
            UnknownNameAndMore.class),
        mistakes(
            "BadSource, originSource: UNUSABLE_SOURCE dev.jaxrscors.internal.deploy.SourceInstancesTest$Hidden",
            BadSource.class),
        mistakes(
            "PlainHttp, origins: INSECURE_WITH_CREDENTIALS http://shop.example",
            WithCredentials.class,
            PlainHttp.class),
        mistakes(
            "Everyone, origins: ANY_ORIGIN_WITH_CREDENTIALS",
            WithCredentials.class,
            Everyone.class),
        mistakes(
            "DangerAlone, dangerously: DANGER_WITHOUT_ORIGINS"
                + " | PlainHttp, origins: INSECURE_WITH_CREDENTIALS http://shop.example",
            WithCredentials.class,
            DangerAlone.class,
            PlainHttp.class));
  }

  private static final String EMPTY_LISTS =
      "EmptyLists, origins: EMPTY_LIST (none)"
          + " | EmptyLists, methods: NO_METHODS"
          + " | EmptyLists, allowedHeaders: EMPTY_LIST (none)"
          + " | EmptyLists, exposedHeaders: EMPTY_LIST (none)";

  private static Arguments mistakes(String expected, Class<?>... nearestFirst) {
    return arguments(expected, nearestFirst);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_told_with_the_place_of_its_member(String expected, Class<?>[] nearestFirst) {
    Setup setup = new Setup.Builder().policy("partners", partners().build()).build();
    assertThat(resolve(setup, nearestFirst))
        .asInstanceOf(type(AppliedPolicy.Broken.class))
        .satisfies(
            broken ->
                assertThat(broken.mistakes())
                    .map(Kinds::of)
                    .containsExactlyInAnyOrder(expected.split(" \\| ", -1)));
  }

  @CorsPolicy(origins = "http://localhost:3000")
  static class Loopback {}

  @CorsPolicy(
      origins = {"http://localhost:3000", "http://shop.example"},
      dangerously = {Danger.LOOPBACK_ORIGINS, Danger.INSECURE_ORIGINS})
  static class Waived {}

  @CorsPolicy(origins = "capacitor://localhost")
  static class Capacitor {}

  @Test
  void a_waiver_without_origins_is_a_mistake() {
    assertThat(resolve(Setup.EMPTY, DangerAlone.class, Site.class))
        .isInstanceOf(AppliedPolicy.Broken.class);
  }

  @Test
  void in_production_plain_http_and_loopback_are_mistakes_unless_waived() {
    Setup production = new Setup.Builder().production().build();
    assertThat(resolve(production, Loopback.class)).isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(resolve(production, PlainHttp.class)).isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(resolve(production, Waived.class)).isInstanceOf(AppliedPolicy.Resolved.class);
    assertThat(resolve(production, Capacitor.class)).isInstanceOf(AppliedPolicy.Resolved.class);
    assertThat(resolve(Setup.EMPTY, Loopback.class)).isInstanceOf(AppliedPolicy.Resolved.class);
  }

  @CorsPolicy(value = "mobile", dangerously = Danger.LOOPBACK_ORIGINS)
  static class Mobile {}

  @CorsPolicy("mobile")
  static class MobileWithoutWaiver {}

  @CorsPolicy(
      value = "mobile",
      dangerously = {Danger.LOOPBACK_ORIGINS, Danger.INSECURE_ORIGINS})
  static class MobileAndInsecure {}

  private static Setup configured(Setup setup, String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return setup.configuredBy(Settings.of(List.of(StandardSources.properties("a file", values))));
  }

  /** See <a href="https://capacitorjs.com/docs/config">the scheme of apps on Android</a>. */
  @Test
  void operations_may_list_the_loopback_origin_of_apps_where_code_waives_the_check() {
    Setup production = new Setup.Builder().production().build();
    Setup waived =
        new Setup.Builder()
            .production()
            .policy("mobile", site().dangerously(Danger.LOOPBACK_ORIGINS).build())
            .build();
    String[] keys = {"cors.policy.mobile.origins", SITE + ",https://localhost"};
    assertThat(policy(configured(production, keys), Mobile.class).origins().isNobody()).isFalse();
    assertThat(policy(configured(waived, keys), MobileWithoutWaiver.class)).isNotNull();
    assertThat(resolve(configured(production, keys), MobileWithoutWaiver.class))
        .asInstanceOf(type(AppliedPolicy.Broken.class))
        .extracting(broken -> broken.mistakes().get(0).toString())
        .asString()
        .startsWith("cors.policy.mobile.origins in a file, member origins: \"https://localhost\"")
        .contains("or say cors.policy.mobile.dangerously=loopback-origins");
  }

  @Test
  void a_waiver_beside_a_name_counts_for_nothing_else() {
    Setup production = new Setup.Builder().production().build();
    assertThat(
            resolve(
                configured(production, "cors.policy.mobile.origins", "http://shop.example"),
                Mobile.class))
        .isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(
            resolve(
                configured(production, "cors.policy.mobile.origins", SITE),
                Loopback.class,
                Mobile.class))
        .isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(
            resolve(
                configured(Setup.EMPTY, "cors.policy.mobile.origins", SITE),
                MobileAndInsecure.class))
        .isInstanceOf(AppliedPolicy.Broken.class);
  }

  @Test
  void members_of_the_default_policy_alone_are_for_who_brings_origins() {
    Setup setup =
        configured(
            new Setup.Builder().policy("partners", partners().build()).build(),
            "cors.default.allowed-headers",
            "X-Trace",
            "cors.default.credentials",
            "allow");
    assertThat(policy(setup, Site.class))
        .isEqualTo(site().allowedHeaders("X-Trace").credentials(Credentials.ALLOW).build());
    assertThat(policy(setup, NoHeaders.class, Site.class))
        .isEqualTo(site().allowedHeaders(CorsPolicy.NONE).credentials(Credentials.ALLOW).build());
    assertThat(policy(setup, Named.class)).isEqualTo(partners().build());
    assertThat(resolve(setup)).isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
    assertThat(resolve(setup, FiveSeconds.class))
        .asInstanceOf(type(AppliedPolicy.Broken.class))
        .extracting(broken -> broken.mistakes().get(0).problem().kind())
        .isEqualTo(ProblemKind.NO_ORIGIN);
  }

  @CorsPolicy(origins = "${shop.origins}")
  static class Configured {}

  @CorsPolicy(
      origins = {SITE, "${shop.origins}"},
      allowedHeaders = {CorsPolicy.DERIVED, "${shop.headers:}"},
      exposedHeaders = "${shop.exposed:none}",
      methods = {"PUT", "${shop.methods:}"})
  static class ConfiguredBeside {}

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "none", "NONE", "\"\"", "'none'"})
  void a_placeholder_may_stand_for_nobody(String value) {
    Setup setup = configured(Setup.EMPTY, "shop.origins", value);
    assertThat(policy(setup, Configured.class)).isEqualTo(nobody().build());
    assertThat(policy(setup, ConfiguredBeside.class))
        .isEqualTo(site().methods("PUT").allowedHeaders(CorsPolicy.DERIVED).build());
  }

  @Test
  void what_a_placeholder_stands_for_is_read_like_a_list_in_configuration() {
    Setup setup =
        configured(
            Setup.EMPTY,
            "shop.origins[0]",
            "'https://a.example'",
            "shop.origins[1]",
            "https://b.example",
            "shop.headers",
            "origin,X-A",
            "shop.exposed",
            "Set-Cookie,ETag");
    assertThat(policy(setup, ConfiguredBeside.class))
        .isEqualTo(
            Policy.builder()
                .origins(SITE, "https://a.example", "https://b.example")
                .methods("PUT")
                .allowedHeaders(CorsPolicy.DERIVED, "X-A")
                .exposedHeaders("ETag")
                .build());
    assertThat(setup.forgiven())
        .extracting(Hint::place)
        .containsOnly(
            "ConfiguredBeside (shop.origins in a file)",
            "ConfiguredBeside (shop.headers in a file)",
            "ConfiguredBeside (shop.exposed in a file)");
  }

  @Test
  void what_is_written_in_code_is_not_forgiven() {
    assertThat(resolve(Setup.EMPTY, Quoted.class)).isInstanceOf(AppliedPolicy.Broken.class);
  }

  @CorsPolicy(origins = "'https://app.example.com'", allowedHeaders = "Origin")
  static class Quoted {}

  static Stream<Arguments> nearKeys() {
    return Stream.of(
        arguments("cors.policy.shop.origin", "cors.policy.shop.origins"),
        arguments("cors.policy.Shop.origins", "cors.policy.shop.origins"),
        arguments("cors.policies.shop.origins", "cors.policy.shop.origins"),
        arguments("cors.policy.shops.origins", "cors.policy.shop.origins"),
        arguments("cors.policy.shop.allow-origins", "cors.policy.shop.origins"),
        arguments("cors.shop.origins", "cors.policy.shop.origins"),
        arguments("cors.policy.shop.origins[1]", "cors.policy.shop.origins"),
        arguments("CORS_POLICY_SHOP_ORIGIN", "CORS_POLICY_SHOP_ORIGINS"),
        arguments("CORS_POLICY_SHOPS_ORIGINS", "CORS_POLICY_SHOP_ORIGINS"),
        arguments("CORS_POLCY_SHOP_ORIGINS", "CORS_POLICY_SHOP_ORIGINS"));
  }

  @CorsPolicy("shop")
  static class Shop {}

  @ParameterizedTest
  @MethodSource("nearKeys")
  void a_key_that_is_nearly_right_is_named_where_its_policy_is_missed(String key, String right) {
    assertThat(unknownShop(key))
        .contains(
            key + " in a file has no effect on it: rename it to " + right + "; or declare it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cors.policy.bank.origins",
        "cors.policy.shop.maxage",
        "cors.polcy.bank.origins",
        "cors.prodution",
        "CORS_POLICY_BANK_ORIGINS",
        "SHOP_ORIGINS",
        "shop.origins"
      })
  void no_other_key_is_named(String key) {
    assertThat(unknownShop(key)).doesNotContain("rename");
  }

  private static String unknownShop(String key) {
    AppliedPolicy resolution = resolve(configured(Setup.EMPTY, key, SITE), Shop.class);
    assertThat(resolution).isInstanceOf(AppliedPolicy.Broken.class);
    return ((AppliedPolicy.Broken) resolution).mistakes().get(0).toString();
  }

  @Test
  void so_it_is_where_the_origins_are_missed() {
    Setup setup = configured(Setup.EMPTY, "cors.default.origin", SITE);
    assertThat(resolve(setup, FiveSeconds.class))
        .asInstanceOf(type(AppliedPolicy.Broken.class))
        .extracting(broken -> broken.mistakes().get(0).toString())
        .asString()
        .contains(
            "cors.default.origin in a file has no effect on it: rename it to cors.default.origins;"
                + " or name the origins of your pages");
  }

  private static Policy.Builder site() {
    return Policy.builder().origins(SITE);
  }

  private static Policy.Builder nobody() {
    return Policy.builder().origins(CorsPolicy.NONE);
  }

  private static AppliedPolicy resolve(Setup setup, Class<?>... nearestFirst) {
    LevelWalk levels = new LevelWalk();
    Arrays.stream(nearestFirst).forEach(levels::addClass);
    return new Resolver(setup, new SourceInstances()).resolve(levels);
  }

  private static AppliedPolicy.Resolved governed(Setup setup, Class<?>... nearestFirst) {
    AppliedPolicy resolution = resolve(setup, nearestFirst);
    assertThat(resolution).isInstanceOf(AppliedPolicy.Resolved.class);
    return (AppliedPolicy.Resolved) resolution;
  }

  private static Policy policy(Setup setup, Class<?>... nearestFirst) {
    return governed(setup, nearestFirst).policy();
  }
}
