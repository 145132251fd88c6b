package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Heard;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.rest.CorsRequest;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants that the application takes back, and what becomes of them in log and events. */
class WithheldTest {

  private static final String APP = "https://app.example.com";
  private static final Heard HEARD = new Heard();
  private static final Response SHARED = CorsRequest.withhold(Response.noContent()).build();

  @AutoClose private static final Server SERVER = Server.of(application());
  @AutoClose private final CapturedLog log = CapturedLog.open();

  @Path("listed")
  @CorsPolicy(origins = APP)
  public static class Listed {
    @GET
    public String get(@Context ContainerRequestContext request) {
      CorsRequest.withhold(request);
      return "listed";
    }

    @GET
    @Path("shared")
    public Response shared() {
      return SHARED;
    }

    @GET
    @Path("stream")
    public StreamingOutput stream(@Context ContainerRequestContext request) {
      return out -> out.write(late(request).getBytes(UTF_8));
    }

    private static String late(ContainerRequestContext request) {
      try {
        CorsRequest.withhold(request);
        return "in time";
      } catch (IllegalStateException e) {
        return e.getMessage();
      }
    }

    @PUT
    @Path("put")
    public void put(String value) {}
  }

  @Path("public")
  @CorsPolicy(origins = "*")
  public static class Public {
    @GET
    public Response get() {
      return CorsRequest.withhold(Response.ok("public")).build();
    }
  }

  @Path("rejecting")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Rejecting {
    @GET
    public Response get() {
      return CorsRequest.withhold(Response.ok("rejecting")).build();
    }
  }

  @Path("ungoverned")
  public static class Ungoverned {
    @GET
    public Response get() {
      return CorsRequest.withhold(Response.ok("ungoverned")).build();
    }
  }

  /** Takes back what a preflight to one path is granted. */
  public static class NoPuts implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (request.getUriInfo().getPath().equals("listed/put")) {
        CorsRequest.withhold(request);
      }
    }
  }

  private static ResourceConfig application() {
    return new ResourceConfig(
            Listed.class, Public.class, Rejecting.class, Ungoverned.class, NoPuts.class)
        .property(CorsSetup.PROPERTY, CorsSetup.builder().listener(HEARD).build());
  }

  @BeforeEach
  void forget() {
    HEARD.events().clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/listed", "/rejecting"})
  void the_resource_runs_and_no_page_reads_what_it_says(String path) {
    for (int i = 0; i < 2; i++) {
      Reply reply = SERVER.send(get(path, APP));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text()).isNotEmpty();
      assertThat(reply.cors()).containsExactly("Vary: Origin");
    }
    assertThat(HEARD.events())
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        CorsEvent.Withheld.class,
                        withheld ->
                            assertThat(withheld.reason())
                                .isEqualTo(Reason.WITHHELD_BY_APPLICATION)));
    assertThat(log.warnings())
        .filteredOn(line -> line.contains("Withheld response of request"))
        .singleElement()
        .asString()
        .contains("GET " + path, APP, "it is withheld by the application")
        .doesNotContain("to allow it");
  }

  @Test
  void a_response_that_is_used_again_is_withheld_each_time() {
    for (int i = 0; i < 3; i++) {
      Reply reply = SERVER.send(get("/listed/shared", APP));
      assertThat(reply.status()).isEqualTo(204);
      assertThat(reply.cors()).containsExactly("Vary: Origin");
    }
  }

  @Test
  void nobody_reads_a_public_one_either_with_or_without_an_origin() {
    assertThat(SERVER.send(get("/public", APP)).cors()).containsExactly("Vary: Origin");
    assertThat(SERVER.send(get("/public")).cors()).containsExactly("Vary: Origin");
  }

  @Test
  void the_mark_is_no_more_than_vary_where_nothing_is_governed() {
    Reply reply = SERVER.send(get("/ungoverned", APP));
    assertThat(reply.cors()).containsExactly("Vary: Origin");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void a_preflight_is_refused_as_any_other() {
    Reply reply = SERVER.send(preflight("/listed/put", APP, "PUT"));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.cors()).containsExactly(Row.VARY_PREFLIGHT);
    assertThat(HEARD.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.WITHHELD_BY_APPLICATION));
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("Refused preflight", "it is withheld by the application");
  }

  @Test
  void once_the_response_is_written_it_is_too_late() {
    Reply reply = SERVER.send(get("/listed/stream", APP));
    assertThat(reply.cors()).containsExactly("Access-Control-Allow-Origin: " + APP, "Vary: Origin");
    assertThat(reply.text()).startsWith("CORS: too late");
  }
}
