package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static dev.jaxrscors.wire.Row.granted;
import static dev.jaxrscors.wire.Row.refused;
import static dev.jaxrscors.wire.Row.row;
import static dev.jaxrscors.wire.Row.table;
import static dev.jaxrscors.wire.Row.unanswered;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Which preflights are granted, which refused, and every header of the answer. */
class PreflightTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  /** What a preflight for the orders is granted. */
  private static final String[] ORDERS = {
    "Access-Control-Allow-Credentials: true",
    "Access-Control-Allow-Headers: Content-Type, X-Api-Key",
    "Access-Control-Allow-Methods: GET, HEAD, PUT, PATCH, DELETE",
    "Access-Control-Allow-Origin: " + APP,
    "Access-Control-Max-Age: 600",
    VARY_PREFLIGHT
  };

  @AutoClose
  private static final Server SERVER =
      Server.of(
          Orders.class,
          Narrow.class,
          Public.class,
          AnyHeader.class,
          AnyHeaderAndAuthorization.class,
          Echoing.class,
          Opaque.class,
          Nobody.class,
          Described.class,
          Undescribed.class,
          Ungoverned.class);

  @TestFactory
  DynamicContainer of_a_resource_with_credentials() {
    String[] grantUnderPattern = ORDERS.clone();
    grantUnderPattern[3] = "Access-Control-Allow-Origin: https://a.b.example.org";
    return table(
        "an origin and a pattern, credentials, all else unset",
        SERVER,
        granted("an allowed origin is granted", preflight("/orders", APP, "PUT"), ORDERS),
        granted(
            "a host under the pattern is granted",
            preflight("/orders", "https://a.b.example.org", "PUT"),
            grantUnderPattern),
        granted(
            "the headers that the resource declares are allowed",
            preflight("/orders", APP, "PUT").asking("content-type,x-api-key"),
            ORDERS),
        granted("GET implies HEAD", preflight("/orders", APP, "HEAD").asking("x-api-key"), ORDERS),
        granted(
            "a safelisted method may be asked for as well",
            preflight("/orders", APP, "GET").asking("x-api-key"),
            ORDERS),
        granted("PATCH in capitals is PATCH", preflight("/orders", APP, "PATCH"), ORDERS),
        unanswered(
            "patch is not PATCH, so the resource lacks it",
            preflight("/orders", APP, "patch"),
            405),
        refused("another origin is refused", preflight("/orders", EVIL, "PUT")),
        refused(
            "the domain itself is not under its pattern",
            preflight("/orders", "https://example.org", "PUT")),
        refused(
            "a look-alike is refused",
            preflight("/orders", "https://app.example.com.evil.example", "PUT")),
        refused("the opaque origin is refused", preflight("/orders", "null", "PUT")),
        granted(
            "a header that the resource does not declare is for the browser to refuse",
            preflight("/orders", APP, "PUT").asking("content-type,x-other"),
            ORDERS),
        refused(
            "to a stranger it is refused, and nothing is said",
            preflight("/orders", EVIL, "PUT").asking("content-type,x-other")),
        unanswered(
            "a method that the resource lacks is 405", preflight("/orders", APP, "POST"), 405),
        unanswered("a path that nothing has is 404", preflight("/nowhere", APP, "GET"), 404));
  }

  @TestFactory
  DynamicContainer whose_list_of_headers_no_browser_wrote() {
    Request put = preflight("/orders", APP, "PUT");
    return table(
        "the same policy",
        SERVER,
        granted("names have no case", put.asking("X-API-KEY,Content-Type"), ORDERS),
        granted("they need not be sorted", put.asking("x-api-key,content-type"), ORDERS),
        granted("they may repeat", put.asking("x-api-key,x-api-key"), ORDERS),
        granted("there may be blanks", put.asking(" x-api-key ,\tcontent-type "), ORDERS),
        granted(
            "a proxy may have split the line",
            put.asking("content-type").asking("x-api-key"),
            ORDERS),
        granted("an empty list asks for nothing", put.asking(""), ORDERS),
        granted(
            "one bad name on any line is one too many, and the browser sees it",
            put.asking("content-type").asking("x-other"),
            ORDERS),
        granted("so is an asterisk, which is a name here", put.asking("*"), ORDERS),
        refused("a name with a blank is none", put.asking("x api key")),
        refused("129 names are too many", put.asking(names(129))),
        refused(
            "more than 8 KiB is too long",
            put.asking("x-api-key" + " ".repeat(8_192) + ",x-api-key")));
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "x-api-key").collect(Collectors.joining(","));
  }

  @TestFactory
  DynamicContainer that_are_malformed() {
    Request orders = options("/orders").from(APP);
    String asked = "Access-Control-Request-Method";
    return table(
        "the same policy",
        SERVER,
        refused("an Origin that stands there twice", preflight("/orders", APP, "PUT").from(APP)),
        refused(
            "an Origin that is longer than any",
            preflight("/orders", "https://" + "a".repeat(400), "PUT")),
        refused("an empty Origin", preflight("/orders", "", "PUT")),
        refused("an Origin with a path", preflight("/orders", APP + "/", "PUT")),
        refused("two origins in one line", preflight("/orders", APP + " " + EVIL, "PUT")),
        refused("no method", orders.with(asked, "")),
        refused("two methods", orders.with(asked, "PUT").with(asked, "PUT")),
        refused("two methods in one line", orders.with(asked, "PUT, GET")),
        refused("a method with a blank", orders.with(asked, "P UT")),
        refused("a forbidden method", orders.with(asked, "TRACE")),
        refused("a forbidden method in any case", orders.with(asked, "connect")),
        refused(
            "for a path that nothing has: at once, too", preflight("/nowhere", "null ", "TRACK")),
        refused("for an ungoverned resource: at once, too", preflight("/ungoverned", APP, "TRACE")),
        row(
            "there a malformed Origin is nobody's business",
            preflight("/ungoverned", APP + "/", "GET"),
            204),
        refused("but not two", preflight("/ungoverned", APP, "GET").from(APP)),
        unanswered("nor where nothing is", preflight("/nowhere", APP + "/", "GET"), 404));
  }

  @TestFactory
  DynamicContainer of_a_resource_that_allows_fewer_methods_than_it_has() {
    String[] grant = {
      "Access-Control-Allow-Headers: X-One",
      "Access-Control-Allow-Methods: GET, HEAD, DELETE",
      "Access-Control-Allow-Origin: " + APP,
      "Access-Control-Max-Age: 0",
      VARY_PREFLIGHT
    };
    return table(
        "a list of methods, a list of headers, max-age 0",
        SERVER,
        granted("a listed method is granted", preflight("/narrow", APP, "DELETE"), grant),
        granted("GET implies HEAD in a list, too", preflight("/narrow", APP, "HEAD"), grant),
        granted(
            "a method left out is for the browser to refuse",
            preflight("/narrow", APP, "PUT"),
            grant),
        granted(
            "so is PATCH, which it has and does not allow",
            preflight("/narrow", APP, "PATCH").asking("x-one"),
            grant),
        refused(
            "but browsers would let POST through, which is safelisted",
            preflight("/narrow", APP, "POST").asking("x-one")),
        granted(
            "unless a header is too many as well",
            preflight("/narrow", APP, "POST").asking("x-other"),
            grant),
        refused(
            "an ill-formed list of headers is told nothing",
            preflight("/narrow", APP, "PUT").asking("x(y)")),
        granted(
            "a listed header is allowed",
            preflight("/narrow", APP, "DELETE").asking("x-one"),
            grant),
        granted(
            "a list of headers does not add to what is declared",
            preflight("/narrow", APP, "DELETE").asking("content-type"),
            grant));
  }

  @TestFactory
  DynamicContainer of_a_public_resource() {
    String[] grant = {
      "Access-Control-Allow-Headers: Content-Type",
      "Access-Control-Allow-Methods: GET, HEAD, POST",
      "Access-Control-Allow-Origin: *",
      VARY_PREFLIGHT
    };
    return table(
        "every origin, the browser's max-age",
        SERVER,
        granted("anybody gets the asterisk", preflight("/public", EVIL, "POST"), grant),
        granted("so does the opaque origin", preflight("/public", "null", "POST"), grant),
        granted(
            "so does what is no origin: nothing depends on it",
            preflight("/public", "https://a/.b", "POST"),
            grant),
        granted("so does an empty line", preflight("/public", "", "POST"), grant),
        refused("not so several lines", preflight("/public", EVIL, "POST").from(EVIL)),
        granted(
            "a header that is not declared is for the browser to refuse",
            preflight("/public", EVIL, "POST").asking("x-other"),
            grant));
  }

  @TestFactory
  DynamicContainer of_a_resource_that_allows_any_header() {
    String[] grant = {
      "Access-Control-Allow-Headers: *",
      "Access-Control-Allow-Methods: GET, HEAD",
      "Access-Control-Allow-Origin: " + APP,
      "Access-Control-Max-Age: 600",
      VARY_PREFLIGHT
    };
    Request request = preflight("/any-header", APP, "GET");
    return table(
        "any request header, no credentials",
        SERVER,
        granted("the answer is a wildcard", request.asking("x-whatever"), grant),
        refused("the wildcard does not cover Authorization", request.asking("authorization")),
        refused("what is no name is no header", request.asking("x(y)")));
  }

  @TestFactory
  DynamicContainer of_a_resource_that_allows_any_header_and_authorization() {
    return table(
        "any request header, and Authorization by its name",
        SERVER,
        granted(
            "both are said",
            preflight("/any-header-and-authorization", APP, "GET").asking("authorization,x-one"),
            "Access-Control-Allow-Headers: *, Authorization",
            "Access-Control-Allow-Methods: GET, HEAD",
            "Access-Control-Allow-Origin: " + APP,
            "Access-Control-Max-Age: 600",
            VARY_PREFLIGHT));
  }

  @TestFactory
  DynamicContainer of_a_resource_that_allows_any_header_with_credentials() {
    Request request = preflight("/echoing", APP, "GET");
    String[] echoingNone = {
      "Access-Control-Allow-Credentials: true",
      "Access-Control-Allow-Methods: GET, HEAD",
      "Access-Control-Allow-Origin: " + APP,
      "Access-Control-Max-Age: 600",
      VARY_PREFLIGHT
    };
    return table(
        "any request header, with credentials, where an asterisk would be a mere name",
        SERVER,
        granted(
            "the names that are asked for are answered",
            request.asking("x-one, X-Two").asking("x-three"),
            "Access-Control-Allow-Credentials: true",
            "Access-Control-Allow-Headers: x-one, x-two, x-three",
            "Access-Control-Allow-Methods: GET, HEAD",
            "Access-Control-Allow-Origin: " + APP,
            "Access-Control-Max-Age: 600",
            VARY_PREFLIGHT),
        granted("none are answered when none are asked for", request, echoingNone),
        granted(
            "Authorization is not covered",
            request.asking("authorization,x-one"),
            "Access-Control-Allow-Credentials: true",
            "Access-Control-Allow-Headers: x-one",
            "Access-Control-Allow-Methods: GET, HEAD",
            "Access-Control-Allow-Origin: " + APP,
            "Access-Control-Max-Age: 600",
            VARY_PREFLIGHT),
        granted("what no script can set is not echoed", request.asking("cookie"), echoingNone),
        granted("an asterisk is never sent with credentials", request.asking("*"), echoingNone),
        refused("what is no name is not echoed", request.asking("x-one:")));
  }

  @TestFactory
  DynamicContainer of_a_resource_for_the_opaque_origin() {
    return table(
        "null, spelled out",
        SERVER,
        granted(
            "the opaque origin is granted",
            preflight("/opaque", "null", "GET"),
            "Access-Control-Allow-Headers: Content-Type",
            "Access-Control-Allow-Methods: GET, HEAD",
            "Access-Control-Allow-Origin: null",
            "Access-Control-Max-Age: 600",
            VARY_PREFLIGHT),
        refused("in this case only", preflight("/opaque", "NULL", "GET")));
  }

  @TestFactory
  DynamicContainer of_a_resource_for_nobody() {
    return table(
        "no origin at all",
        SERVER,
        refused("everybody is refused", preflight("/nobody", APP, "GET")),
        refused("null is somebody", preflight("/nobody", "null", "GET")));
  }

  @TestFactory
  DynamicContainer for_options_itself() {
    return table(
        "a resource with a method of its own for OPTIONS, and one without",
        SERVER,
        granted(
            "its preflight is answered as any other",
            preflight("/described", APP, "OPTIONS"),
            "Access-Control-Allow-Headers: Content-Type",
            "Access-Control-Allow-Methods: GET, HEAD, OPTIONS",
            "Access-Control-Allow-Origin: " + APP,
            "Access-Control-Max-Age: 600",
            VARY_PREFLIGHT),
        granted(
            "what the runtime answers by itself is governed by nobody, but not for all caches",
            preflight("/orders", APP, "OPTIONS"),
            VARY_PREFLIGHT));
  }

  @TestFactory
  DynamicContainer that_are_none() {
    String allowed = "Access-Control-Allow-Origin: " + APP;
    return table(
        "plain OPTIONS belongs to the application",
        SERVER,
        row("without Origin", options("/described"), 200, VARY_PREFLIGHT),
        row("with Origin alone", options("/described").from(APP), 200, allowed, VARY_PREFLIGHT),
        row("from another origin", options("/described").from(EVIL), 200, VARY_PREFLIGHT),
        row(
            "with the method alone",
            options("/described").with("Access-Control-Request-Method", "GET"),
            200,
            VARY_PREFLIGHT),
        row(
            "a GET with the headers of a preflight",
            get("/described", APP).with("Access-Control-Request-Method", "PUT"),
            200,
            allowed,
            VARY_ORIGIN),
        row("answered by the runtime itself", options("/orders").from(APP), 200, VARY_PREFLIGHT),
        row("without Origin, too", options("/orders"), 200, VARY_PREFLIGHT),
        unanswered("of a path that nothing has", options("/nowhere"), 404),
        row("of a resource without a policy", options("/undescribed"), 200));
  }

  @TestFactory
  DynamicContainer of_an_ungoverned_resource() {
    return table(
        "no policy here, some elsewhere",
        SERVER,
        row("it is answered without a word", preflight("/ungoverned", APP, "GET"), 204),
        row("whoever asks", preflight("/ungoverned", "null", "GET").asking("x-one"), 204),
        unanswered("a verb that it lacks is 405", preflight("/ungoverned", APP, "PUT"), 405));
  }

  @Path("orders")
  @CorsPolicy(
      origins = {APP, "https://*.example.org"},
      credentials = Credentials.ALLOW,
      exposedHeaders = "X-Total-Count")
  public static class Orders {
    @GET
    @Produces("application/json")
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    @Consumes("application/json")
    public String put(@HeaderParam("X-Api-Key") String key, String order) {
      return Calls.counted("resource");
    }

    @PATCH
    public String patch() {
      return Calls.counted("resource");
    }

    @DELETE
    public String delete() {
      return Calls.counted("resource");
    }
  }

  @Path("narrow")
  @CorsPolicy(
      origins = APP,
      methods = {"GET", "DELETE"},
      allowedHeaders = "X-One",
      maxAge = 0)
  public static class Narrow extends CountedGet {
    @PUT
    public String put() {
      return Calls.counted("resource");
    }

    @POST
    public String post() {
      return Calls.counted("resource");
    }

    @PATCH
    public String patch() {
      return Calls.counted("resource");
    }

    @DELETE
    public String delete() {
      return Calls.counted("resource");
    }
  }

  @Path("public")
  @CorsPolicy(origins = "*", maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class Public extends CountedGet {
    @POST
    public String post() {
      return Calls.counted("resource");
    }
  }

  @Path("any-header")
  @CorsPolicy(origins = APP, allowedHeaders = "*")
  public static class AnyHeader extends CountedGet {}

  @Path("any-header-and-authorization")
  @CorsPolicy(
      origins = APP,
      allowedHeaders = {"*", "Authorization"})
  public static class AnyHeaderAndAuthorization extends CountedGet {}

  @Path("echoing")
  @CorsPolicy(origins = APP, allowedHeaders = "*", credentials = Credentials.ALLOW)
  public static class Echoing extends CountedGet {}

  @Path("opaque")
  @CorsPolicy(origins = "null")
  public static class Opaque extends CountedGet {}

  @Path("nobody")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public static class Nobody extends CountedGet {}

  @Path("described")
  @CorsPolicy(origins = APP)
  public static class Described extends CountedGet {
    @OPTIONS
    public String options() {
      return Calls.counted("resource");
    }
  }

  @Path("undescribed")
  public static class Undescribed {
    @OPTIONS
    public String options() {
      return Calls.counted("resource");
    }
  }

  @Path("ungoverned")
  public static class Ungoverned extends CountedGet {}
}
