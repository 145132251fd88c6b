package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.Sources;
import dev.jaxrscors.internal.resource.Levels;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyHint;
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
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.filter.HttpMethodOverrideFilter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What goes to the log at deployment and does not stop it: each declaration, each message. */
class HintsTest {

  /** A declaration, and what is hinted at. */
  private record Row(
      Map<String, String> settings, List<Class<?>> declaration, List<String> messages) {
    static Row of(Class<?> declaration, String... messages) {
      return with(Map.of(), List.of(declaration), messages);
    }

    static Row with(Map<String, String> settings, List<Class<?>> declaration, String... messages) {
      return new Row(settings, declaration, List.of(messages));
    }

    List<Hint> hints() {
      Settings found = Settings.of(List.of(Sources.properties("a test", settings)));
      Setup setup = Setup.EMPTY.configuredBy(found);
      return Deployment.of(setup, Optional.empty(), declaration).hints(declaration);
    }
  }

  private static String unreadable(String beforeTheMatch) {
    return "the application, member origins: 404, 405, 406 and 415 of no resource"
        + beforeTheMatch
        + " cannot be read by any page, because the policies of the resources do not agree on"
        + " origins and credentials, and the application has none; name the origins of all its"
        + " pages in CORS_DEFAULT_ORIGINS (cors.default.origins), or in @CorsPolicy on the"
        + " Application class; resources without a policy have it then.";
  }

  private static final List<Row> ROWS =
      List.of(
          Row.of(
              Exposing.class,
              "Exposing, member exposedHeaders: \"content-type\" is superfluous, because every script"
                  + " may read this response header; leave it out."),
          Row.of(
              Repeating.class,
              "Repeating, member allowedHeaders: \"authorization\" is superfluous, because the list"
                  + " has that name already, and header names are compared without case; leave it"
                  + " out, here or in what a placeholder stands for."),
          Row.of(
              Unequal.class,
              "Unequal.put, member allowedHeaders: PUT (X-A) on /unequal beside GET (Content-Type)"
                  + " may be granted by mistake in the browser, because browsers keep the allowed"
                  + " header names for the URL, not for the method; allow the same names on both, or"
                  + " give them paths of their own."),
          Row.of(
              Forms.class,
              "Forms.nobody, member origins: POST /forms/nobody still runs when another site posts a"
                  + " form to it, because a form needs no preflight, and under Refusal.WITHHOLD only"
                  + " the response is withheld; say refusal = Refusal.REJECT, or consume a type that"
                  + " no form can send, such as application/json."),
          Row.of(
              OpenForms.class,
              "OpenForms.post, member methods: POST /open-forms still runs when another site posts a"
                  + " form to it, because a form needs no preflight, and a policy for every origin"
                  + " never rejects; name the origins and say refusal = Refusal.REJECT, or consume a"
                  + " type that no form can send, such as application/json."),
          Row.of(
              Reading.class,
              "Reading.post, member methods: POST /reading still runs when another site posts a form"
                  + " to it, because a form needs no preflight, and under Refusal.WITHHOLD only the"
                  + " response is withheld; say refusal = Refusal.REJECT, or consume a type that no"
                  + " form can send, such as application/json."),
          Row.of(
              Lacking.class,
              "Lacking, member methods: \"DELETE\" has no effect, because the resource has only GET;"
                  + " leave it out, or add the method."),
          Row.of(
              LackingHere.class,
              "LackingHere.get, member methods: \"PUT\" has no effect, because the resource has only"
                  + " GET; leave it out, or add the method."),
          Row.of(
              InLowerCase.class,
              "InLowerCase, member methods: \"bar\" has no effect, because the resource has only BAR,"
                  + " FOO; leave it out, or add the method.",
              "InLowerCase.bar, member methods: @HttpMethod(\"bar\") is taken for BAR, because"
                  + " methods are case-sensitive, and some runtimes match them in upper case alone;"
                  + " write \"BAR\" there, in methods, and in the code of the page."),
          Row.of(
              Asked.class,
              "Asked.options, member methods: the method for OPTIONS /asked is not asked for"
                  + " preflights, because the policy answers them, so that no resource method runs on"
                  + " one; leave it to other OPTIONS requests, or remove it."),
          Row.with(
              Map.of(),
              List.of(Fine.class, EverybodysCorsFilter.class, HttpMethodOverrideFilter.class),
              "the application, member value: dev.jaxrscors.internal.deploy.HintsTest$EverybodysCorsFilter is"
                  + " registered beside @CorsPolicy, because two layers then answer for the same"
                  + " headers, and the policy replaces the other's; remove it, and keep its origins"
                  + " in @CorsPolicy.",
              "the application, member value:"
                  + " org.glassfish.jersey.server.filter.HttpMethodOverrideFilter lets a simple POST"
                  + " become any method, because a page may send that POST without a preflight;"
                  + " remove it, or keep it away from resources that browsers may call."),
          Row.with(
              Map.of(),
              List.of(Fine.class, Left.class, Alone.class),
              "the application, member origins: Alone, Left cannot be called from browsers on other"
                  + " origins, because no level sets a policy for them; add @CorsPolicy if pages"
                  + " should call them, or origins = CorsPolicy.NONE to say that none should.",
              unreadable("")),
          Row.with(
              Map.of(),
              List.of(Fine.class, Others.class, Gate.class),
              unreadable(", and what Gate answers before the match,")),
          Row.with(
              Map.of(),
              List.of(Fine.class, ByHand.class),
              "the application, member origins: ByHand cannot be called from browsers on other"
                  + " origins, because no level sets a policy for it; add @CorsPolicy if pages"
                  + " should call it, or origins = CorsPolicy.NONE to say that none should.",
              "ByHand.options, member origins: the method for OPTIONS /fine is not asked for"
                  + " preflights, because preflights on that path are for the policy of Fine.get;"
                  + " remove it, or give it a path of its own.",
              unreadable("")),
          Row.of(
              Loopback.class,
              "Loopback, member origins: \"http://localhost:3000\" is allowed outside of development,"
                  + " because any program on a user's machine can speak for it, and"
                  + " mp.config.profile is not dev; keep it out of production with"
                  + " cors.production=true, which refuses it there."),
          Row.with(
              Map.of("cors.polcy.shop.origins", "https://a.example"),
              List.of(Fine.class),
              "a test, member value: cors.polcy.shop.origins has no effect, because no key has this"
                  + " name; compare it with cors.policy.NAME.origins, methods, allowed-headers,"
                  + " exposed-headers, credentials, max-age and refusal."),
          Row.with(
              Map.of("cors.default.origins", "\"https://a.example\",'https://b.example'"),
              List.of(Fine.class),
              "cors.default.origins in a test, member origins: its quotes are left out, because"
                  + " nothing in this list holds any; write the values without them."),
          Row.with(
              Map.of(
                  "cors.default.allowed-headers",
                  "origin,content-type,access-control-request-method,accept,Cookie,authorization",
                  "cors.default.exposed-headers",
                  "Set-Cookie"),
              List.of(Fine.class),
              "cors.default.allowed-headers in a test, member allowedHeaders: \"origin\","
                  + " \"access-control-request-method\", \"Cookie\" are left out, because no page can"
                  + " send such a header, or has a reason to; remove them.",
              "cors.default.exposed-headers in a test, member exposedHeaders: \"Set-Cookie\" is left"
                  + " out, because browsers let no script read such a header; remove it."),
          Row.with(
              Map.of("cors.policy.shop.origins", "https://a.example"),
              List.of(Fine.class),
              "the application, member value: \"shop\" has no effect, because no annotation refers to"
                  + " it; write @CorsPolicy(\"shop\") on a resource, or remove the policy."));

