package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.runtime.Beans;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyHint;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glassfish.jersey.server.filter.HttpMethodOverrideFilter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What goes to the log at deployment and does not stop it: each declaration, each hint with its
 * place.
 */
class HintLogTest {

  /** A declaration, and the hints at it. */
  private record Row(Map<String, String> settings, List<Class<?>> declaration, List<String> found) {
    static Row of(Class<?> declaration, String... found) {
      return with(Map.of(), List.of(declaration), found);
    }

    static Row with(Map<String, String> settings, List<Class<?>> declaration, String... found) {
      return new Row(settings, declaration, List.of(found));
    }

    List<Hint> hints() {
      Settings read = Settings.of(List.of(StandardSources.properties("a test", settings)));
      Setup setup = Setup.EMPTY.configuredBy(read);
      return Deployed.of(setup, Optional.empty(), declaration).hints(declaration);
    }
  }

  private static String unreadable(String beforeTheMatch) {
    return "the application: UNREADABLE_ERRORS " + beforeTheMatch;
  }

  private static String kind(Hint hint) {
    return Kinds.of(hint.place(), hint.hint());
  }

  private static final List<Row> ROWS =
      List.of(
          Row.of(Exposing.class, "Exposing, exposedHeaders: SAFELISTED_EXPOSED content-type"),
          Row.of(Repeating.class, "Repeating, allowedHeaders: REPEATED_HEADER \"authorization\""),
          Row.of(Unequal.class, "Unequal.put, allowedHeaders: UNEQUAL_HEADERS /unequal"),
          Row.of(Forms.class, "Forms.nobody, origins: FORMS_STILL_REACH POST"),
          Row.of(OpenForms.class, "OpenForms.post, methods: FORMS_STILL_REACH_PUBLICLY POST"),
          Row.of(Reading.class, "Reading.post, methods: FORMS_STILL_REACH POST"),
          Row.of(Lacking.class, "Lacking, methods: VERB_LACKING DELETE"),
          Row.of(LackingHere.class, "LackingHere.get, methods: VERB_LACKING PUT"),
          Row.of(
              InLowerCase.class,
              "InLowerCase, methods: VERB_LACKING bar",
              "InLowerCase.bar: VERB_IN_LOWER_CASE bar"),
          Row.of(Asked.class, "Asked.options: OWN_OPTIONS /asked"),
          Row.with(
              Map.of(),
              List.of(Fine.class, EverybodysCorsFilter.class, HttpMethodOverrideFilter.class),
              "the application: OTHER_FILTER dev.jaxrscors.internal.deploy.HintLogTest$EverybodysCorsFilter",
              "the application: METHOD_OVERRIDE org.glassfish.jersey.server.filter.HttpMethodOverrideFilter"),
          Row.with(
              Map.of(),
              List.of(Fine.class, Left.class, Alone.class),
              "the application: NO_POLICY_BESIDE Alone, Left",
              unreadable("")),
          Row.with(
              Map.of(),
              List.of(Fine.class, Others.class, Gate.class),
              unreadable(", and what Gate answers before the match,")),
          Row.with(
              Map.of(),
              List.of(Fine.class, ByHand.class),
              "the application: NO_POLICY_BESIDE ByHand",
              "ByHand.options: OPTIONS_BESIDE_POLICY /fine",
              unreadable("")),
          Row.of(Loopback.class, "Loopback, origins: LOOPBACK_ACTIVE \"http://localhost:3000\""),
          Row.with(
              Map.of("cors.polcy.shop.origins", "https://a.example"),
              List.of(Fine.class),
              "a test: UNKNOWN_KEY cors.polcy.shop.origins"),
          Row.with(
              Map.of("cors.default.origins", "\"https://a.example\",'https://b.example'"),
              List.of(Fine.class),
              "cors.default.origins in a test, origins: QUOTES_LEFT_OUT"),
          Row.with(
              Map.of(
                  "cors.default.allowed-headers",
                  "origin,content-type,access-control-request-method,accept,Cookie,authorization",
                  "cors.default.exposed-headers",
                  "Set-Cookie"),
              List.of(Fine.class),
              "cors.default.allowed-headers in a test, allowedHeaders: HEADERS_LEFT_OUT \"origin\", \"access-control-request-method\", \"Cookie\"",
              "cors.default.exposed-headers in a test, exposedHeaders: HEADERS_LEFT_OUT \"Set-Cookie\""),
          Row.with(
              Map.of(
                  "cors.policy.shop.origins",
                  "'https://a.example'",
                  "cors.policy.shop.allowed-headers",
                  "Cookie,X-Key"),
              List.of(Named.class),
              "cors.policy.shop.allowed-headers in a test, allowedHeaders: HEADERS_LEFT_OUT \"Cookie\"",
              "cors.policy.shop.origins in a test, origins: QUOTES_LEFT_OUT"),
          Row.with(
              Map.of("cors.policy.shop.origins", "'https://a.example'"),
              List.of(Fine.class),
              "the application: UNUSED_POLICY shop"));

