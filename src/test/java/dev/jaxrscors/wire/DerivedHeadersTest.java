package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read anywhere on the way to a method, a page may send. */
class DerivedHeadersTest {

  private static final String APP = "https://app.example.com";

  @AutoClose private static final Server SERVER = Server.of(Root.class, Orders.class, Open.class);

  /** Reads a bearer token. */
  @Priority(Priorities.AUTHENTICATION)
  public static class Tokens implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  /** Reads one too, and has no priority of its own. */
  public static class PlainTokens implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  /** Registers the filter when everything else has been configured. */
  @Priority(Priorities.USER + 1_000)
  public static class Late implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.register(PlainTokens.class, Priorities.AUTHORIZATION);
      return true;
    }
  }

  @Path("tree")
  @CorsPolicy(origins = APP)
  public static class Root {
    @HeaderParam("X-Field")
    String field;

    @Path("{id}")
    public Sub sub(@PathParam("id") String id, @HeaderParam("X-Tenant") String tenant) {
      return new Sub();
    }

    @Path("other/{id}")
    public Integer other(@HeaderParam("X-Other") String other) {
      return 1;
    }

    @Path("open/{id}")
    public Object open(@HeaderParam("X-Open") String open) {
      return new Sub();
    }
  }

  public static class Sub {
    @GET
    public String get(@HeaderParam("X-Own") String own) {
      return "";
    }

    @Path("leaf")
    public Leaf leaf(@HeaderParam("X-Leaf") String leaf) {
      return new Leaf();
    }
  }

  public static class Leaf {
    @GET
    @Produces("text/event-stream")
    public String get() {
      return "";
    }
  }

  public static class Paging {
    @HeaderParam("X-Page")
    String page;
  }

  public abstract static class Base<P> {
    @GET
    public String list(@BeanParam P paging) {
      return "";
    }
  }

  @Path("orders")
  @CorsPolicy(origins = APP)
  public static class Orders extends Base<Paging> {}

  @Path("everyone")
  @CorsPolicy(origins = "*")
  public static class Open {
    @GET
    public String get() {
      return "";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/tree/1, x-own",
    "/tree/1, x-tenant",
    "/tree/1, x-field",
    "/tree/1/leaf, 'last-event-id,x-field,x-leaf,x-tenant'",
    "/orders, x-page"
  })
  void a_header_that_is_read_on_the_way_is_allowed(String path, String asked) {
    assertThat(SERVER.send(preflight(path, APP, "GET").asking(asked)).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({"/tree/1, x-leaf", "/tree/1, x-other", "/orders, x-field", "/orders, authorization"})
  void one_that_is_read_elsewhere_is_not(String path, String asked) {
    assertThat(allowed(SERVER, path)).doesNotContain(asked);
  }

  @ParameterizedTest
  @ValueSource(classes = {Tokens.class, Late.class})
  void authorization_is_allowed_to_listed_origins_where_a_filter_authenticates(Class<?> security) {
    try (Server secured =
        Server.of(new ResourceConfig(Root.class, Orders.class, Open.class, security))) {
      assertThat(allowed(secured, "/orders")).contains("authorization");
      assertThat(allowed(secured, "/tree/1")).contains("authorization");
      assertThat(allowed(secured, "/everyone")).doesNotContain("authorization");
    }
  }

  @Test
  void a_filter_that_is_registered_with_a_priority_counts() {
    try (Server secured =
        Server.of(
            new ResourceConfig(Orders.class)
                .register(new PlainTokens(), Priorities.AUTHENTICATION))) {
      assertThat(allowed(secured, "/orders")).contains("authorization");
    }
    try (Server plain = Server.of(new ResourceConfig(Orders.class, PlainTokens.class))) {
      assertThat(allowed(plain, "/orders")).doesNotContain("authorization");
    }
  }

  private static List<String> allowed(Server server, String path) {
    Reply granted = server.send(preflight(path, APP, "GET"));
    assertThat(granted.status()).isEqualTo(204);
    return granted.elements("Access-Control-Allow-Headers").stream()
        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
        .toList();
  }
}
