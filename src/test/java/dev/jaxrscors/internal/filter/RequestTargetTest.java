package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What code that decides on an origin is told, on runtimes that do not tell the template. */
class RequestTargetTest {

  @Path("orders")
  static class Orders {
    @GET
    @Path("{id}")
    public void get() {}

    @Path("{id}/lines")
    public Lines lines() {
      return new Lines();
    }

    @Path("all lines")
    public Lines allLines() {
      return new Lines();
    }
  }

  @Path("lines")
  static class Lines {
    @GET
    @Path("{line}")
    public void get() {}
  }

  private static final Object[] ORDERS = {Orders.class};
  private static final Object[] LINES = {Lines.class, Orders.class};

  private final ServedHost host = Served.host(Orders.class, Lines.class);
  private final MultivaluedMap<String, String> encoded = new MultivaluedHashMap<>();
  private final MultivaluedMap<String, String> decoded = new MultivaluedHashMap<>();
  private boolean encodedIsKnown = true;

  private ContainerRequestContext request(String path, Object... matched) {
    String plain = URI.create(path).getPath();
    return Fakes.request(
        "GET",
        Fakes.fake(
            UriInfo.class,
            Map.of(
                "getBaseUri", arguments -> URI.create("https://api.example.com/"),
                "getRequestUri", arguments -> URI.create("https://api.example.com/" + path),
                "getPath", arguments -> arguments == null ? plain : known(path),
                "getPathParameters", arguments -> arguments == null ? decoded : known(encoded),
                "getMatchedResources", arguments -> List.of(matched))),
        "X-Tenant: a",
        "X-Tenant: b");
  }

  /** Quarkus REST has nothing but what is decoded. */
  private Object known(Object text) {
    if (!encodedIsKnown) {
      throw new IllegalArgumentException("encoded");
    }
    return text;
  }

  private String path(String requested, String template, Object... matched) {
    return host.target(request(requested, matched), template).path();
  }

  @Test
  void a_template_is_that_of_the_class_behind_the_prefix_that_it_is_registered_below() {
    assertThat(path("orders/7", "/orders/{id}", ORDERS)).isEqualTo("/orders/{id}");
    assertThat(path("/orders/7", "/orders/{id}", ORDERS)).isEqualTo("/orders/{id}");
    assertThat(path("v1/orders/7", "/orders/{id}", ORDERS)).isEqualTo("/v1/orders/{id}");
  }

  @Test
  void a_template_is_that_of_the_locators_which_led_there() {
    assertThat(path("orders/7/lines/1", "/lines/{line}", LINES))
        .isEqualTo("/orders/{id}/lines/{line}");
    assertThat(path("orders/all%20lines/1", "/lines/{line}", LINES))
        .isEqualTo("/orders/all lines/{line}");
  }

  @Test
  void on_quarkus_rest_it_is_found_in_the_decoded_path() {
    encodedIsKnown = false;
    assertThat(path("orders/all%20lines/1", "/lines/{line}", LINES))
        .isEqualTo("/orders/all lines/{line}");
  }

  @Test
  void where_the_runtime_hides_it_the_path_that_was_requested_is_told() {
    assertThat(path("elsewhere/a%20b", "/orders/{id}", ORDERS)).isEqualTo("/elsewhere/a%20b");
  }

  @Test
  void a_response_of_no_resource_has_no_template() {
    Target target = host.target(request("nowhere"), Target.UNMATCHED);
    assertThat(target.path()).isEqualTo(Target.UNMATCHED);
    assertThat(target.isMatched()).isFalse();
    encoded.putSingle("id", "7");
    assertThat(target.pathParameter("id")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"orders/a%2Fb, /orders/a%2Fb", "/orders, /orders", "'', /"})
  void the_path_that_was_requested_is_told_as_it_came_from_the_root(String sent, String told) {
    assertThat(host.target(request(sent, ORDERS), "/orders/{id}").requestPath()).isEqualTo(told);
  }

  @Test
  void on_quarkus_rest_the_path_is_told_decoded() {
    encodedIsKnown = false;
    assertThat(host.target(request("orders/a%20b", ORDERS), "/orders/{id}").requestPath())
        .isEqualTo("/orders/a b");
  }

  @Test
  void a_parameter_of_the_path_is_decoded_and_without_matrix_parameters() {
    encoded.add("id", "a%20b;c=d");
    encoded.add("id", "other");
    decoded.add("id", "no");
    Target target = host.target(request("orders/7", ORDERS), "/orders/{id}");
    assertThat(target.isMatched()).isTrue();
    assertThat(target.pathParameter("id")).hasValue("a b");
    assertThat(target.pathParameter("line")).isEmpty();
  }

  @Test
  void on_quarkus_rest_a_parameter_is_the_decoded_one() {
    encodedIsKnown = false;
    decoded.add("id", "a%20b;c");
    Target target = host.target(request("orders/7", ORDERS), "/orders/{id}");
    assertThat(target.pathParameter("id")).hasValue("a%20b;c");
    assertThat(target.pathParameter("line")).isEmpty();
  }

  @Test
  void a_header_is_told_with_all_of_its_lines() {
    Target target = host.target(request("orders/7", ORDERS), "/orders/{id}");
    assertThat(target.header("x-tenant")).hasValue("a, b");
    assertThat(target.header("x-other")).isEmpty();
  }

  @Test
  void it_tells_a_preflight_from_its_request() {
    ContainerRequestContext request = request("orders/7", ORDERS);
    Target target = host.target(request, "/orders/{id}");
    assertThat(target.isPreflight()).isFalse();
    Exchange.start(request, host, Incoming.WellFormed.PREFLIGHT);
    assertThat(target.isPreflight()).isTrue();
  }

  @Test
  void it_is_called_by_what_the_log_would_call_it() {
    assertThat(host.target(request("orders/7", ORDERS), "/orders/{id}"))
        .hasToString("GET /orders/{id} on api.example.com");
  }

  /**
   * Who sends a request must not fill the memory by the length of the chain that it goes through.
   */
  @Test
  void a_long_chain_of_locators_is_not_remembered() {
    List<Class<?>> asked = new ArrayList<>();
    MatchedPath matched =
        new MatchedPath(
            type -> {
              asked.add(type);
              return host.deployment().shape(type);
            });
    matched.of(chain(16), "/lines/{line}");
    int once = asked.size();
    matched.of(chain(16), "/lines/{line}");
    assertThat(asked).hasSize(once).isNotEmpty();
    matched.of(chain(17), "/lines/{line}");
    int twice = asked.size();
    matched.of(chain(17), "/lines/{line}");
    assertThat(asked).hasSize(twice + twice - once);
  }

  private ContainerRequestContext chain(int length) {
    return request("orders/7", Collections.nCopies(length, Lines.class).toArray());
  }
}
