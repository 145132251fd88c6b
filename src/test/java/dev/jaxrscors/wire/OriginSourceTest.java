package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Origins that code decides. */
class OriginSourceTest {

  private static final String TENANT = "https://tenant.example";
  private static final String LISTED = "https://app.example.com";
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  /** Knows one tenant, and notes what it is asked. */
  public static final class Tenants implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      ASKED.add(origin + " " + target.method() + " " + target.path() + " on " + target.host());
      return origin.serialized().equals(TENANT);
    }
  }

  /** Throws what the request's origin says. */
  public static final class Failing implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      switch (origin.host().toString()) {
        case "error.example" -> throw new NoClassDefFoundError("org/postgresql/Driver");
        case "stack.example" -> throw new StackOverflowError();
        case "assert.example" -> throw new AssertionError("java.");
        case "own-error.example" -> throw new OwnError();
        case "mute.example" -> throw new MuteException();
        case "memory.example" -> throw new OutOfMemoryError("on purpose");
        case "death.example" -> throw new ThreadDeath();
        case "checked.example" -> Failing.<RuntimeException>sneak(new SQLException("down"));
        default -> throw new IllegalStateException("down");
      }
      return true;
    }

    /** Throws a checked exception as Kotlin does: without telling the compiler. */
    @SuppressWarnings("unchecked")
    private static <T extends Exception> void sneak(Exception e) throws T {
      throw (T) e;
    }
  }

  private static final class OwnError extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class MuteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new AssertionError("an exception without words");
    }
  }

  static final class Hidden implements OriginSource {
    private Hidden() {}

    @Override
    public boolean allows(Origin origin, Target target) {
      return true;
    }
  }

  @Path("shops")
  @CorsPolicy(origins = LISTED, originSource = Tenants.class)
  public static class Shops {
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      Calls.count("resource");
      return id;
    }

    @PUT
    @Path("{id}")
    public void put(@PathParam("id") String id, String shop) {}

    @DELETE
    @Path("{id}")
    @CorsPolicy(refusal = Refusal.REJECT)
    public void delete(@PathParam("id") String id) {
      Calls.count("resource");
    }

    @GET
    @Path("broken")
    @Produces("image/png")
    public Shops broken() {
      return this;
    }
  }

  @Path("failing")
  @CorsPolicy(originSource = Failing.class)
  public static class FailingShops {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @DELETE
    @CorsPolicy(refusal = Refusal.REJECT)
    public String delete() {
      return Calls.counted("resource");
    }
  }

  @Path("hidden")
  @CorsPolicy(originSource = Hidden.class)
  public static class HiddenShops {
    @GET
    public String get() {
      return "";
    }
  }

  @AutoClose private static final Server SERVER = Server.of(Shops.class);

  @AutoClose
  private static final Server FAILING =
      Server.of(
          new ResourceConfig(FailingShops.class)
              .property(
                  CorsSetup.PROPERTY,
                  CorsSetup.builder()
                      .defaultPolicy(Policy.builder().originSource(new Failing()).build())
                      .build()));

  @BeforeEach
  void forget() {
    ASKED.clear();
  }

  @Test
  void it_is_asked_once_for_a_preflight_with_the_method_that_is_asked_for() {
    Request request = Request.preflight("/shops/7", TENANT, "PUT").with("Host", "api.example.com");
    Reply reply = SERVER.send(request);
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(TENANT);
    assertThat(reply.all("Vary"))
        .containsExactly("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    assertThat(ASKED).containsExactly(TENANT + " PUT /shops/{id} on api.example.com");
  }

  @Test
  void it_is_asked_once_for_an_actual_request() {
    Request request = Request.get("/shops/7", TENANT).with("Host", "api.example.com:8443");
    assertThat(SERVER.send(request).cors())
        .containsExactly("Access-Control-Allow-Origin: " + TENANT, "Vary: Origin");
    assertThat(ASKED).containsExactly(TENANT + " GET /shops/{id} on api.example.com:8443");
  }

  @Test
  void it_is_asked_once_even_when_writing_the_response_fails() {
    Reply reply = SERVER.send(Request.get("/shops/broken", TENANT));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(ASKED).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LISTED,
        "null",
        "file://",
        "https://Tenant.example",
        "https://tenant.example/",
        "tenant.example",
        "https://tenant.example https://tenant.example",
        ""
      })
  void it_is_not_asked_for_what_is_listed_anyones_or_malformed(String origin) {
    SERVER.send(Request.get("/shops/7", origin));
    SERVER.send(Request.preflight("/shops/7", origin, "PUT"));
    assertThat(ASKED).isEmpty();
  }

  @Test
  void it_is_not_asked_without_an_origin_and_the_response_varies_all_the_same() {
    assertThat(SERVER.send(Request.get("/shops/7")).cors()).containsExactly("Vary: Origin");
    assertThat(ASKED).isEmpty();
  }

  @Test
  void whom_it_does_not_know_is_refused() {
    assertThat(SERVER.send(Request.get("/shops/7", "https://stranger.example")).cors())
        .containsExactly("Vary: Origin");
    assertThat(SERVER.send(Request.preflight("/shops/7", "https://stranger.example", "PUT")).cors())
        .containsExactly(
            "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  }

  @Test
  void it_is_asked_before_the_resource_runs() {
    Request request = Request.of("DELETE", "/shops/7").from("https://stranger.example");
    Calls.Counted<Reply> counted = Calls.during(() -> SERVER.send(request));
    assertThat(counted.result().status()).isEqualTo(403);
    assertThat(counted.calls()).doesNotContainKey("resource");
    assertThat(ASKED).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://any.example",
        "https://error.example",
        "https://stack.example",
        "https://checked.example",
        "https://assert.example",
        "https://own-error.example",
        "https://mute.example"
      })
  void one_that_throws_refuses_and_the_log_says_so(String origin) {
    // A server of its own: what goes to the log at once is limited.
    try (CapturedLog log = CapturedLog.open();
        Server failing = Server.of(FailingShops.class)) {
      Reply actual = failing.send(Request.get("/failing", origin));
      assertThat(actual.status()).isEqualTo(200);
      assertThat(actual.cors()).containsExactly("Vary: Origin");
      assertThat(failing.send(Request.preflight("/failing", origin, "GET")).status())
          .isEqualTo(403);
      Reply guarded = failing.send(Request.of("DELETE", "/failing").from(origin));
      assertThat(guarded.status()).isEqualTo(403);
      assertThat(guarded.cors()).containsExactly("Vary: Origin");
      assertThat(log.warnings())
          .hasSize(3)
          .allSatisfy(
              line ->
                  assertThat(line)
                      .containsAnyOf(
                          "the origin source failed: \"java.",
                          "the origin source failed: \"" + getClass().getName()));
    }
  }

  /** The JVM is at its end, or the thread is: whatever is answered, nothing of it is a grant. */
  @ParameterizedTest
  @ValueSource(strings = {"https://memory.example", "https://death.example"})
  void what_nobody_may_catch_grants_nothing_and_runs_nothing(String origin) {
    for (String path : List.of("/failing", "/missing")) {
      for (Request request :
          List.of(
              Request.preflight(path, origin, "GET"),
              Request.get(path, origin),
              Request.of("DELETE", path).from(origin))) {
        Calls.Counted<Reply> counted = Calls.during(() -> FAILING.send(request));
        assertThat(counted.result().cors())
            .as("%s", request)
            .noneMatch(line -> line.startsWith("Access-Control-"));
        assertThat(counted.calls()).doesNotContainKey("resource");
      }
    }
  }

  @Test
  void one_that_cannot_be_made_stops_the_deployment() {
    assertThatThrownBy(() -> Server.of(HiddenShops.class))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("HiddenShops, member originSource: ")
        .hasMessageContaining("Hidden is unusable")
        .hasMessageContaining("give it a public constructor without parameters");
  }

  @Test
  void a_rule_of_the_default_policy_is_asked_for_what_is_not_found() {
    CorsSetup setup =
        CorsSetup.builder()
            .defaultPolicy(Policy.builder().originSource(new Tenants()).build())
            .build();
    try (Server server =
        Server.of(new ResourceConfig(Shops.class).property(CorsSetup.PROPERTY, setup))) {
      assertThat(server.send(Request.get("/missing", TENANT)).cors())
          .containsExactly("Access-Control-Allow-Origin: " + TENANT, "Vary: Origin");
      assertThat(ASKED).hasSize(1);
    }
  }
}
