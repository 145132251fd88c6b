package dev.jaxrscors.rest;

import static dev.jaxrscors.rest.Handled.APP;
import static dev.jaxrscors.rest.Handled.allowedOrigin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What an application asks about a request, and says of its response. */
class CorsRequestTest {

  @Path("orders")
  @CorsPolicy(origins = APP)
  public static class Orders {
    @GET
    public String get() {
      return "shared";
    }

    @GET
    @Path("for-another-tenant")
    public String withhold(@Context ContainerRequestContext request) {
      CorsRequest.withhold(request);
      return "kept";
    }

    @GET
    @Path("for-another-client")
    public Response withholdResponse() {
      return CorsRequest.withhold(Response.ok("kept").header("X-A", "1")).build();
    }
  }

  private final List<Boolean> seen = new ArrayList<>();
  private final ContainerResponseFilter audit =
      (request, response) -> seen.add(CorsRequest.isPreflight(request));
  private final Handled orders = new Handled(new ResourceConfig(Orders.class).register(audit));

  @Test
  void a_filter_tells_a_preflight_from_the_request_that_it_announces() {
    orders.preflight("orders");
    orders.get("orders");
    assertThat(seen).containsExactly(true, false);
  }

  @Test
  void what_is_withheld_is_served_to_whom_it_may_not_be_shown() {
    assertThat(allowedOrigin(orders.get("orders"))).isEqualTo(APP);
    for (String path : List.of("orders/for-another-tenant", "orders/for-another-client")) {
      ContainerResponse withheld = orders.get(path);
      assertThat(withheld.getEntity()).isEqualTo("kept");
      assertThat(withheld.getHeaders())
          .containsEntry("Vary", List.of("Origin"))
          .doesNotContainKey("Access-Control-Allow-Origin");
    }
    assertThat(orders.get("orders/for-another-client").getHeaderString("X-A")).isEqualTo("1");
  }
}
