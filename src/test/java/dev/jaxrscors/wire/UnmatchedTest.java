package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static dev.jaxrscors.wire.Row.row;
import static dev.jaxrscors.wire.Row.table;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.CorsSetup;
import dev.jaxrscors.policy.Policy;
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
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Responses for which no resource was matched: only a policy of the application reaches them. */
class UnmatchedTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  @AutoClose private static final Server WITHOUT = Server.of(Shop.class, Plain.class, Gate.class);

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
      row(
          "a preflight for a path that nothing has is 404, and grants nothing",
          preflight("/nowhere", APP, "GET"),
          404,
          VARY_PREFLIGHT),
      row(
          "a preflight for a verb that nothing has is 405, and grants nothing",
          preflight("/shop", APP, "DELETE"),
          405,
          VARY_PREFLIGHT),
      row(
          "a resource without a policy has that of the application",
          get("/plain", APP),
          200,
          ALLOW_APP,
          VARY_ORIGIN),
      row(
          "so has its preflight",
          preflight("/plain", APP, "GET"),
          204,
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
