package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A browser keeps every method and header that one answer lists, for the same URL. So an answer
 * must list nothing that a preflight of its own would be refused.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-cache">Fetch, CORS-preflight
 *     cache</a>
 */
class NarrowingTest {

  private static final String APP = "https://app.example.com";
  private static final List<String> VERBS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final List<String> PATHS =
      List.of("/orders/7", "/own-head", "/shared", "/templates/7", "/headers", "/listed");

  @AutoClose
  private static final Server SERVER =
      Server.of(
          Orders.class,
          OwnHead.class,
          SharedReader.class,
          SharedWriter.class,
          Templates.class,
          Headers.class,
          Listed.class);

  @ParameterizedTest(name = "{1} {0} lists {2}")
  @CsvSource({
    "/orders/7, PUT, 'GET HEAD PUT'",
    "/orders/7, GET, 'GET HEAD PUT'",
    "/orders/7, HEAD, 'GET HEAD PUT'",
    "/orders/7, PATCH, PATCH",
    "/orders/7, DELETE, ''",
    "/own-head, GET, 'GET PUT'",
    "/own-head, HEAD, ''",
    "/shared, GET, 'GET HEAD'",
    "/shared, PUT, PUT",
    "/shared, DELETE, ''",
    "/templates/7, GET, 'GET HEAD'",
    "/templates/7, DELETE, ''",
    "/headers, PUT, PUT",
    "/headers, POST, 'POST DELETE'",
    "/listed, PUT, PUT",
    "/listed, GET, ''",
  })
  void an_answer_lists_the_verbs_of_its_own_policy(String path, String asked, String listed) {
    Reply reply = SERVER.send(preflight(path, APP, asked));

    assertThat(String.join(" ", reply.elements("Access-Control-Allow-Methods"))).isEqualTo(listed);
  }

  @TestFactory
  Stream<DynamicTest> what_an_answer_lists_a_preflight_of_its_own_is_granted() {
    return PATHS.stream()
        .flatMap(path -> VERBS.stream().map(verb -> preflight(path, APP, verb)))
        .map(
            request ->
                DynamicTest.dynamicTest(
                    request.joined("Access-Control-Request-Method") + " " + request.path(),
                    () -> verifyClosed(request)));
  }

  private static void verifyClosed(Request request) {
    Reply first = SERVER.send(request);
    String headers = String.join(",", first.elements("Access-Control-Allow-Headers"));
    for (String method : first.elements("Access-Control-Allow-Methods")) {
      Request next = preflight(request.path(), APP, method).asking(headers);
      Reply second = SERVER.send(next);

      assertThat(second.status()).as(method + " with " + headers).isEqualTo(204);
      assertThat(second.cors()).isEqualTo(first.cors());
    }
  }

  @ParameterizedTest(name = "{0} allows {1}")
  @CsvSource({"PUT, 'Content-Type X-Put'", "POST, 'Content-Type X-Post X-Delete'"})
  void headers_are_derived_from_the_methods_of_one_policy(String asked, String listed) {
    Reply reply = SERVER.send(preflight("/headers", APP, asked));

    assertThat(reply.elements("Access-Control-Allow-Headers"))
        .containsExactlyInAnyOrder(listed.split(" "));
  }

  /** Nobody may delete; patching is for credentialed requests. */
  @Path("orders/{id}")
  @CorsPolicy(origins = APP)
  public static class Orders {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    public String put() {
      return Calls.counted("resource");
    }

    @DELETE
    @CorsPolicy(origins = CorsPolicy.NONE)
    public String delete() {
      return Calls.counted("resource");
    }

    @PATCH
    @CorsPolicy(credentials = Credentials.ALLOW)
    public String patch() {
      return Calls.counted("resource");
    }
  }

  /** GET implies HEAD, but not where HEAD has a policy of its own. */
  @Path("own-head")
  @CorsPolicy(origins = APP)
  public static class OwnHead {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    public String put() {
      return Calls.counted("resource");
    }

    @HEAD
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void head() {
      Calls.count("resource");
    }
  }

  /** One of two classes on one path. */
  @Path("shared")
  @CorsPolicy(origins = APP)
  public static class SharedReader {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  /** The other one. */
  @Path("shared")
  @CorsPolicy(origins = APP, maxAge = 5)
  public static class SharedWriter {
    @PUT
    public String put() {
      return Calls.counted("resource");
    }

    @DELETE
    @CorsPolicy(origins = "https://admin.example.com")
    public String delete() {
      return Calls.counted("resource");
    }
  }

  /** One path, written in two ways. */
  @Path("templates")
  @CorsPolicy(origins = APP)
  public static class Templates {
    @GET
    @Path("{id}")
    public String get() {
      return Calls.counted("resource");
    }

    @DELETE
    @Path("{name}")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public String delete() {
      return Calls.counted("resource");
    }
  }

  /** Two policies that differ in what no answer to a preflight shows. */
  @Path("headers")
  @CorsPolicy(origins = APP)
  public static class Headers {
    @PUT
    @CorsPolicy(exposedHeaders = "ETag")
    public String put(@HeaderParam("X-Put") String header) {
      return Calls.counted("resource");
    }

    @POST
    @Consumes("text/plain")
    public String post(@HeaderParam("X-Post") String header, String text) {
      return Calls.counted("resource");
    }

    @DELETE
    public String delete(@HeaderParam("X-Delete") String header) {
      return Calls.counted("resource");
    }
  }

  /** The list of the class leaves GET out. */
  @Path("listed")
  @CorsPolicy(
      origins = APP,
      methods = {"PUT", "PATCH"})
  public static class Listed {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    public String put() {
      return Calls.counted("resource");
    }
  }
}
