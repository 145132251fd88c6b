package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.junit.jupiter.api.Test;

/** What an application on one of its hosts knows of requests beside its policies. */
class ServedHostTest {

  @Path("free")
  static class Free {
    @GET
    public void list() {}

    @OPTIONS
    public void options() {}
  }

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {
    @GET
    public void list() {}
  }

  private static ContainerRequestContext options(String path) {
    return Fakes.request("OPTIONS", "https://api.example.com/" + path);
  }

  @Test
  void options_are_left_to_a_method_for_them_where_no_policy_has_a_say() {
    ServedHost host = Served.host(Free.class, Orders.class);
    assertThat(host.leaves(options("free"))).isTrue();
    assertThat(host.leaves(options("orders"))).isFalse();
    assertThat(Served.host(Orders.class).leaves(options("orders"))).isFalse();
  }

  @Test
  void the_address_of_a_request_is_what_the_container_tells() {
    ContainerRequestContext request = options("orders");
    Message message = new Message(null);
    message.with("HTTP.REQUEST", ServletFakes.request("OPTIONS", "https://api.example.com/orders"));
    ServedHost host = Served.host(Orders.class);
    assertThat(host.address(Cxf.request(request, message))).isEqualTo("192.0.2.7");
    assertThat(host.address(request)).isEmpty();
  }
}
