package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.runtime.JerseyMatch.Registered;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What Jersey itself has matched a request with. */
class JerseyMatchTest {

  @Path("orders")
  public static class Orders {
    @GET
    public void list() {}

    @GET
    @Path("{id}")
    public void get() {}

    @PUT
    @Path("{id}")
    public void put() {}

    @Path("{id}/lines")
    public Lines lines() {
      return new Lines();
    }
  }

  public static class Lines {
    @GET
    @Path("{no}")
    public void get() {}
  }

  private final JerseyMatch match = new JerseyMatch();

  @Test
  void the_templates_go_from_the_outermost_to_the_innermost() throws Exception {
    assertThat(match.templates(matched("orders"))).containsExactly("/orders");
    assertThat(match.templates(matched("orders/1/lines/2")))
        .as("a class without a path is matched by a slash")
        .containsExactly("/orders", "/{id}/lines", "/", "/{no}");
  }

  @Test
  void what_is_registered_is_what_answers_on_the_same_path() throws Exception {
    assertThat(match.registered(matched("orders/1")))
        .contains(
            new Registered("GET", Orders.class, Fakes.method(Orders.class, "get")),
            new Registered("PUT", Orders.class, Fakes.method(Orders.class, "put")))
        .doesNotContain(new Registered("GET", Orders.class, Fakes.method(Orders.class, "list")));
  }

  @Test
  void before_anything_is_matched_there_is_nothing() {
    UriInfo unmatched = request("orders").getUriInfo();
    assertThat(match.templates(unmatched)).isEmpty();
    assertThat(match.registered(unmatched)).isEmpty();
  }

  @Test
  void elsewhere_there_is_nothing() {
    UriInfo elsewhere = Fakes.uri("https://api.example.com/orders");
    assertThat(match.templates(elsewhere)).isEmpty();
    assertThat(match.registered(elsewhere)).isEmpty();
  }

  private static UriInfo matched(String path) throws Exception {
    AtomicReference<UriInfo> seen = new AtomicReference<>();
    ContainerRequestFilter filter = request -> seen.set(request.getUriInfo());
    OnJersey.deployed(new ResourceConfig(Orders.class).register(filter)).apply(request(path)).get();
    return seen.get();
  }

  private static ContainerRequest request(String path) {
    URI base = URI.create("https://api.example.com/");
    return new ContainerRequest(
        base, base.resolve(path), "GET", null, new MapPropertiesDelegate(), null);
  }
}
