package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A preflight never runs a resource method, a filter that authenticates, or a reader of bodies,
 * whatever kind of target it has.
 *
 * @see <a href="https://nvd.nist.gov/vuln/detail/CVE-2020-5397">CVE-2020-5397, where it did</a>
 */
class NeverRunsTest {

  private static final String APP = "https://app.example.com";

  private static final String[] COUNTED = {"resource", "authentication", "name-bound", "reader"};

  @AutoClose
  private static final Server SERVER =
      Server.of(
          new ResourceConfig(
              Tree.class,
              Interfaced.class,
              Authentication.class,
              NameBoundFilter.class,
              OrderReader.class,
              RolesAllowedDynamicFeature.class));

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("a method of the resource itself", "GET", "/tree"),
        Arguments.of("a method with a body", "PUT", "/tree"),
        Arguments.of("HEAD by way of GET", "HEAD", "/tree"),
        Arguments.of("HEAD by itself", "HEAD", "/tree/head"),
        Arguments.of("OPTIONS by hand", "OPTIONS", "/tree/options"),
        Arguments.of("a verb of one's own", "PROPFIND", "/tree"),
        Arguments.of("a regular expression", "GET", "/tree/number/42"),
        Arguments.of("a template that takes slashes", "GET", "/tree/files/a/b/c"),
        Arguments.of("siblings that differ in media type", "POST", "/tree/siblings"),
        Arguments.of("a suspended response", "GET", "/tree/suspended"),
        Arguments.of("a completion stage", "GET", "/tree/stage"),
        Arguments.of("server-sent events", "GET", "/tree/events"),
        Arguments.of("a streaming output", "GET", "/tree/stream"),
        Arguments.of("a role", "PUT", "/tree/role"),
        Arguments.of("a filter that is bound by name", "GET", "/tree/bound"),
        Arguments.of("a method that an interface declares", "PUT", "/interfaced"),
        Arguments.of("a locator by its type", "PUT", "/tree/typed"),
        Arguments.of("a locator by a class", "PUT", "/tree/by-class"),
        Arguments.of("a locator by an object", "PUT", "/tree/by-object"),
        Arguments.of("a locator below a locator", "PUT", "/tree/typed/nested/typed"),
        Arguments.of("a method below a locator", "GET", "/tree/by-object/number/42"));
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource("kinds")
  void a_preflight_runs_nothing(String kind, String method, String path) {
    Calls.Counted<Reply> counted =
        Calls.during(() -> SERVER.send(preflight(path, APP, method).asking("content-type")));

    assertThat(counted.calls()).doesNotContainKeys(COUNTED);
    assertThat(counted.result().status()).isEqualTo(204);
    assertThat(counted.result().elements("Access-Control-Allow-Methods")).contains(method);
    assertThat(counted.result().body()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource("kinds")
  void the_request_that_it_announces_runs_and_is_shared(String kind, String method, String path) {
    Request request =
        Request.of(method, path)
            .from(APP)
            .with("Authorization", "Bearer admin")
            .with("Content-Type", "text/order")
            .carrying(method.startsWith("P") ? "one" : "");
    Calls.Counted<Reply> counted = Calls.during(() -> SERVER.send(request));

    assertThat(counted.calls()).containsEntry("resource", 1).containsEntry("authentication", 1);
    assertThat(counted.result().status()).isBetween(200, 204);
    assertThat(counted.result().cors())
        .contains(
            "Access-Control-Allow-Origin: " + APP,
            method.equals("OPTIONS") ? Row.VARY_PREFLIGHT : Row.VARY_ORIGIN);
  }

  @ParameterizedTest
  @CsvSource({"PUT, /tree, reader", "PUT, /tree/typed, reader", "GET, /tree/bound, name-bound"})
  void readers_and_bound_filters_run_on_requests(String method, String path, String counted) {
    Request request =
        Request.of(method, path)
            .with("Authorization", "Bearer admin")
            .with("Content-Type", "text/order")
            .carrying(method.equals("PUT") ? "one" : "");

    assertThat(Calls.during(() -> SERVER.send(request)).calls()).containsEntry(counted, 1);
  }

  @ParameterizedTest
  @CsvSource({"/tree, GET", "/tree/role, PUT", "/tree/typed, PUT"})
  void a_request_without_authorization_is_turned_away_readably(String path, String method) {
    Reply reply = SERVER.send(Request.of(method, path).from(APP));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.cors()).containsExactly("Access-Control-Allow-Origin: " + APP, "Vary: Origin");
  }

  @ParameterizedTest(name = "{0}, content type {1}")
  @CsvSource({"/tree, application/json", "/tree/siblings, image/png", "/tree/siblings, /"})
  void what_a_preflight_itself_carries_does_not_matter(String path, String contentType) {
    String method = path.equals("/tree") ? "PUT" : "POST";
    Request request =
        preflight(path, APP, method)
            .with("Content-Type", contentType)
            .with("Accept", "image/png")
            .with("Authorization", "Bearer admin")
            .carrying("a body");
    Calls.Counted<Reply> counted = Calls.during(() -> SERVER.send(request));

    assertThat(counted.calls()).doesNotContainKeys(COUNTED);
    assertThat(counted.result().status()).isEqualTo(204);
  }

  /** A verb of one's own. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @HttpMethod("PROPFIND")
  @interface Propfind {}

  /** Binds a filter. */
  @Target({ElementType.METHOD, ElementType.TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @NameBinding
  @interface Bound {}

  /** What a body holds. */
  record Order(String text) {}

  @Path("tree")
  @CorsPolicy(origins = APP)
  public static class Tree {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    @Consumes("text/order")
    public String put(Order order) {
      return Calls.counted("resource");
    }

    @Propfind
    public String propfind() {
      return Calls.counted("resource");
    }

    @HEAD
    @Path("head")
    public void head() {
      Calls.count("resource");
    }

    @OPTIONS
    @Path("options")
    public String options() {
      return Calls.counted("resource");
    }

    @GET
    @Path("number/{id: [0-9]+}")
    public String number(@PathParam("id") int id) {
      return Calls.counted("resource");
    }

    @GET
    @Path("files/{path: .*}")
    public String files(@PathParam("path") String path) {
      return Calls.counted("resource");
    }

    @POST
    @Path("siblings")
    @Consumes("text/order")
    @Produces("text/plain")
    public String order(Order order) {
      return Calls.counted("resource");
    }

    @POST
    @Path("siblings")
    @Consumes("application/json")
    @Produces("application/json")
    public String json(String json) {
      return Calls.counted("resource");
    }

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) {
      response.resume(Calls.counted("resource"));
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
      return CompletableFuture.supplyAsync(() -> Calls.counted("resource"));
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
      try (sink) {
        sink.send(sse.newEvent(Calls.counted("resource")));
      }
    }

    @GET
    @Path("stream")
    public StreamingOutput stream() {
      return out -> out.write(Calls.counted("resource").getBytes(StandardCharsets.UTF_8));
    }

    @PUT
    @Path("role")
    @RolesAllowed("admin")
    public String role() {
      return Calls.counted("resource");
    }

    @GET
    @Path("bound")
    @Bound
    public String bound() {
      return Calls.counted("resource");
    }

    @Path("typed")
    public Item typed() {
      return new Item();
    }

    @Path("by-class")
    public Class<Item> byClass() {
      return Item.class;
    }

    @Path("by-object")
    public Object byObject() {
      return new Item();
    }
  }

  /** What the locators lead to; its policy is its parent's. */
  public static class Item {
    @PUT
    @Consumes("text/order")
    public String put(Order order) {
      return Calls.counted("resource");
    }

    @GET
    @Path("number/{id: [0-9]+}")
    public String number(@PathParam("id") int id) {
      return Calls.counted("resource");
    }

    @Path("nested")
    public Tree nested() {
      return new Tree();
    }
  }

  /** Declares what its implementation answers. */
  public interface Declared {
    @PUT
    @Consumes("text/order")
    String put(Order order);
  }

  @Path("interfaced")
  @CorsPolicy(origins = APP)
  public static class Interfaced implements Declared {
    @Override
    public String put(Order order) {
      return Calls.counted("resource");
    }
  }

  /** Authenticates every request, and exempts none: it need not. */
  @Priority(Priorities.AUTHENTICATION)
  public static class Authentication implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      Calls.count("authentication");
      if (request.getHeaderString("Authorization") == null) {
        request.abortWith(Response.status(401).build());
      } else {
        request.setSecurityContext(new Admin());
      }
    }
  }

  /** Everybody who says anything at all. */
  private static final class Admin implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> "admin";
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals("admin");
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }

  /** A filter that is bound by name. */
  @Bound
  public static class NameBoundFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      Calls.count("name-bound");
    }
  }

  /** Reads orders. */
  @Consumes("text/order")
  public static class OrderReader implements MessageBodyReader<Order> {
    @Override
    public boolean isReadable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
      return type == Order.class;
    }

    @Override
    public Order readFrom(
        Class<Order> type,
        Type generic,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, String> headers,
        InputStream body)
        throws IOException {
      Calls.count("reader");
      return new Order(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
