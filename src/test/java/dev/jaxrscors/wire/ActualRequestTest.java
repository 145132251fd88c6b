package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.row;
import static dev.jaxrscors.wire.Row.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every header of the responses to actual requests, and which requests a policy turns away.
 *
 * @see <a href="https://nvd.nist.gov/vuln/detail/CVE-2017-7561">CVE-2017-7561, where Vary was
 *     missing</a>
 * @see <a href="https://nvd.nist.gov/vuln/detail/CVE-2022-4147">CVE-2022-4147, where what was to be
 *     rejected ran</a>
 */
class ActualRequestTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials: true";
  private static final String ALLOW_ALL = "Access-Control-Allow-Origin: *";
  private static final String EXPOSE = "Access-Control-Expose-Headers: X-Total-Count, ETag";

  private static final String REJECTION =
      "{\"error\":\"CORS_NOT_ALLOWED\",\"message\":\"Origin not permitted by CORS policy\"}";

  @AutoClose
  private static final Server SERVER =
      Server.of(
          Credentialed.class,
          Public.class,
          Guarded.class,
          PublicAndGuarded.class,
          GetOnly.class,
          GuardedGetOnly.class,
          PublicGetOnly.class,
          Nobody.class,
          Ungoverned.class);

  @TestFactory
  DynamicContainer to_a_resource_with_credentials() {
    String[] allowed = {ALLOW_CREDENTIALS, ALLOW_APP, EXPOSE, VARY_ORIGIN};
    return table(
        "an origin, credentials, exposed headers",
        SERVER,
        row("an allowed origin gets its own bytes back", get("/shop", APP), 200, allowed),
        row("another origin gets nothing", get("/shop", EVIL), 200, VARY_ORIGIN),
        row("without Origin there is Vary all the same", get("/shop"), 200, VARY_ORIGIN),
        row("the opaque origin gets nothing", get("/shop", "null"), 200, VARY_ORIGIN),
        row("HEAD has what GET has", Request.of("HEAD", "/shop").from(APP), 200, allowed),
        row("HEAD is refused as GET is", Request.of("HEAD", "/shop").from(EVIL), 200, VARY_ORIGIN),
        row("POST has what GET has", Request.of("POST", "/shop").from(APP), 200, allowed),
        row(
            "304 has it all, too",
            get("/shop/tagged", APP).with("If-None-Match", "\"one\""),
            304,
            allowed),
        row(
            "304 varies without Origin, too",
            get("/shop/tagged").with("If-None-Match", "\"one\""),
            304,
            VARY_ORIGIN),
        row(
            "an Origin in capitals is malformed",
            get("/shop", "HTTPS://APP.EXAMPLE.COM"),
            200,
            VARY_ORIGIN),
        row("two equal Origin lines are malformed", get("/shop", APP).from(APP), 200, VARY_ORIGIN));
  }

  @TestFactory
  DynamicContainer to_a_public_resource() {
    return table(
        "every origin",
        SERVER,
        row("anybody gets the asterisk", get("/public", EVIL), 200, ALLOW_ALL, EXPOSE),
        row("so does nobody", get("/public"), 200, ALLOW_ALL, EXPOSE),
        row("so does the opaque origin", get("/public", "null"), 200, ALLOW_ALL, EXPOSE),
        row("so does HEAD", Request.of("HEAD", "/public"), 200, ALLOW_ALL, EXPOSE),
        row(
            "so does a malformed Origin, or a shared cache would keep a response without it",
            get("/public", "https://evil.com/.example.org"),
            200,
            ALLOW_ALL,
            EXPOSE));
  }

  @TestFactory
  DynamicContainer to_a_resource_that_rejects() {
    return table(
        "REJECT",
        SERVER,
        row("an allowed origin is served", get("/guarded", APP), 200, ALLOW_APP, VARY_ORIGIN),
        row("another one is rejected", get("/guarded", EVIL), 403, VARY_ORIGIN),
        row("the opaque origin is rejected", get("/guarded", "null"), 403, VARY_ORIGIN),
        row("a malformed one is rejected", get("/guarded", APP + "/"), 403, VARY_ORIGIN),
        row("an empty one is rejected", get("/guarded", ""), 403, VARY_ORIGIN),
        row("two are rejected", get("/guarded", APP).from(APP), 403, VARY_ORIGIN),
        row("without Origin it is served", get("/guarded"), 200, VARY_ORIGIN),
        row(
            "a page of the server itself is served",
            get("/guarded", SERVER.origin()),
            200,
            VARY_ORIGIN),
        row(
            "so is one that the browser vouches for, behind a proxy that hides the name",
            get("/guarded", EVIL).with("Sec-Fetch-Site", "same-origin"),
            200,
            VARY_ORIGIN),
        row(
            "same-site is not same-origin",
            get("/guarded", EVIL).with("Sec-Fetch-Site", "same-site"),
            403,
            VARY_ORIGIN),
        row(
            "contradictory words of a browser are none",
            get("/guarded", EVIL)
                .with("Sec-Fetch-Site", "same-origin")
                .with("Sec-Fetch-Site", "cross-site"),
            403,
            VARY_ORIGIN),
        row(
            "the server under another scheme is another origin",
            get("/guarded", SERVER.origin().replace("http:", "https:")),
            403,
            VARY_ORIGIN));
  }

  @Test
  void a_rejected_request_runs_nothing_and_learns_nothing_of_the_policy() {
    Calls.Counted<Reply> post =
        Calls.during(() -> SERVER.send(Request.of("POST", "/guarded").from(EVIL).carrying("a=b")));

    assertThat(post.calls()).isEmpty();
    assertThat(post.result().status()).isEqualTo(403);
    assertThat(post.result().body()).isEqualTo(REJECTION);
    assertThat(post.result().all("Content-Type")).containsExactly("application/json");
  }

  @Test
  void a_request_whose_response_is_withheld_runs() {
    Calls.Counted<Reply> got = Calls.during(() -> SERVER.send(get("/shop", EVIL)));

    assertThat(got.calls()).containsEntry("resource", 1);
    assertThat(got.result().body()).isEqualTo("resource");
  }

  @Test
  void many_at_once_get_each_their_own_answer() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              Reply reply = SERVER.send(get("/shop", i % 2 == 0 ? APP : EVIL));
              assertThat(reply.all("Access-Control-Allow-Origin"))
                  .isEqualTo(i % 2 == 0 ? List.of(APP) : List.of());
            });
  }

  @Test
  void a_head_response_has_no_body() {
    assertThat(SERVER.send(Request.of("HEAD", "/shop").from(APP)).body()).isEmpty();
  }

  @TestFactory
  DynamicContainer to_a_public_resource_that_rejects() {
    return table(
        "every origin, and REJECT",
        SERVER,
        row("anybody is served", get("/public-and-guarded", EVIL), 200, ALLOW_ALL),
        row("so is a malformed Origin", get("/public-and-guarded", "x"), 200, ALLOW_ALL),
        row("so is file:", get("/public-and-guarded", "file://"), 200, ALLOW_ALL),
        row("so is an empty one", get("/public-and-guarded", ""), 200, ALLOW_ALL),
        row("so are two", get("/public-and-guarded", APP).from(EVIL), 200, ALLOW_ALL),
        row(
            "so is one that is longer than any",
            get("/public-and-guarded", "x".repeat(65_536)),
            200,
            ALLOW_ALL));
  }

  @TestFactory
  DynamicContainer with_a_method_that_is_not_allowed() {
    return table(
        "a list of methods without POST",
        SERVER,
        row("a listed one is shared", get("/get-only", APP), 200, ALLOW_APP, VARY_ORIGIN),
        row(
            "HEAD goes with GET",
            Request.of("HEAD", "/get-only").from(APP),
            200,
            ALLOW_APP,
            VARY_ORIGIN),
        row(
            "another one is served, and withheld",
            Request.of("POST", "/get-only").from(APP),
            200,
            VARY_ORIGIN),
        row(
            "where the policy rejects, it is rejected",
            Request.of("POST", "/guarded-get-only").from(APP),
            403,
            VARY_ORIGIN),
        row("but never without Origin", Request.of("POST", "/guarded-get-only"), 200, VARY_ORIGIN),
        row("on a public resource, too", Request.of("POST", "/public-get-only").from(APP), 200),
        row("with nobody asking, too", Request.of("POST", "/public-get-only"), 200));
  }

  @TestFactory
  DynamicContainer to_a_resource_for_nobody() {
    return table(
        "no origin at all",
        SERVER,
        row("it is withheld from all", get("/nobody", APP), 200, VARY_ORIGIN),
        row("it varies all the same", get("/nobody"), 200, VARY_ORIGIN));
  }

  @TestFactory
  DynamicContainer to_an_ungoverned_resource() {
    return table(
        "no policy",
        SERVER,
        row("nothing is added", get("/ungoverned", APP), 200),
        row(
            "nothing is taken away",
            get("/ungoverned/by-hand", APP),
            200,
            "Access-Control-Allow-Origin: https://by-hand.example",
            "Vary: Accept"));
  }

  @Path("shop")
  @CorsPolicy(
      origins = APP,
      credentials = Credentials.ALLOW,
      exposedHeaders = {"X-Total-Count", "ETag"})
  public static class Credentialed extends CountedGet {
    @POST
    public String post() {
      return Calls.counted("resource");
    }

    @GET
    @Path("tagged")
    public Response tagged(@Context jakarta.ws.rs.core.Request request) {
      EntityTag one = new EntityTag("one");
      Response.ResponseBuilder unmodified = request.evaluatePreconditions(one);
      return (unmodified == null ? Response.ok("one") : unmodified).tag(one).build();
    }
  }

  @Path("public")
  @CorsPolicy(
      origins = "*",
      exposedHeaders = {"X-Total-Count", "ETag"})
  public static class Public extends CountedGet {}

  @Path("guarded")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Guarded extends CountedGet {
    @POST
    public String post(String form) {
      return Calls.counted("resource");
    }
  }

  @Path("public-and-guarded")
  @CorsPolicy(origins = "*", refusal = Refusal.REJECT)
  public static class PublicAndGuarded extends CountedGet {}

  @Path("get-only")
  @CorsPolicy(origins = APP, methods = "GET")
  public static class GetOnly extends CountedGet {
    @POST
    public String post() {
      return Calls.counted("resource");
    }
  }

  @Path("guarded-get-only")
  @CorsPolicy(origins = APP, methods = "GET", refusal = Refusal.REJECT)
  public static class GuardedGetOnly extends CountedGet {
    @POST
    public String post() {
      return Calls.counted("resource");
    }
  }

  @Path("public-get-only")
  @CorsPolicy(origins = "*", methods = "GET")
  public static class PublicGetOnly extends CountedGet {
    @POST
    public String post() {
      return Calls.counted("resource");
    }
  }

  @Path("nobody")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Nobody extends CountedGet {}

  @Path("ungoverned")
  public static class Ungoverned extends CountedGet {
    @GET
    @Path("by-hand")
    public Response byHand() {
      return Response.ok()
          .header("Access-Control-Allow-Origin", "https://by-hand.example")
          .header("Vary", "Accept")
          .build();
    }
  }
}