  @TestFactory
  Stream<DynamicTest> each_hint_says_where_what_why_and_what_to_do() {
    return ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.declaration().get(0).getSimpleName() + ": " + row.messages().get(0),
                    () ->
                        assertThat(row.hints())
                            .map(Hint::toString)
                            .containsExactlyElementsOf(row.messages())));
  }

  @Test
  void every_kind_of_hint_has_its_row() {
    Set<String> shown =
        ROWS.stream()
            .flatMap(row -> row.hints().stream())
            .map(h -> h.hint().getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertThat(Arrays.stream(PolicyHint.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(shown);
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
    PolicyHint hint = new PolicyHint.SafelistedExposed("ETag");
    assertThat(lines(hint, "A")).containsExactly(hint("A"));
    assertThat(lines(hint, "A", "B", "A")).containsExactly(hint("A, B"));
    assertThat(lines(hint, "A", "B", "C", "D")).containsExactly(hint("A, B, C, D"));
    assertThat(lines(hint, "A", "B", "C", "D", "E")).containsExactly(hint("A, B, C and 2 more"));
    assertThat(
            Hints.lines(
                List.of(new Hint("A", hint), new Hint("A", new PolicyHint.UnknownKey("k")))))
        .hasSize(2);
  }

  private static List<String> lines(PolicyHint hint, String... places) {
    return Hints.lines(Stream.of(places).map(place -> new Hint(place, hint)).toList());
  }

  private static String hint(String places) {
    return places
        + ", member exposedHeaders: \"ETag\" is superfluous, because every script may read this"
        + " response header; leave it out.";
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
        .map(hint -> hint.hint().getClass().getSimpleName())
        .containsExactly("UnreachedOptions", "UnreadableErrors");
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
    assertThat(Levels.names(NamedBelow.class)).containsExactlyInAnyOrder("shop", "other");
    assertThat(Levels.names(Fine.class)).isEmpty();
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
    assertThat(Deployment.of(setup, Optional.empty(), classes).hints(classes)).isEmpty();
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
}