  @TestFactory
  Stream<DynamicTest> each_hint_is_given_at_its_place() {
    return ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.declaration().get(0).getSimpleName() + ": " + row.found().get(0),
                    () ->
                        assertThat(row.hints())
                            .map(HintLogTest::kind)
                            .containsExactlyElementsOf(row.found())));
  }

  @Test
  void every_kind_of_hint_has_its_row() {
    assertThat(ROWS.stream().flatMap(row -> row.hints().stream()).map(h -> h.hint().kind()))
        .contains(
            EnumSet.complementOf(EnumSet.of(HintKind.OPTIONS_BELOW_LOCATOR, HintKind.REPEATED))
                .toArray(HintKind[]::new));
  }

  @Test
  void errors_of_no_resource_are_no_surprise_where_all_agree_or_the_application_has_a_policy() {
    assertThat(Row.with(Map.of(), List.of(Fine.class, Gate.class)).hints()).isEmpty();
    assertThat(
            Row.with(
                    Map.of("cors.default.origins", "https://a.example"),
                    List.of(Fine.class, Others.class, Left.class))
                .hints())
        .isEmpty();
  }

  @Test
  void the_same_hint_at_many_places_is_one_line() {
    PolicyHint hint = HintKind.SAFELISTED_EXPOSED.of("ETag");
    assertThat(lines(hint, "A")).containsExactly(hint("A"));
    assertThat(lines(hint, "A", "B", "A")).containsExactly(hint("A, B"));
    assertThat(lines(hint, "A", "B", "C", "D")).containsExactly(hint("A, B, C, D"));
    assertThat(lines(hint, "A", "B", "C", "D", "E")).containsExactly(hint("A, B, C and 2 more"));
    assertThat(
            HintLog.lines(List.of(new Hint("A", hint), new Hint("A", PolicyHint.unknownKey("k")))))
        .hasSize(2);
  }

  private static List<String> lines(PolicyHint hint, String... places) {
    return HintLog.lines(Stream.of(places).map(place -> new Hint(place, hint)).toList());
  }

  private static String hint(String places) {
    return places + ", " + HintKind.SAFELISTED_EXPOSED.of("ETag").describe();
  }

  @Test
  void a_loopback_origin_is_no_surprise_in_development() {
    Row development = Row.with(Map.of("mp.config.profile", "dev"), List.of(Loopback.class));
    assertThat(development.hints()).isEmpty();
  }

  @Test
  void an_application_without_policies_gets_no_hints() {
    assertThat(Row.with(Map.of(), List.of(Left.class, EverybodysCorsFilter.class)).hints())
        .isEmpty();
  }

  @Test
  void a_method_below_a_locator_is_governed_where_the_application_has_a_policy() {
    assertThat(Row.with(Map.of(), List.of(Fine.class, Declaring.class)).hints())
        .map(hint -> hint.hint().kind())
        .containsExactly(HintKind.OPTIONS_BELOW_LOCATOR, HintKind.UNREADABLE_ERRORS);
    assertThat(
            Row.with(
                    Map.of("cors.default.origins", "https://a.example"),
                    List.of(Fine.class, Declaring.class))
                .hints())
        .isEmpty();
  }

  @Path("declaring")
  static class Declaring {
    @Path("{id}")
    public Below find() {
      return new Below();
    }
  }

  static class Below {
    @OPTIONS
    public String options() {
      return "";
    }
  }

  @Test
  void where_a_locator_may_lead_to_a_policy_none_is_said_to_be_without_effect() {
    Row row =
        Row.with(
            Map.of("cors.policy.shop.origins", "https://a.example"),
            List.of(Fine.class, Leading.class));
    assertThat(row.hints()).isEmpty();
  }

  @Path("leading")
  static class Leading {
    @Path("{id}")
    public Object find() {
      return new Named();
    }
  }

  @Test
  void the_names_on_a_class_are_those_on_its_methods_and_on_what_it_inherits_too() {
    assertThat(LevelWalk.names(NamedBelow.class)).containsExactlyInAnyOrder("shop", "other");
    assertThat(LevelWalk.names(Fine.class)).isEmpty();
  }

  static class NamedBelow extends Named {
    @Override
    @CorsPolicy("other")
    public String get() {
      return "";
    }
  }

  @Test
  void a_policy_that_an_annotation_names_is_used() {
    Policy policy = Policy.builder().origins("https://a.example").build();
    Setup setup = new Setup.Builder().policy("shop", policy).build();
    List<Class<?>> classes = List.of(Named.class);
    assertThat(Deployed.of(setup, Optional.empty(), classes).hints(classes)).isEmpty();
  }

  @Test
  void so_is_one_that_a_bean_of_another_application_of_the_archive_names() throws Exception {
    Row row =
        Row.with(Map.of("cors.policy.shop.origins", "https://a.example"), List.of(Fine.class));
    Beans beans = new Beans().with(Named.class, () -> null);
    assertThat(beans.loader().call(row::hints)).isEmpty();
  }

  @Path("exposing")
  @CorsPolicy(
      origins = "https://a.example",
      exposedHeaders = {"ETag", "content-type"})
  static class Exposing extends Fine {}

  @Path("repeating")
  @CorsPolicy(
      origins = "https://a.example",
      allowedHeaders = {"Authorization", "authorization"})
  static class Repeating extends Fine {}

  @Path("unequal")
  @CorsPolicy(origins = "https://a.example")
  static class Unequal extends Fine {
    @PUT
    @CorsPolicy(allowedHeaders = "X-A")
    public void put() {}
  }

  @Path("forms")
  @CorsPolicy(origins = "https://a.example")
  static class Forms {
    @POST
    @Path("nobody")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void nobody() {}

    @POST
    @Path("json")
    @Consumes("application/json")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void json() {}

    @POST
    @Path("rejected")
    @CorsPolicy(origins = CorsPolicy.NONE, refusal = Refusal.REJECT)
    public void rejected() {}
  }

  @Path("open-forms")
  @CorsPolicy(origins = "*", methods = "GET", refusal = Refusal.REJECT)
  public static class OpenForms {
    @GET
    public void get() {}

    @POST
    public void post() {}
  }

  @Path("reading")
  @CorsPolicy(origins = "https://a.example", methods = "GET")
  static class Reading extends Fine {
    @POST
    @Consumes({"application/json", "application/x-www-form-urlencoded"})
    public void post() {}
  }

  @Path("lacking")
  @CorsPolicy(
      origins = "https://a.example",
      methods = {"GET", "HEAD", "DELETE"})
  static class Lacking extends Fine {}

  @Path("lacking-here")
  @CorsPolicy(origins = "https://a.example")
  static class LackingHere {
    @GET
    @CorsPolicy(methods = {"GET", "PUT"})
    public String get() {
      return "";
    }

    @PUT
    @Path("elsewhere")
    public void put() {}
  }

  @Path("asked")
  @CorsPolicy(origins = "https://a.example")
  static class Asked extends Fine {
    @OPTIONS
    public String options() {
      return "";
    }
  }

  @Path("fine")
  @CorsPolicy(origins = "https://a.example")
  static class Fine {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("others")
  @CorsPolicy(origins = "https://b.example")
  static class Others extends Fine {}

  @Path("fine/")
  static class ByHand {
    @OPTIONS
    public String options() {
      return "";
    }
  }

  @PreMatching
  static class Gate implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  static class EverybodysCorsFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {}
  }

  @Path("left")
  static class Left {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("alone")
  static class Alone {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("loopback")
  @CorsPolicy(origins = "http://localhost:3000")
  static class Loopback extends Fine {}

  @Path("named")
  @CorsPolicy("shop")
  static class Named {
    @GET
    public String get() {
      return "";
    }
  }

  @HttpMethod("bar")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Bar {}

  @HttpMethod("FOO")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Foo {}

  @Path("in-lower-case")
  @CorsPolicy(
      origins = "https://app.example.com",
      methods = {"FOO", "bar"})
  static class InLowerCase {
    @Bar
    public void bar() {}

    @Foo
    public void foo() {}
  }

  @Test
  void each_host_has_lines_of_its_own_for_what_is_not_so_elsewhere() {
    Map<String, Object> hosts =
        Map.of(
            "cors.policy.shop.origins", "https://a.example",
            "cors.hosts", "pay,auth",
            "cors.host.pay.name", "pay.example",
            "cors.host.pay.policy.shop.origins", "https://pay.example,http://localhost:3000",
            "cors.host.auth.name", "auth.example");
    try (CapturedLog log = CapturedLog.open()) {
      Deployed.onHosts(hosts, List.of(Named.class)).serve(Set.of());
      assertThat(log.infos())
          .filteredOn(line -> line.contains(" policy in force"))
          .hasSize(2)
          .anyMatch(line -> line.startsWith("CORS policy in force: cors.policy.shop.origins"))
          .anyMatch(line -> line.startsWith("CORS policy in force on host pay: cors.host.pay."));
      assertThat(log.infos())
          .filteredOn(line -> line.contains(" hint"))
          .singleElement()
          .asString()
          .startsWith("CORS hint for host pay: cors.host.pay.policy.shop.origins");
    }
  }

  @Test
  void an_unknown_key_is_hinted_at_in_an_application_without_policies_too() {
    assertThat(Row.with(Map.of("cors.polcy.a.origins", "*"), List.of(Left.class)).hints())
        .map(hint -> hint.hint().kind())
        .containsExactly(HintKind.UNKNOWN_KEY);
  }

  static class CrossOriginFeature implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      return true;
    }
  }

  static class Cors {}

  static class AfterTheMatch extends Gate {}

  @Test
  void a_feature_answers_for_cors_as_well_as_a_filter_and_nothing_else_does() {
    assertThat(
            Row.with(Map.of(), List.of(Fine.class, CrossOriginFeature.class, Cors.class)).hints())
        .map(HintLogTest::kind)
        .containsExactly("the application: OTHER_FILTER " + CrossOriginFeature.class.getName());
  }

  @Test
  void a_filter_after_the_match_answers_no_errors_of_no_resource() {
    assertThat(Row.with(Map.of(), List.of(Fine.class, Others.class, AfterTheMatch.class)).hints())
        .map(HintLogTest::kind)
        .containsExactly(unreadable(""));
  }

  @Path("off")
  @CorsPolicy(origins = CorsPolicy.OFF)
  static class Off extends Fine {}

  @Test
  void a_resource_whose_policy_is_off_misses_none() {
    assertThat(Row.with(Map.of(), List.of(Fine.class, Off.class)).hints())
        .map(hint -> hint.hint().kind())
        .doesNotContain(HintKind.NO_POLICY_BESIDE);
  }

  @Path("json")
  @Consumes("application/json")
  @CorsPolicy(origins = CorsPolicy.NONE)
  static class Json {
    @POST
    public void post() {}

    @POST
    @Path("text")
    @Consumes("application/json, text/plain; charset=utf-8")
    public void text() {}
  }

  @Test
  void what_a_class_consumes_counts_for_its_methods() {
    assertThat(Row.with(Map.of(), List.of(Json.class)).hints())
        .extracting(Hint::place)
        .containsExactly("Json.text");
  }

  @Path("closed")
  @CorsPolicy(origins = "https://a.example")
  static class Closed extends Fine {
    @PUT
    @CorsPolicy(allowedHeaders = CorsPolicy.NONE)
    public void put() {}
  }

  @Test
  void headers_that_differ_are_named_on_both_methods() {
    assertThat(Row.with(Map.of(), List.of(Closed.class)).hints())
        .singleElement()
        .asString()
        .contains("PUT (none) on /closed beside GET (Content-Type)");
  }
}
