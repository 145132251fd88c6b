package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Stage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.test.JerseyTest;
import org.glassfish.jersey.test.TestProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an application tests its own policy. */
class JerseyTestExampleTest extends JerseyTest {

  /** The application's resource. */
  @Path("orders")
  @CorsPolicy(
      origins = "https://app.example.com",
      exposedHeaders = "ETag",
      credentials = Credentials.ALLOW)
  public static class Orders {
    @GET
    public String list() {
      return "[]";
    }

    @PUT
    @Consumes("application/json")
    public Response replace(@HeaderParam("X-Api-Key") String key, String order) {
      return Response.ok(order).tag(key).build();
    }

    @DELETE
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void delete() {}
  }

  private final Browser friendly = browserAt("https://app.example.com").withCredentials();

  @Override
  protected Application configure() {
    forceSet(TestProperties.CONTAINER_PORT, "0");
    return new ResourceConfig(Orders.class);
  }

  @Override
  @BeforeEach
  public void setUp() throws Exception {
    super.setUp();
  }

  @Override
  @AfterEach
  public void tearDown() throws Exception {
    super.tearDown();
  }

  private URI orders() {
    return target("orders").getUri();
  }

  @Test
  void the_friendly_page_may_write_and_read() {
    var outcome = friendly.put(orders()).header("X-Api-Key", "k").json("{}");

    assertThat(outcome).isShared().sentPreflight().hasBody("{}").exposes("ETag");
  }

  @Test
  void what_was_narrowed_away_is_not_sent_even_after_a_put() {
    assertThat(friendly.put(orders()).json("{}")).isShared();

    assertThat(friendly.delete(orders()).send()).isBlocked().at(Stage.PREFLIGHT).sentPreflight();
  }

  @Test
  void a_header_that_no_resource_reads_is_not_allowed() {
    assertThat(friendly.put(orders()).header("X-Debug", "1").json("{}"))
        .isBlocked()
        .at(Stage.PREFLIGHT)
        .because("x-debug is not in Access-Control-Allow-Headers");
  }

  @Test
  void a_stranger_reads_nothing() {
    Browser stranger = friendly.goTo("https://evil.example.org");

    assertThat(stranger.get(orders()).send())
        .isBlocked()
        .at(Stage.RESPONSE)
        .because("there is no Access-Control-Allow-Origin");
  }
}
