package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.row;
import static dev.jaxrscors.wire.Row.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Error responses of a governed resource have what its other responses have: pages read them. */
class ErrorResponsesTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  private static final String[] SHARED = {
    "Access-Control-Allow-Credentials: true",
    "Access-Control-Allow-Origin: " + APP,
    "Access-Control-Expose-Headers: X-Trace",
    VARY_ORIGIN
  };

  private static final Class<?>[] COMPONENTS = {
    Shop.class, FieldParam.class, Authentication.class, IllegalArguments.class
  };

  @AutoClose private static final Server SERVER = Server.of(COMPONENTS);

  @AutoClose
  private static final Server MAPPING =
      Server.of(
          new ResourceConfig(COMPONENTS)
              .property(CorsSetup.PROPERTY, CorsSetup.builder().mapUnhandledExceptions().build()));

  @TestFactory
  DynamicContainer of_a_matched_resource() {
    return table(
        "credentials, an exposed header",
        SERVER,
        row("400 for a header that is no number", badHeader(APP), 400, SHARED),
        row("404 for a query that is no number", get("/shop?page=x", APP), 404, SHARED),
        row("401 from a filter", get("/shop", APP).with("X-User", "none"), 401, SHARED),
        row("403 from the resource", get("/shop/forbidden", APP), 403, SHARED),
        row("404 from the resource", get("/shop/missing", APP), 404, SHARED),
        row("500 from a mapper", get("/shop/mapped", APP), 500, SHARED),
        row("500 for what no writer writes", get("/shop/unwritable", APP), 500, SHARED),
        row("500 from a suspended response", get("/shop/suspended", APP), 500, SHARED));
  }

  @TestFactory
  DynamicContainer of_a_matched_resource_are_withheld_from_others() {
    return table(
        "the same",
        SERVER,
        row("400", badHeader(EVIL), 400, VARY_ORIGIN),
        row("401", get("/shop", EVIL).with("X-User", "none"), 401, VARY_ORIGIN),
        row("404", get("/shop/missing", EVIL), 404, VARY_ORIGIN),
        row("500", get("/shop/mapped", EVIL), 500, VARY_ORIGIN),
        row("404 without Origin", get("/shop/missing"), 404, VARY_ORIGIN));
  }

  @TestFactory
  DynamicContainer without_a_matched_resource_have_nothing() {
    return table(
        "no policy of the application",
        SERVER,
        row("404", get("/nowhere", APP), 404),
        row("404 below a resource", get("/shop/no/where", APP), 404),
        row("405", Request.of("DELETE", "/shop").from(APP), 405),
        row("406", get("/shop", APP).with("Accept", "image/png"), 406),
        row("415", post("image/png"), 415));
  }

  private static Request badHeader(String origin) {
    return get("/shop", origin).with("X-Page", "x");
  }

  private static Request post(String contentType) {
    return Request.of("POST", "/shop").from(APP).with("Content-Type", contentType).carrying("x");
  }

  @Test
  void a_known_gap_of_jersey_a_field_that_cannot_be_set_has_no_matched_resource() {
    Reply reply = SERVER.send(get("/field", APP).with("X-Page", "x"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.cors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shop/unmapped", "/shop/unstreamable"})
  void a_known_gap_of_jersey_the_container_resets_the_headers_of_an_unmapped_500(String path) {
    Reply reply = SERVER.send(get(path, APP));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.cors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/unmapped",
        "/shop/unwritable",
        "/shop/unstreamable",
        "/shop/unmapped-suspended"
      })
  void with_the_mapper_an_unhandled_exception_keeps_its_headers_and_tells_nothing(String path) {
    Reply reply = MAPPING.send(get(path, APP));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.cors()).containsExactly(SHARED);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void with_the_mapper_an_unhandled_exception_is_withheld_from_others() {
    Reply reply = MAPPING.send(get("/shop/unmapped", EVIL));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.cors()).containsExactly(VARY_ORIGIN);
  }

  @Test
  void with_the_mapper_an_unhandled_exception_goes_to_the_log() {
    try (CapturedLog log = CapturedLog.open()) {
      MAPPING.send(get("/shop/unmapped", APP));

      assertThat(log.errors()).hasSize(1);
    }
  }

  @Test
  void a_second_response_to_one_request_is_not_taken_for_another_layer() {
    try (CapturedLog log = CapturedLog.open()) {
      MAPPING.send(get("/shop/unwritable", APP));
      MAPPING.send(get("/shop/unstreamable", APP));

      assertThat(log.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shop/unwritable", "/shop/unstreamable"})
  void a_second_response_to_one_request_is_no_second_refusal(String path) {
    try (CapturedLog log = CapturedLog.open()) {
      // Of an origin of its own: the refusal of another one may have its line already.
      MAPPING.send(get(path, "https://" + path.substring(path.lastIndexOf('/') + 1) + ".example"));

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @TestFactory
  DynamicContainer with_the_mapper_other_mappings_stay() {
    return table(
        "unhandled exceptions are mapped",
        MAPPING,
        row("what has a mapper keeps it", get("/shop/mapped", APP), 500, SHARED),
        row("an exception with a response keeps it", get("/shop/forbidden", APP), 403, SHARED),
        row("so does a missing resource", get("/nowhere", APP), 404),
        row("a security exception is 403", get("/shop/security", APP), 403, SHARED));
  }

  @Test
  void with_the_mapper_a_mapped_exception_keeps_its_body() {
    assertThat(MAPPING.send(get("/shop/mapped", APP)).body()).isEqualTo("mapped");
  }

  @Path("shop")
  @CorsPolicy(origins = APP, credentials = Credentials.ALLOW, exposedHeaders = "X-Trace")
  public static class Shop {
    @GET
    @Produces("text/plain")
    public String get(@QueryParam("page") int page, @HeaderParam("X-Page") int alsoPage) {
      return "got";
    }

    @POST
    @Consumes("text/plain")
    public String post(String text) {
      return text;
    }

    @GET
    @Path("forbidden")
    public String forbidden() {
      throw new ForbiddenException();
    }

    @GET
    @Path("missing")
    public String missing() {
      throw new NotFoundException();
    }

    @GET
    @Path("mapped")
    public String mapped() {
      throw new IllegalArgumentException("secret");
    }

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) {
      response.resume(new IllegalArgumentException("secret"));
    }

    @GET
    @Path("unmapped")
    public String unmapped() {
      throw new IllegalStateException("secret");
    }

    @GET
    @Path("unmapped-suspended")
    public void unmappedSuspended(@Suspended AsyncResponse response) {
      response.resume(new IllegalStateException("secret"));
    }

    @GET
    @Path("unwritable")
    public Object unwritable() {
      return new Object();
    }

    @GET
    @Path("unstreamable")
    public StreamingOutput unstreamable() {
      return out -> {
        throw new IllegalStateException("secret");
      };
    }

    @GET
    @Path("security")
    public String security() {
      throw new SecurityException("secret");
    }
  }

  @Path("field")
  @CorsPolicy(origins = APP)
  public static class FieldParam {
    @HeaderParam("X-Page")
    private int page;

    @GET
    public String get() {
      return "page " + page;
    }
  }

  /** Turns one user away, after the match. */
  @Priority(Priorities.AUTHENTICATION)
  public static class Authentication implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if ("none".equals(request.getHeaderString("X-User"))) {
        request.abortWith(Response.status(401).header("WWW-Authenticate", "Bearer").build());
      }
    }
  }

  /** Maps one kind of exceptions. */
  public static class IllegalArguments implements ExceptionMapper<IllegalArgumentException> {
    @Override
    public Response toResponse(IllegalArgumentException thrown) {
      return Response.status(500).entity("mapped").build();
    }
  }
}
