package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static dev.jaxrscors.wire.Row.granted;
import static dev.jaxrscors.wire.Row.row;
import static dev.jaxrscors.wire.Row.table;
import static dev.jaxrscors.wire.Row.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Responses for which no resource was matched: they have the policy of the application, or what all
 * its resources agree on.
 */
class UnmatchedTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials: true";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  @AutoClose private static final Server WITHOUT = Server.of(Shop.class, Plain.class, Gate.class);

  @AutoClose private static final Server UNGOVERNED = Server.of(Plain.class);

  @AutoClose
  private static final Server AGREEING =
      Server.of(Agreeing.class, AgreeingToo.class, Declared.class, Gate.class);

  @AutoClose private static final Server EXPOSING = Server.of(Exposing.class);

  @AutoClose private static final Server EVERYBODYS = Server.of(Everybodys.class);

  @AutoClose
  private static final Server ANNOTATED = Server.of(ResourceConfig.forApplication(new Annotated()));

  @AutoClose
  private static final Server BY_DEFAULT =
      Server.of(
          new ResourceConfig(Shop.class, Plain.class, Gate.class)
              .property(
                  CorsSetup.PROPERTY,
                  CorsSetup.builder()
                      .defaultPolicy(Policy.builder().origins(APP).build())
                      .build()));

  @AutoClose
  private static final Server PUBLIC =
      Server.of(
          new ResourceConfig(Shop.class, Plain.class, Gate.class)
              .property(
                  CorsSetup.PROPERTY,
                  CorsSetup.builder()
                      .defaultPolicy(Policy.builder().origins("*").build())
                      .build()));

  @TestFactory
  DynamicContainer with_policies_on_resources_alone() {
    return table(
        "no policy of the application",
        WITHOUT,
        row("404 has nothing", get("/nowhere", APP), 404),
        row("405 has nothing", Request.of("DELETE", "/shop").from(APP), 405),
        row("406 has nothing", get("/shop", APP).with("Accept", "image/png"), 406),
        row("415 has nothing", unsupported(APP), 415),
        row(
            "a filter before the match has nothing",
            get("/shop", APP).with("X-Gate", "shut"),
            401));
  }

  @TestFactory
  DynamicContainer with_policies_that_agree() {
    return table(
        "the same origins and credentials on every resource",
        AGREEING,
        row("404 is shared", get("/nowhere", APP), 404, ALLOW_CREDENTIALS, ALLOW_APP, VARY_ORIGIN),
        row("404 varies", get("/nowhere"), 404, VARY_ORIGIN),
        row("404 is withheld from others, and not rejected", get("/n", EVIL), 404, VARY_ORIGIN),
        row(
            "405 is shared, whatever methods the policies list",
            Request.of("PATCH", "/agreeing").from(APP),
            405,
            ALLOW_CREDENTIALS,
            ALLOW_APP,
            VARY_ORIGIN),
        row(
            "so is what a filter answers before the match",
            get("/agreeing", APP).with("X-Gate", "shut"),
            401,
            ALLOW_CREDENTIALS,
            ALLOW_APP,
            VARY_ORIGIN),
        unanswered(
            "a preflight for a path that nothing has grants nothing",
            preflight("/nowhere", APP, "GET"),
            404));
  }

  @TestFactory
  DynamicContainer with_policies_that_expose_the_same() {
    return table(
        "one resource",
        EXPOSING,
        row(
            "404 exposes what every response does",
            get("/nowhere", APP),
            404,
            ALLOW_APP,
            "Access-Control-Expose-Headers: X-Trace",
            VARY_ORIGIN));
  }

  @TestFactory
  DynamicContainer with_a_policy_for_all_pages() {
    return table(
        "every resource is for everybody",
        EVERYBODYS,
        row("so is 404", get("/nowhere", EVIL), 404, "Access-Control-Allow-Origin: *"));
  }

  @TestFactory
  DynamicContainer with_policies_that_do_not_agree() {
    return DynamicContainer.dynamicContainer(
        "no agreement",
        Stream.of(
                List.of(Agreeing.class, Plain.class),
                List.of(Agreeing.class, Closed.class),
                List.of(Agreeing.class, Exposing.class),
                List.of(Exposing.class, Asking.class),
                List.of(Exposing.class, Shop.class))
            .map(
                classes ->
                    DynamicTest.dynamicTest(
                        classes.toString(),
                        () -> {
                          try (Server server = Server.of(new ResourceConfig(Set.copyOf(classes)))) {
                            assertThat(server.send(get("/nowhere", APP)).cors()).isEmpty();
                          }
                        })));
  }

  @Test
  void a_sub_resource_that_does_not_agree_ends_it_for_good() {
    try (Server server = Server.of(Locators.class)) {
      assertThat(server.send(get("/nowhere", APP)).cors()).contains(ALLOW_APP);
      assertThat(server.send(get("/locators/same", APP)).status()).isEqualTo(200);
      assertThat(server.send(get("/nowhere", APP)).cors()).contains(ALLOW_APP);
      assertThat(server.send(get("/locators/other", APP)).status()).isEqualTo(200);
      assertThat(server.send(get("/nowhere", APP)).cors()).isEmpty();
      assertThat(server.send(get("/locators/same", APP)).cors()).contains(ALLOW_APP);
      assertThat(server.send(get("/nowhere", APP)).cors()).isEmpty();
    }
  }

  @Test
  void a_sub_resource_that_is_declared_not_to_agree_ends_it_at_deployment() {
    try (Server server = Server.of(Declaring.class)) {
      assertThat(server.send(get("/nowhere", APP)).cors()).isEmpty();
    }
  }

  @Test
  void a_resource_that_is_built_in_code_without_a_policy_ends_it() {
    ResourceConfig config = new ResourceConfig(Exposing.class);
    Resource.Builder built = Resource.builder("built");
    built.addMethod("GET").handledBy(request -> "built");
    config.registerResources(built.build());
    try (Server server = Server.of(config)) {
      assertThat(server.send(get("/built", APP)).cors()).isEmpty();
      assertThat(server.send(get("/nowhere", APP)).cors()).isEmpty();
    }
  }

  @Test
  void what_no_page_can_read_is_a_line_at_debug_each() {
    try (CapturedLog log = CapturedLog.openAt(Level.FINE)) {
      WITHOUT.send(get("/nowhere", APP));
      WITHOUT.send(get("/nowhere"));
      WITHOUT.send(get("/nowhere", WITHOUT.origin()));
      WITHOUT.send(get("/shop", EVIL).with("X-Gate", "shut"));
      WITHOUT.send(get("/plain", EVIL));
      AGREEING.send(get("/nowhere", EVIL));
      UNGOVERNED.send(get("/nowhere", EVIL));
      assertThat(log.at(Level.FINE))
          .filteredOn(line -> line.startsWith("CORS: Unreadable"))
          .containsExactly(unreadable("/nowhere", APP, 404), unreadable("/shop", EVIL, 401));
    }
  }

  private static String unreadable(String path, String origin, int status) {
    return "CORS: Unreadable response: GET "
        + path
        + " from origin \""
        + origin
        + "\" (address 127.0.0.1): no resource answered "
        + status
        + ", and the application has no policy for that; set CORS_DEFAULT_ORIGINS, or write"
        + " @CorsPolicy on the Application class";
  }

  @TestFactory
  DynamicContainer with_an_annotation_on_the_application() {
    return table("on the Application class", ANNOTATED, rowsOfOnePolicy());
  }

  @TestFactory
  DynamicContainer with_a_default_policy() {
    return table("the default policy of a setup", BY_DEFAULT, rowsOfOnePolicy());
  }

  private static Row[] rowsOfOnePolicy() {
    return new Row[] {
      row("404 is shared", get("/nowhere", APP), 404, ALLOW_APP, VARY_ORIGIN),
      row("404 varies", get("/nowhere"), 404, VARY_ORIGIN),
      row("404 is withheld from others", get("/nowhere", EVIL), 404, VARY_ORIGIN),
      row("405 is shared", Request.of("DELETE", "/shop").from(APP), 405, ALLOW_APP, VARY_ORIGIN),
      row(
          "406 is shared",
          get("/shop", APP).with("Accept", "image/png"),
          406,
          ALLOW_APP,
          VARY_ORIGIN),
      row("415 is shared", unsupported(APP), 415, ALLOW_APP, VARY_ORIGIN),
      row(
          "so is what a filter answers before the match",
          get("/shop", APP).with("X-Gate", "shut"),
          401,
          ALLOW_APP,
          VARY_ORIGIN),
      unanswered(
          "a preflight for a path that nothing has is 404, and grants nothing",
          preflight("/nowhere", APP, "GET"),
          404),
      unanswered(
          "a preflight for a verb that nothing has is 405, and grants nothing",
          preflight("/shop", APP, "DELETE"),
          405),
      row(
          "a resource without a policy has that of the application",
          get("/plain", APP),
          200,
          ALLOW_APP,
          VARY_ORIGIN),
      granted(
          "so has its preflight",
          preflight("/plain", APP, "GET"),
          "Access-Control-Allow-Headers: Content-Type",
          "Access-Control-Allow-Methods: GET, HEAD",
          ALLOW_APP,
          "Access-Control-Max-Age: 600",
          VARY_PREFLIGHT),
      row(
          "a resource with a policy has its own",
          get("/shop", "https://shop.example.com"),
          200,
          "Access-Control-Allow-Origin: https://shop.example.com",
          VARY_ORIGIN),
      row("and that alone", get("/shop", APP), 200, VARY_ORIGIN)
    };
  }

  @TestFactory
  DynamicContainer with_a_public_default_policy() {
    String allowAll = "Access-Control-Allow-Origin: *";
    return table(
        "every origin, by default",
        PUBLIC,
        row("404 is for everybody", get("/nowhere", EVIL), 404, allowAll),
        row("405 is for everybody", Request.of("DELETE", "/shop").from(EVIL), 405, allowAll),
        row("a resource with a policy is not", get("/shop", EVIL), 200, VARY_ORIGIN));
  }

  private static Request unsupported(String origin) {
    return Request.of("POST", "/shop")
        .from(origin)
        .with("Content-Type", "image/png")
        .carrying("png");
  }

  @CorsPolicy(origins = APP)
  public static class Annotated extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Shop.class, Plain.class, Gate.class);
    }
  }

  @Path("agreeing")
  @CorsPolicy(
      origins = APP,
      credentials = Credentials.ALLOW,
      methods = "GET",
      exposedHeaders = "X-Trace",
      refusal = Refusal.REJECT)
  public static class Agreeing {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("agreeing-too")
  @CorsPolicy(
      origins = {APP, APP},
      credentials = Credentials.ALLOW,
      maxAge = 5)
  public static class AgreeingToo {
    @GET
    public String get() {
      return "";
    }

    @POST
    @CorsPolicy(exposedHeaders = "X-Other")
    public void post() {}
  }

  /** Leads to what has its policy from here. */
  @Path("declared")
  @CorsPolicy(origins = APP, credentials = Credentials.ALLOW)
  public static class Declared {
    @Path("below")
    public Below below() {
      return new Below();
    }
  }

  public static class Below {
    @GET
    public String get() {
      return "";
    }

    @Path("again")
    public Below again() {
      return this;
    }
  }

  @Path("closed")
  @CorsPolicy(origins = APP, credentials = Credentials.ALLOW)
  public static class Closed {
    @GET
    public String get() {
      return "";
    }

    @POST
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void post() {}
  }

  @Path("exposing")
  @CorsPolicy(origins = APP, exposedHeaders = "X-Trace")
  public static class Exposing {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("asking")
  @CorsPolicy(origins = APP, originSource = Nobody.class)
  public static class Asking {
    @GET
    public String get() {
      return "";
    }
  }

  public static class Nobody implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }
  }

  @Path("everybodys")
  @CorsPolicy(origins = "*")
  public static class Everybodys {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("locators")
  @CorsPolicy(origins = APP)
  public static class Locators {
    @GET
    public String get() {
      return "";
    }

    @Path("same")
    public Object same() {
      return new Below();
    }

    @Path("other")
    public Object other() {
      return new Other();
    }
  }

  @Path("declaring")
  @CorsPolicy(origins = APP)
  public static class Declaring {
    @GET
    public String get() {
      return "";
    }

    @Path("other")
    public Other other() {
      return new Other();
    }
  }

  @CorsPolicy(origins = "https://other.example")
  public static class Other {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("shop")
  @CorsPolicy(origins = "https://shop.example.com")
  public static class Shop {
    @GET
    @Produces("application/json")
    public String get() {
      return Calls.counted("resource");
    }

    @POST
    @Consumes("application/json")
    public String post(String json) {
      return Calls.counted("resource");
    }
  }

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  /** A filter that may answer before the match. */
  @PreMatching
  public static class Gate implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if ("shut".equals(request.getHeaderString("X-Gate"))) {
        request.abortWith(Response.status(401).build());
      }
    }
  }
}
