package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What other CORS software got wrong, by the names of its advisories and issues where it has any:
 * none of it happens here.
 */
class PeersMistakesTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  @Path("orders")
  @CorsPolicy(
      origins = {APP, "https://*.example.org"},
      credentials = Credentials.ALLOW)
  public static class Orders {
    @GET
    public Response list() {
      Calls.count("orders list");
      return Response.ok("").header("Vary", "Accept").build();
    }

    @PUT
    @Path("{id}")
    public void replace(@HeaderParam("X-Key") String key, String order) {
      Calls.count("orders replace");
    }

    @DELETE
    @Path("{id}")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void delete() {
      Calls.count("orders delete");
    }
  }

  @Path("plain")
  @CorsPolicy(origins = APP)
  public static class Plain {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("strict")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Strict {
    @POST
    public String post(String form) {
      Calls.count("strict post");
      return "";
    }
  }

  @Path("ordersheet")
  public static class Unannotated {
    @GET
    public String get() {
      return "";
    }
  }

  @Priority(Priorities.AUTHENTICATION)
  public static class Authentication implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (!request.getUriInfo().getPath().contains("strict")
          && request.getHeaderString("X-Anonymous") != null) {
        request.abortWith(Response.status(401).build());
      }
    }
  }

  @AutoClose
  private static final Server SERVER =
      Server.of(Orders.class, Plain.class, Strict.class, Unannotated.class, Authentication.class);

  private Calls.Counted<Reply> during(Request request) {
    return Calls.during(() -> SERVER.send(request));
  }

  private static void assertRefused(Reply reply) {
    assertThat(reply.corsFields()).isEmpty();
    assertThat(reply.status()).isLessThan(500);
  }

  @BeforeEach
  void warmUp() {
    assertThat(SERVER.send(get("/plain", APP)).cors()).containsExactly(ALLOW_APP, VARY_ORIGIN);
  }

  @Nested
  class Defaults {

    /** Apache CXF without settings, Helidon by its mere module, Tomcat (CVE-2018-8014). */
    @Test
    void what_nobody_annotates_is_open_to_nobody() {
      for (String origin : List.of(APP, EVIL, "null")) {
        assertThat(SERVER.send(get("/ordersheet", origin)).cors()).isEmpty();
        assertRefused(SERVER.send(preflight("/ordersheet", origin, "GET")));
      }
    }

    /** Open Liberty took {@code /api} for a prefix of {@code /apiary}. */
    @Test
    void a_policy_governs_its_own_path_and_none_that_begins_alike() {
      assertThat(SERVER.send(get("/ordersheet", APP)).cors()).isEmpty();
    }

    /** RESTEasy, KumuluzEE, Micronaut and Tomcat allow credentials unless told otherwise. */
    @Test
    void credentials_are_refused_unless_somebody_allows_them() {
      assertThat(SERVER.send(get("/plain", APP)).cors()).containsExactly(ALLOW_APP, VARY_ORIGIN);
    }

    /**
     * RESTEasy (GHSA-972r-f3fv-whm3), Quarkus, Spring's patterns, Micronaut, KumuluzEE and Jetty
     * reflect whoever asks, with credentials.
     */
    @Test
    void everybody_with_credentials_is_no_policy() {
      assertThatThrownBy(() -> Policy.builder().origins("*").credentials(Credentials.ALLOW).build())
          .isInstanceOf(InvalidPolicyException.class);
      for (String pattern : List.of("https://*", "*://*", "https://*:*", "https://.*", "http*")) {
        assertThatThrownBy(() -> Policy.builder().origins(pattern).build())
            .as(pattern)
            .isInstanceOf(InvalidPolicyException.class);
      }
    }
  }

  @Nested
  class Origins {

    /**
     * Helidon and Jetty took an origin for a regular expression, without escaping its dots; Open
     * Liberty any entry with an asterisk for everybody; jub0bs/cors (GHSA-vhxv-fg4m-p2w8) let the
     * concatenation of two hosts in, and split an origin instead of parsing it.
     */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://xexample.org",
          "https://appxexample.com",
          "https://evil.example",
          "https://app.example.comexample.org",
          "https://evil.com/.example.org",
          "https://app.example.com https://evil.example",
          "https://evil.example https://app.example.com",
          "https://app.example.com,https://evil.example"
        })
    void what_only_looks_like_an_allowed_one_is_refused(String origin) {
      assertRefused(SERVER.send(get("/orders", origin)));
      assertRefused(SERVER.send(preflight("/orders/1", origin, "PUT")));
    }

    /** The middleware of Express told strangers that credentials are allowed. */
    @Test
    void a_stranger_learns_nothing_of_credentials() {
      assertThat(SERVER.send(get("/orders", EVIL)).corsFields()).isEmpty();
    }
  }

  @Nested
  class Preflights {

    /** CXF, RESTEasy and Express take every {@code OPTIONS} for one. */
    @Test
    void options_that_ask_for_no_method_belong_to_the_application() {
      Reply reply = SERVER.send(options("/orders").from(APP));
      assertThat(reply.all("Access-Control-Allow-Methods")).isEmpty();
      assertThat(reply.all("Allow")).isNotEmpty();
    }

    /** RESTEasy checks neither; Spring (CVE-2020-5397) went on, and granted a part of the list. */
    @ParameterizedTest
    @CsvSource({"DELETE, x-key", "PATCH, x-key", "PUT, x-other", "PUT, 'x-key,x-other'"})
    void method_and_every_header_are_checked(String method, String headers) {
      Calls.Counted<Reply> asked = during(preflight("/orders/1", APP, method).asking(headers));
      assertThat(asked.calls()).isEmpty();
      Reply reply = asked.result();
      Request request = preflight("/orders/1", APP, method).asking(headers);
      for (BrowserCheck browser : BrowserCheck.values()) {
        assertThat(browser.isPreflightOk(request, reply)).isFalse();
      }
    }

    /** Helidon (helidon#6787) sends it on into security, Open Liberty to the application. */
    @Test
    void it_reaches_neither_security_nor_the_application() {
      Request anonymous = preflight("/orders/1", APP, "PUT").with("X-Anonymous", "1");
      Calls.Counted<Reply> asked = during(anonymous);
      assertThat(asked.result().status()).isEqualTo(204);
      assertThat(asked.calls()).isEmpty();
      Calls.Counted<Reply> refused = during(preflight("/orders/1", EVIL, "PUT"));
      assertThat(refused.result().status()).isEqualTo(403);
      assertThat(refused.calls()).isEmpty();
    }

    /** Micronaut takes the first route of the path, and wants a header to be asked for. */
    @Test
    void it_is_judged_by_the_method_that_it_asks_for_with_headers_or_without() {
      assertThat(SERVER.send(preflight("/orders/1", APP, "PUT")).status()).isEqualTo(204);
      assertThat(SERVER.send(preflight("/orders/1", APP, "DELETE")).status()).isEqualTo(403);
    }

    /** jub0bs/cors refuses what is not sorted, as hand-written clients send it. */
    @Test
    void the_order_of_its_headers_does_not_matter() {
      assertThat(
              SERVER
                  .send(preflight("/orders/1", APP, "PUT").asking("X-Key, content-type"))
                  .status())
          .isEqualTo(204);
    }

    /** rs/cors#170: a mebibyte of commas cost 127 ms and 121 MB. */
    @Test
    void a_list_of_commas_is_refused_before_it_is_read() {
      Request commas = preflight("/orders/1", APP, "PUT").asking(",".repeat(500_000));
      assertThat(SERVER.send(commas).status()).isEqualTo(403);
    }
  }

  @Nested
  class Responses {

    /** CXF never says it; Tomcat (CVE-2017-7674) and RESTEasy (CVE-2017-7561) did not either. */
    @Test
    void every_one_of_them_varies_by_origin() {
      for (Request request :
          List.of(get("/plain"), get("/plain", APP), get("/plain", EVIL), get("/plain", "null"))) {
        assertThat(SERVER.send(request).all("Vary")).containsExactly("Origin");
      }
    }

    /** RESTEasy writes over what the application varies by. */
    @Test
    void what_the_application_varies_by_is_kept() {
      assertThat(SERVER.send(get("/orders", APP)).elements("Vary"))
          .containsExactlyInAnyOrder("Accept", "Origin");
    }

    /** CXF sends {@code false}, and lists without an element. */
    @Test
    void nothing_is_sent_that_says_nothing() {
      Reply granted = SERVER.send(preflight("/plain", APP, "GET"));
      assertThat(granted.all("Access-Control-Allow-Credentials")).isEmpty();
      assertThat(granted.corsFields()).noneMatch(field -> field.value().isBlank());
    }

    /** Quarkus (CVE-2022-4147) ran simple requests from refused origins. */
    @Test
    void where_a_policy_rejects_nothing_runs() {
      Calls.Counted<Reply> posted = during(Request.of("POST", "/strict").from(EVIL));
      assertThat(posted.result().status()).isEqualTo(403);
      assertThat(posted.calls()).isEmpty();
    }

    /** RESTEasy answers forms of the server's own pages with 403. */
    @Test
    void pages_of_the_server_itself_are_served() {
      Calls.Counted<Reply> posted = during(Request.of("POST", "/strict").from(SERVER.origin()));
      assertThat(posted.result().status()).isEqualTo(200);
      assertThat(posted.calls()).containsOnlyKeys("strict post");
    }
  }

  @Nested
  class Levels {

    @Path("verbs")
    public static class Verbs {
      @GET
      @CorsPolicy(origins = APP)
      public String get() {
        return "";
      }

      @PUT
      @CorsPolicy(origins = "https://admin.example.com")
      public void put(String value) {}
    }

    @Path("siblings")
    public static class Siblings {
      @PUT
      @Consumes("application/json")
      @CorsPolicy(origins = APP)
      public void json(String value) {}

      @PUT
      @Consumes("application/xml")
      @CorsPolicy(origins = "https://admin.example.com")
      public void xml(String value) {}
    }

    /** KumuluzEE lets one verb overwrite the other's; Spring opens both to everybody. */
    @Test
    void two_verbs_of_one_path_have_a_policy_each() {
      try (Server server = Server.of(Verbs.class)) {
        assertThat(server.send(preflight("/verbs", APP, "GET")).cors())
            .contains("Access-Control-Allow-Methods: GET, HEAD");
        assertThat(server.send(preflight("/verbs", APP, "PUT")).status()).isEqualTo(403);
        assertThat(server.send(preflight("/verbs", "https://admin.example.com", "PUT")).cors())
            .contains("Access-Control-Allow-Methods: PUT");
      }
    }

    /** Spring unites the lists of class and method, so that none can narrow. */
    @Test
    void a_method_narrows_what_its_class_allows() {
      assertRefused(SERVER.send(Request.of("DELETE", "/orders/1").from(APP)));
    }

    /** CXF silently takes the policy of whichever comes first. */
    @Test
    void methods_that_differ_in_media_type_alone_have_one_policy_or_none_is_deployed() {
      assertThatThrownBy(() -> Server.of(Siblings.class).close())
          .hasStackTraceContaining("Siblings");
    }
  }
}
