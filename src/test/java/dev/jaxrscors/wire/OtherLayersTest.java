package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static dev.jaxrscors.wire.Row.granted;
import static dev.jaxrscors.wire.Row.refused;
import static dev.jaxrscors.wire.Row.row;
import static dev.jaxrscors.wire.Row.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What becomes of header fields that the application, or another filter, puts on a response. */
class OtherLayersTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  @AutoClose
  private static final Server BY_HAND = Server.of(ByHand.class, Varying.class, PublicVarying.class);

  @AutoClose
  private static final Server WITH_FILTER =
      Server.of(Governed.class, Ungoverned.class, OldFilter.class);

  @AutoClose
  private static final Server ENCODING =
      Server.of(
          new ResourceConfig(Governed.class)
              .registerClasses(EncodingFilter.class, GZipEncoder.class));

  @TestFactory
  DynamicContainer cors_headers_of_the_resource_are_replaced_as_a_set() {
    return table(
        "a resource method that answers CORS by hand",
        BY_HAND,
        row("for an allowed origin", get("/by-hand", APP), 200, ALLOW_APP, VARY_ORIGIN),
        row("for another origin", get("/by-hand", EVIL), 200, VARY_ORIGIN),
        row("without Origin", get("/by-hand"), 200, VARY_ORIGIN));
  }

  @TestFactory
  DynamicContainer cors_headers_of_another_filter_are_replaced_on_governed_resources() {
    return table(
        "a filter that opens everything to everyone",
        WITH_FILTER,
        row("a response is ours alone", get("/governed", APP), 200, ALLOW_APP, VARY_ORIGIN),
        row("a refusal is a refusal", get("/governed", EVIL), 200, VARY_ORIGIN),
        granted(
            "a granted preflight is ours alone",
            preflight("/governed", APP, "GET"),
            "Access-Control-Allow-Headers: Content-Type",
            "Access-Control-Allow-Methods: GET, HEAD",
            ALLOW_APP,
            "Access-Control-Max-Age: 600",
            VARY_PREFLIGHT),
        refused("a refused preflight is refused", preflight("/governed", EVIL, "GET")),
        row(
            "an ungoverned response is theirs",
            get("/ungoverned", EVIL),
            200,
            "Access-Control-Allow-Methods: *",
            "Access-Control-Allow-Origin: *"),
        granted(
            "an ungoverned preflight is theirs",
            preflight("/ungoverned", EVIL, "GET"),
            "Access-Control-Allow-Methods: *",
            "Access-Control-Allow-Origin: *"),
        row(
            "a 404 is theirs",
            get("/nowhere", EVIL),
            404,
            "Access-Control-Allow-Methods: *",
            "Access-Control-Allow-Origin: *"));
  }

  @Test
  void foreign_headers_are_one_warning_for_a_resource() {
    try (Server server = Server.of(Governed.class, OldFilter.class);
        CapturedLog log = CapturedLog.open()) {
      for (int i = 0; i < 5; i++) {
        server.send(get("/governed", APP));
      }

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("Access-Control-*", "Governed");
    }
  }

  @Test
  void without_foreign_headers_there_is_no_warning() {
    try (Server server = Server.of(Governed.class);
        CapturedLog log = CapturedLog.open()) {
      server.send(get("/governed", APP));
      server.send(get("/governed"));

      assertThat(log.warnings()).isEmpty();
    }
  }

  @TestFactory
  DynamicContainer vary_is_merged() {
    return table(
        "a resource that sets Vary itself",
        BY_HAND,
        row("ours is added", get("/varying/Accept", APP), 200, ALLOW_APP, "Vary: Accept, Origin"),
        row("without Origin, too", get("/varying/Accept"), 200, "Vary: Accept, Origin"),
        row("not twice, in any case", get("/varying/ORIGIN", APP), 200, ALLOW_APP, "Vary: ORIGIN"),
        row(
            "not twice, in a list",
            get("/varying/Accept,origin", APP),
            200,
            ALLOW_APP,
            "Vary: Accept, origin"),
        row(
            "a name that holds ours is another",
            get("/varying/X-Origin", APP),
            200,
            ALLOW_APP,
            "Vary: X-Origin, Origin"),
        row("an asterisk says it all", get("/varying/*", APP), 200, ALLOW_APP, "Vary: *"),
        row(
            "several lines become one",
            get("/varying/Accept/Cookie", APP),
            200,
            ALLOW_APP,
            "Vary: Accept, Cookie, Origin"));
  }

  @TestFactory
  DynamicContainer vary_of_a_public_resource_is_left_alone() {
    String allowAll = "Access-Control-Allow-Origin: *";
    return table(
        "every origin, and a resource that sets Vary itself",
        BY_HAND,
        row("what is there stays", get("/public/Accept", APP), 200, allowAll, "Vary: Accept"));
  }

  @TestFactory
  DynamicContainer vary_of_a_filter_is_merged() {
    return table(
        "a filter that compresses",
        ENCODING,
        row(
            "a response varies by both",
            get("/governed", APP).with("Accept-Encoding", "gzip"),
            200,
            ALLOW_APP,
            "Vary: Accept-Encoding, Origin"));
  }

  @Path("by-hand")
  @CorsPolicy(origins = APP)
  public static class ByHand {
    @GET
    public Response get() {
      return Response.ok("by hand")
          .header("Access-Control-Allow-Origin", "*")
          .header("access-control-allow-origin", EVIL)
          .header("Access-Control-Allow-Credentials", "true")
          .header("Access-Control-Allow-Methods", "*")
          .header("Access-Control-Allow-Headers", "*")
          .header("Access-Control-Expose-Headers", "*")
          .header("Access-Control-Max-Age", "86400")
          .header("Access-Control-Allow-Private-Network", "true")
          .build();
    }
  }

  @Path("varying")
  @CorsPolicy(origins = APP)
  public static class Varying {
    @GET
    @Path("{vary}")
    public Response get(@PathParam("vary") String vary) {
      return Response.ok("varying").header("Vary", vary).build();
    }

    @GET
    @Path("{one}/{two}")
    public Response get(@PathParam("one") String one, @PathParam("two") String two) {
      return Response.ok("varying").header("Vary", one).header("Vary", two).build();
    }
  }

  @Path("public")
  @CorsPolicy(origins = "*")
  public static class PublicVarying {
    @GET
    @Path("{vary}")
    public Response get(@PathParam("vary") String vary) {
      return Response.ok("varying").header("Vary", vary).build();
    }
  }

  @Path("governed")
  @CorsPolicy(origins = APP)
  public static class Governed extends CountedGet {}

  @Path("ungoverned")
  public static class Ungoverned extends CountedGet {}

  /** What one finds in answers on the web. */
  public static class OldFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      response.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
      response.getHeaders().putSingle("Access-Control-Allow-Methods", "*");
    }
  }
}
