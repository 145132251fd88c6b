package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.rest.CorsRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A resource without a policy that answers preflights by hand is left alone, whatever policies
 * other resources of the application have.
 */
class OwnOptionsTest {

  private static final String X = "https://x.example";
  private static final String BY_HAND = "Access-Control-Allow-Origin: https://hand.example";

  @AutoClose
  private static final Server SERVER =
      Server.of(Governed.class, ByHand.class, Mixed.class, Locators.class, Rewriting.class);

  @AutoClose private static final Server WITH_CATCH_ALL = Server.of(Governed.class, CatchAll.class);

  /** What the preflights that hand-written methods answer look like. */
  private static void assertByHand(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.cors()).containsExactly(BY_HAND);
  }

  private static void assertOurs(Reply reply, int status) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.all("Access-Control-Allow-Origin")).doesNotContain("https://hand.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hand",
        "/hand/",
        "/hand;v=1",
        "/hand?q",
        "/hand/items/7",
        "/hand/items/7/",
        "/hand/items/%37",
        "/hand/items/a%20b",
        "/hand/numbers/12",
      })
  void its_method_answers_preflights(String path) {
    assertByHand(SERVER.send(preflight(path, X, "DELETE")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://x.example/", "null ", "HTTP://X", "a b", "https://x.example,"})
  void its_method_answers_whatever_asks_for_it(String origin) {
    assertByHand(SERVER.send(preflight("/hand", origin, "DELETE")));
    assertByHand(SERVER.send(preflight("/hand", X, "TRACE")));
    assertByHand(SERVER.send(preflight("/hand", X, "DELETE").from(X)));
  }

  @Test
  void nothing_is_logged_of_it() {
    try (CapturedLog log = CapturedLog.open()) {
      assertByHand(SERVER.send(preflight("/hand", X, "DELETE")));
      assertByHand(SERVER.send(preflight("/hand", "not an origin", "DELETE")));
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void beside_it_policies_answer() {
    assertThat(SERVER.send(preflight("/governed", X, "GET")).cors())
        .contains("Access-Control-Allow-Origin: " + X, VARY_PREFLIGHT);
    assertOurs(SERVER.send(preflight("/governed", "https://evil.example", "GET")), 403);
  }

  @ParameterizedTest
  @CsvSource({
    // No template of the hand-written methods matches it.
    "/hand/numbers/x, 404",
    "/nowhere, 404",
    // A policy governs another method on that path, or one whose template is less literal.
    "/mixed, 204",
    "/mixed/fixed, 204",
  })
  void what_it_does_not_answer_is_delegated(String path, int status) {
    try (CapturedLog log = CapturedLog.open()) {
      assertOurs(SERVER.send(preflight(path, X, "DELETE")), status);
      assertThat(log.warnings()).hasSize(status == 204 ? 0 : 1);
    }
  }

  @Test
  void no_method_for_options_runs_on_the_path_of_a_policy() {
    assertThat(SERVER.send(preflight("/mixed", X, "GET")).cors())
        .contains("Access-Control-Allow-Origin: " + X);
    assertOurs(SERVER.send(preflight("/mixed", "https://evil.example", "GET")), 403);
    assertOurs(SERVER.send(preflight("/mixed/fixed", "https://evil.example", "GET")), 403);
  }

  @Test
  void what_is_below_a_locator_that_may_lead_to_a_policy_is_delegated() {
    assertThat(SERVER.send(preflight("/locators/governed", X, "GET")).cors())
        .contains("Access-Control-Allow-Origin: " + X);
    assertOurs(SERVER.send(preflight("/locators/by-hand", X, "GET")), 204);
  }

  @Test
  void a_method_for_all_paths_answers_on_those_without_a_policy() {
    assertByHand(WITH_CATCH_ALL.send(preflight("/anything/at/all", X, "DELETE")));
    assertByHand(WITH_CATCH_ALL.send(preflight("/", X, "DELETE")));
    assertThat(WITH_CATCH_ALL.send(preflight("/governed", X, "GET")).cors())
        .contains("Access-Control-Allow-Origin: " + X, VARY_PREFLIGHT);
    assertOurs(WITH_CATCH_ALL.send(preflight("/governed/", "https://evil.example", "GET")), 403);
    assertOurs(WITH_CATCH_ALL.send(preflight("/%67overned", "https://evil.example", "GET")), 405);
  }

  @Test
  void a_method_for_all_paths_leaves_to_policies_what_is_built_in_code_from_their_classes() {
    ResourceConfig config = new ResourceConfig(CatchAll.class);
    config.registerResources(Resource.builder(Governed.class).path("/plugins/p").build());
    try (Server server = Server.of(config)) {
      assertOurs(server.send(preflight("/plugins/p", "https://evil.example", "GET")), 403);
      assertByHand(server.send(preflight("/plugins", X, "GET")));
    }
  }

  @Test
  void what_a_filter_sends_to_another_path_is_looked_at_where_it_arrives() {
    assertByHand(SERVER.send(preflight("/governed", X, "DELETE").with("X-Rewrite", "/hand")));
    assertOurs(
        SERVER.send(preflight("/hand", "https://evil.example", "GET").with("X-Rewrite", "/mixed")),
        403);
    assertOurs(
        SERVER.send(preflight("/hand", "not an origin", "GET").with("X-Rewrite", "/governed")),
        403);
  }

  @Test
  void methods_that_preflights_do_not_reach_are_hinted_at() {
    try (CapturedLog log = CapturedLog.open();
        Server server = Server.of(Governed.class, ByHand.class, Mixed.class, Locators.class)) {
      assertOurs(server.send(preflight("/mixed", "https://evil.example", "GET")), 403);
      List<String> hints =
          log.infos().stream().filter(line -> line.contains("the method for OPTIONS")).toList();
      assertThat(hints)
          .containsExactly(
              "CORS hint: Mixed.fixed, "
                  + HintKind.OPTIONS_BESIDE_POLICY.of("/mixed/fixed", "Mixed.item").describe(),
              "CORS hint: Mixed.options, "
                  + HintKind.OPTIONS_BESIDE_POLICY.of("/mixed", "Mixed.get").describe(),
              "CORS hint: ByHandBelow.options, "
                  + HintKind.OPTIONS_BELOW_LOCATOR.of("/").describe());
    }
  }

  @Test
  void so_are_those_that_a_locator_does_not_declare_when_they_are_met_and_once() {
    try (CapturedLog log = CapturedLog.open();
        Server server = Server.of(Governed.class, Undeclared.class)) {
      assertThat(log.infos()).noneMatch(line -> line.contains("ByHandBelow.options"));
      assertOurs(server.send(preflight("/undeclared/1", X, "GET")), 204);
      assertOurs(server.send(preflight("/undeclared/1", X, "GET")), 204);
      assertOurs(server.send(preflight("/undeclared/1/again", X, "GET")), 204);
      assertThat(log.infos())
          .filteredOn(line -> line.startsWith("CORS hint: ByHandBelow.options, "))
          .hasSize(1);
    }
  }

  @Test
  void without_any_policy_preflights_are_the_applications_and_nothing_is_hinted_at() {
    try (CapturedLog log = CapturedLog.open();
        Server server = Server.of(Declared.class, ByHand.class)) {
      assertByHand(server.send(preflight("/hand", X, "DELETE")));
      assertByHand(server.send(preflight("/declared/1", X, "GET")));
      assertThat(log.infos()).isEmpty();
    }
  }

  @Path("declared/{id}")
  public static class Declared {
    @Path("")
    public ByHandBelow one() {
      return new ByHandBelow();
    }
  }

  @Path("undeclared/{id}")
  public static class Undeclared {
    @Path("")
    public Object one() {
      return new ByHandBelow();
    }

    @Path("again")
    public Object again() {
      return new Again();
    }
  }

  public static class Again {
    @Path("")
    public Object one() {
      return new ByHandBelow();
    }
  }

  @Path("governed")
  @CorsPolicy(origins = X)
  public static class Governed {
    @GET
    public String get() {
      return "";
    }
  }

  private static Response byHand() {
    return Response.ok().header("Access-Control-Allow-Origin", "https://hand.example").build();
  }

  @Path("hand")
  public static class ByHand {
    @DELETE
    public void delete() {}

    @OPTIONS
    public Response options() {
      return byHand();
    }

    @OPTIONS
    @Path("items/{id}")
    public Response item() {
      return byHand();
    }

    @OPTIONS
    @Path("numbers/{n: \\d{1,3}}")
    public Response number() {
      return byHand();
    }
  }

  @Path("mixed")
  public static class Mixed {
    @GET
    @CorsPolicy(origins = X)
    public String get() {
      return "";
    }

    @DELETE
    public void delete() {}

    @OPTIONS
    public Response options() {
      return byHand();
    }

    @GET
    @Path("{id}")
    @CorsPolicy(origins = X)
    public String item() {
      return "";
    }

    @DELETE
    @Path("{id}")
    public void deleteItem(@PathParam("id") String id) {}

    @OPTIONS
    @Path("fixed")
    public Response fixed() {
      return byHand();
    }
  }

  @Path("locators")
  public static class Locators {
    @Path("governed")
    public GovernedBelow governed() {
      return new GovernedBelow();
    }

    @Path("by-hand")
    public ByHandBelow byHandBelow() {
      return new ByHandBelow();
    }
  }

  @CorsPolicy(origins = X)
  public static class GovernedBelow {
    @GET
    public String get() {
      return "";
    }
  }

  public static class ByHandBelow {
    @GET
    public String get() {
      return "";
    }

    @OPTIONS
    public Response options() {
      return byHand();
    }
  }

  @Path("{path: .*}")
  public static class CatchAll {
    @OPTIONS
    public Response options() {
      return byHand();
    }

    @PUT
    public void put() {}
  }

  @PreMatching
  public static class Rewriting implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      String path = request.getHeaderString("X-Rewrite");
      if (path != null) {
        request.setRequestUri(URI.create(request.getUriInfo().getBaseUri() + path.substring(1)));
        Calls.count("preflight " + CorsRequest.isPreflight(request));
      }
    }
  }
}
