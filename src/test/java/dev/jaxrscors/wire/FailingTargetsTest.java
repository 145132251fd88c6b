package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.rest.CorsRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails on the way, a preflight runs no resource method and grants nothing. */
class FailingTargetsTest {

  private static final String APP = "https://app.example.com";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  @AutoClose
  private static final Server SERVER = Server.of(Sourced.class, Locators.class, Shop.class);

  @AutoClose
  private static final Server EXEMPTING =
      Server.of(Shop.class, ExemptingOptions.class, MethodsSeen.class);

  @AutoClose private static final Server CLOSED = Server.of(Shop.class, Closed.class);

  @AutoClose private static final Server TELLING = Server.of(Shop.class, Telling.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sourced/exception",
        "/sourced/linkage-error",
        "/locators/broken",
        "/locators/unloadable",
      })
  void a_preflight_whose_policy_fails_is_refused(String path) {
    Calls.Counted<Reply> counted =
        Calls.during(() -> SERVER.send(preflight(path, "https://other.example", "GET")));

    assertThat(counted.calls()).isEmpty();
    assertThat(counted.result().status()).isEqualTo(403);
    assertThat(counted.result().cors()).containsExactly(VARY_PREFLIGHT);
    assertThat(counted.result().body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sourced/exception",
        "/sourced/linkage-error",
        "/locators/broken",
        "/locators/unloadable"
      })
  void an_actual_request_whose_policy_fails_is_served_and_withheld(String path) {
    Reply reply = SERVER.send(get(path, "https://other.example"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.cors()).containsExactly(VARY_ORIGIN);
  }

  @Test
  void a_preflight_runs_nothing_even_when_the_machine_fails() {
    Calls.Counted<Reply> counted =
        Calls.during(() -> SERVER.send(preflight("/sourced/error", "https://o.example", "GET")));

    assertThat(counted.calls()).isEmpty();
    assertThat(counted.result().status()).isGreaterThanOrEqualTo(400);
    assertThat(counted.result().all("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void a_listed_origin_does_not_meet_the_source_that_fails() {
    assertThat(SERVER.send(preflight("/sourced/exception", APP, "GET")).status()).isEqualTo(204);
    assertThat(SERVER.send(get("/sourced/exception", APP)).cors())
        .containsExactly(ALLOW_APP, VARY_ORIGIN);
  }

  @Test
  void a_source_is_asked_once_for_a_request_and_never_for_null() {
    Calls.Counted<Reply> other =
        Calls.during(() -> SERVER.send(get("/sourced/counted", "https://other.example")));
    Calls.Counted<Reply> opaque = Calls.during(() -> SERVER.send(get("/sourced/counted", "null")));

    assertThat(other.calls()).containsEntry("source", 1);
    assertThat(other.result().cors())
        .containsExactly("Access-Control-Allow-Origin: https://other.example", VARY_ORIGIN);
    assertThat(opaque.calls()).doesNotContainKey("source");
    assertThat(opaque.result().cors()).containsExactly(VARY_ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 500})
  void a_locator_that_throws_answers_itself_and_grants_nothing(int status) {
    Calls.Counted<Reply> counted =
        Calls.during(() -> SERVER.send(preflight("/locators/throws/" + status, APP, "GET")));

    assertThat(counted.calls()).isEmpty();
    assertThat(counted.result().status()).isEqualTo(status);
    assertThat(counted.result().cors()).containsExactly(Row.VARY_PREFLIGHT);
  }

  @Test
  void a_filter_that_exempts_options_still_sees_options() {
    Calls.Counted<Reply> counted =
        Calls.during(() -> EXEMPTING.send(preflight("/shop", APP, "GET")));

    assertThat(counted.result().status()).isEqualTo(204);
    assertThat(counted.calls()).containsOnlyKeys("exempted", "response to GET");
  }

  @Test
  void a_filter_that_exempts_nothing_answers_itself_and_grants_nothing() {
    Calls.Counted<Reply> counted = Calls.during(() -> CLOSED.send(preflight("/shop", APP, "GET")));

    assertThat(counted.calls()).isEmpty();
    assertThat(counted.result().status()).isEqualTo(401);
    assertThat(counted.result().cors()).containsExactly(VARY_PREFLIGHT);
  }

  @Test
  void a_filter_can_tell_preflights_from_other_requests() {
    Request plain = Request.options("/shop").from(APP);

    assertThat(Calls.during(() -> TELLING.send(preflight("/shop", APP, "GET"))).calls())
        .containsOnlyKeys("preflight on the way in", "preflight on the way out");
    assertThat(Calls.during(() -> TELLING.send(plain)).calls()).isEmpty();
    assertThat(Calls.during(() -> TELLING.send(get("/shop", APP))).calls())
        .containsOnlyKeys("resource");
  }

  @Path("sourced")
  public static class Sourced {
    @GET
    @Path("exception")
    @CorsPolicy(origins = APP, originSource = Throwing.class)
    public String exception() {
      return Calls.counted("resource");
    }

    @GET
    @Path("linkage-error")
    @CorsPolicy(origins = APP, originSource = Unlinked.class)
    public String linkageError() {
      return Calls.counted("resource");
    }

    @GET
    @Path("error")
    @CorsPolicy(origins = APP, originSource = Exhausted.class)
    public String error() {
      return Calls.counted("resource");
    }

    @GET
    @Path("counted")
    @CorsPolicy(origins = APP, originSource = Counted.class)
    public String counted() {
      return Calls.counted("resource");
    }
  }

  /** A source whose data base is away. */
  public static class Throwing implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      throw new IllegalStateException("no connection");
    }
  }

  /** A source that lacks a class. */
  public static class Unlinked implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      throw new NoClassDefFoundError("com/example/Driver");
    }
  }

  /** A source that asks too much of the machine. */
  public static class Exhausted implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      throw new StackOverflowError();
    }
  }

  /** A source that counts. */
  public static class Counted implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      Calls.count("source");
      return true;
    }
  }

  @Path("locators")
  public static class Locators {
    @Path("broken")
    public Object broken() {
      return new Broken();
    }

    @Path("unloadable")
    public Object unloadable() {
      return new Unloadable();
    }

    @Path("throws/{status}")
    public Shop thrower(@PathParam("status") int status) {
      throw new WebApplicationException(status);
    }
  }

  /** Its policy is wrong, which shows when it is met for the first time. */
  @CorsPolicy(origins = "https://app.example.com/")
  public static class Broken {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  /** Its policy cannot even be looked up. */
  @CorsPolicy(originSource = Uninitialized.class)
  public static class Unloadable {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  /** A source whose class cannot be initialised. */
  public static class Uninitialized implements OriginSource {
    private static final int FAILING = Integer.parseInt("no number");

    @Override
    public boolean allows(Origin origin, Target target) {
      return FAILING == 0;
    }
  }

  @Path("shop")
  @CorsPolicy(origins = APP)
  public static class Shop {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  /** Authenticates before the match, and lets OPTIONS pass, as many such filters do. */
  @PreMatching
  public static class ExemptingOptions implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (HttpMethod.OPTIONS.equals(request.getMethod())) {
        Calls.count("exempted");
      } else {
        request.abortWith(Response.status(401).build());
      }
    }
  }

  /** Counts the methods that response filters see. */
  public static class MethodsSeen implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      Calls.count("response to " + request.getMethod());
    }
  }

  /** Authenticates before the match, and lets nothing pass. */
  @PreMatching
  public static class Closed implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      request.abortWith(Response.status(401).build());
    }
  }

  /** Counts the preflights that it can tell. */
  @PreMatching
  public static class Telling implements ContainerRequestFilter, ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (CorsRequest.isPreflight(request)) {
        Calls.count("preflight on the way in");
      }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (CorsRequest.isPreflight(request)) {
        Calls.count("preflight on the way out");
      }
    }
  }
}
