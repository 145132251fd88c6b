package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.FakeTarget;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a line of the log ends: with what to write so that a refused request is allowed. */
class RemedyTest {

  private static final String APP = "https://app.example.com";
  private static final String NEW = "https://new.example.com";
  private static final Target TARGET = new FakeTarget("api.example.com", "/orders", "PUT");

  /** Refuses everybody, and has something to say about it. */
  private record Saying(String words) implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }

    @Override
    public String remedy(Origin origin, Target target) {
      return words + " " + origin.serialized() + " " + target.path() + " ";
    }
  }

  /** Refuses everybody, and fails when it is to say something about it. */
  private record Failing(Error thrown) implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }

    @Override
    public String remedy(Origin origin, Target target) {
      throw thrown;
    }
  }

  private static Policy.Builder app() {
    return Policy.builder().origins(APP);
  }

  private static Remedy remedy(Policy.Builder policy, String... written) {
    return remedy(policy, new Place.Annotation("Orders", List.of(written)), Setup.EMPTY);
  }

  private static Remedy remedy(Policy.Builder policy, Place place, Setup setup) {
    return new Remedy(new Provenance(place, Map.of()), policy.build(), setup);
  }

  private static String ofOrigin(Remedy remedy, String origin) {
    return remedy.of(Reason.ORIGIN_NOT_ALLOWED, origin, "PUT", List.of(), () -> TARGET);
  }

  private static String ofMethod(Remedy remedy, String method) {
    return remedy.of(Reason.METHOD_NOT_ALLOWED, NEW, method, List.of(), () -> TARGET);
  }

  private static String ofHeaders(Remedy remedy, String... names) {
    return remedy.of(Reason.HEADER_NOT_ALLOWED, NEW, "PUT", List.of(names), () -> TARGET);
  }

  @Test
  void an_origin_is_added_to_those_that_are_listed() {
    assertThat(ofOrigin(remedy(app(), APP), NEW))
        .isEqualTo(
            "to allow it: @CorsPolicy(origins = {\"https://app.example.com\","
                + " \"https://new.example.com\"})");
  }

  @Test
  void it_takes_the_place_of_nobody() {
    assertThat(ofOrigin(remedy(Policy.builder().origins(CorsPolicy.NONE), CorsPolicy.NONE), NEW))
        .isEqualTo("to allow it: @CorsPolicy(origins = \"https://new.example.com\")");
  }

  @Test
  void the_line_is_in_the_words_of_its_place() {
    Place code = new Place.Code("policy \"shop\"", List.of(APP));
    Place key = new Place.Key("a file", "cors.policy.shop.origins", "shop", List.of(APP));
    assertThat(ofOrigin(remedy(app(), code, Setup.EMPTY), NEW))
        .isEqualTo(
            "to allow it: .origins(\"https://app.example.com\", \"https://new.example.com\")");
    assertThat(ofOrigin(remedy(app(), key, Setup.EMPTY), NEW))
        .isEqualTo(
            "to allow it: cors.policy.shop.origins=https://app.example.com,https://new.example.com");
  }

  @Test
  void what_is_listed_already_is_not_listed_twice() {
    assertThat(ofOrigin(remedy(app(), APP), APP))
        .isEqualTo("to allow it: @CorsPolicy(origins = \"https://app.example.com\")");
  }

  @Test
  void the_opaque_origin_comes_with_a_warning() {
    assertThat(ofOrigin(remedy(app(), APP), "null"))
        .isEqualTo(
            "anyone can send it; to allow it: @CorsPolicy(origins = {\"https://app.example.com\","
                + " \"null\"})");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.example.com",
        "https://app.example.com/",
        "https://*.example",
        "app://*",
        "https://xn--a.example"
      })
  void what_is_not_one_origin_is_nothing_to_be_listed(String text) {
    assertThat(ofOrigin(remedy(app(), APP), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "null,                   serve the page from an origin of its own",
    "http://app.example.com, serve the page over https",
    "file://,                serve the page over https",
  })
  void what_is_prohibited_with_credentials_is_not_to_be_listed(String origin, String instead) {
    assertThat(ofOrigin(remedy(app().credentials(Credentials.ALLOW), APP), origin))
        .startsWith("it is not to be listed: ")
        .endsWith("; " + instead);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:3000,  leave it to development",
    "http://app.example.com, serve the page over https",
  })
  void what_is_prohibited_in_production_is_not_to_be_listed_there(String origin, String instead) {
    Setup production = new Setup.Builder().production().build();
    Place place = new Place.Annotation("Orders", List.of(APP));
    assertThat(ofOrigin(remedy(app(), place, production), origin))
        .startsWith("it is not to be listed: ")
        .endsWith("; " + instead);
    assertThat(ofOrigin(remedy(app(), place, Setup.EMPTY), origin)).startsWith("to allow it: ");
  }

  @Test
  void where_a_source_decides_it_has_the_word() {
    assertThat(ofOrigin(remedy(Policy.builder().originSource(new Saying("ask\nfor"))), NEW))
        .isEqualTo("ask\\u000afor https://new.example.com /orders");
    assertThat(ofOrigin(remedy(Policy.builder().originSource((o, t) -> false)), NEW))
        .isEqualTo("the origin source there decides: it has to allow it");
    Failing failing = new Failing(new AssertionError("no words"));
    assertThat(ofOrigin(remedy(Policy.builder().originSource(failing)), NEW))
        .isEqualTo("the origin source there decides: it has to allow it");
  }

  @Test
  void no_source_decides_about_the_opaque_origin() {
    assertThat(ofOrigin(remedy(app().originSource(new Saying("ask for")), APP), "null"))
        .startsWith("anyone can send it; to allow it: @CorsPolicy(origins = {");
  }

  @Test
  void the_end_of_the_machine_is_nobodys_to_catch() {
    Failing failing = new Failing(new OutOfMemoryError("no words"));
    Remedy remedy = remedy(Policy.builder().originSource(failing));
    assertThatThrownBy(() -> ofOrigin(remedy, NEW)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void a_method_is_added_to_those_that_are_listed() {
    assertThat(ofMethod(remedy(app().methods("GET"), "GET"), "PUT"))
        .isEqualTo("to allow it: @CorsPolicy(methods = {\"GET\", \"PUT\"})");
  }

  @Test
  void headers_are_added_to_those_that_are_listed_or_derived() {
    assertThat(ofHeaders(remedy(app().allowedHeaders("X-A"), "X-A"), "x-b", "authorization"))
        .isEqualTo(
            "to allow it: @CorsPolicy(allowedHeaders = {\"X-A\", \"x-b\", \"Authorization\"})");
    assertThat(ofHeaders(remedy(app(), APP), "x-b"))
        .isEqualTo("to allow it: @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, \"x-b\"})");
  }

  @Test
  void a_header_that_servers_take_from_proxies_comes_with_a_warning() {
    assertThat(ofHeaders(remedy(app(), APP), "x-forwarded-for"))
        .isEqualTo(
            "servers take \"x-forwarded-for\" from a proxy at its word: allow that only if yours"
                + " does not; to allow it: @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED,"
                + " \"x-forwarded-for\"})");
  }

  @Test
  void a_header_that_no_policy_can_name_is_to_be_left_out() {
    assertThat(ofHeaders(remedy(app(), APP), "access-control-allow-origin"))
        .isEqualTo("leave \"access-control-allow-origin\" out of the code of the page");
    assertThat(ofHeaders(remedy(app(), APP), "access-control-allow-origin", "x-b"))
        .isEqualTo(
            "leave \"access-control-allow-origin\" out of the code of the page; to allow it:"
                + " @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, \"x-b\"})");
  }

  @Test
  void more_headers_than_any_page_has_are_not_repeated() {
    String[] names = new String[40];
    for (int i = 0; i < names.length; i++) {
      names[i] = "x-" + i + "-" + "a".repeat(110);
    }
    assertThat(ofHeaders(remedy(app(), APP), names)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"ORIGIN_NOT_ALLOWED", "METHOD_NOT_ALLOWED", "HEADER_NOT_ALLOWED"},
      mode = EnumSource.Mode.EXCLUDE)
  void for_what_is_no_matter_of_the_policy_it_has_nothing_to_say(Reason reason) {
    assertThat(remedy(app(), APP).of(reason, NEW, "PUT", List.of("x-a"), () -> TARGET)).isEmpty();
  }

  @Test
  void a_refusal_comes_from_the_member_that_lacks_something() {
    EnumSet<Reason> ofMethods = EnumSet.of(Reason.METHOD_NOT_ALLOWED, Reason.METHOD_NOT_MATCHED);
    EnumSet<Reason> ofHeaders =
        EnumSet.of(Reason.HEADER_NOT_ALLOWED, Reason.HEADERS_TOO_LONG, Reason.HEADERS_MALFORMED);
    assertThat(ofMethods).extracting(Remedy::member).containsOnly(Member.METHODS);
    assertThat(ofHeaders).extracting(Remedy::member).containsOnly(Member.ALLOWED_HEADERS);
    assertThat(Remedy.member(Reason.ORIGIN_NOT_ALLOWED)).isEqualTo(Member.ORIGINS);
  }

  private static Setup refusing() {
    return Setup.EMPTY.configuredBy(
        Settings.NONE, Map.of(), SettingMistakes.refusing(mistake -> {}));
  }

  @Test
  void what_was_refused_as_a_mistake_is_not_repeated() {
    Place key = new Place.Key("a file", "shop.origins", "shop", List.of(APP, "nonsense"));
    assertThat(ofOrigin(remedy(app(), key, refusing()), NEW))
        .isEqualTo("to allow it: shop.origins=https://app.example.com,https://new.example.com");
    assertThat(ofOrigin(remedy(app(), key, Setup.EMPTY), NEW)).contains("nonsense");
  }

  @Test
  void what_is_too_much_to_be_repeated_stays_whatever_was_refused() {
    Place rest = new Place.Key("a file", "shop.origins", "shop", List.of(Place.REST));
    assertThat(ofOrigin(remedy(app(), rest, refusing()), NEW))
        .isEqualTo("to allow it: shop.origins=...,https://new.example.com");
    Place annotation = new Place.Annotation("Orders", List.of(APP, "${shop.more}"));
    assertThat(ofOrigin(remedy(app(), annotation, refusing()), NEW)).contains("\"${shop.more}\"");
  }
}
