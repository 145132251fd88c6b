package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import org.glassfish.jersey.server.wadl.internal.WadlResource;
import org.jboss.weld.proxy.WeldClientProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a runtime says it has matched, and who decides about it. */
class MatchedTest {

  private static final String ANYWHERE = "https://api.example.com/orders";

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {
    @GET
    public void list() {}

    @Path("lines")
    public Object lines() {
      return new Lines();
    }
  }

  static class Lines {
    @GET
    public void list() {}
  }

  /** Between the two: who leads on from here has a say. */
  @CorsPolicy(origins = "https://between.example.com")
  static class Between {
    @Path("lines")
    public Object lines() {
      return new Lines();
    }
  }

  static class OrdersProxy extends Orders implements WeldClientProxy {}

  @CorsPolicy(origins = "https://narrow.example.com")
  static class Narrowed extends Orders {}

  @Path("api")
  @CorsPolicy(origins = "https://app.example.com")
  interface Api {
    @GET
    void list();
  }

  private final ServedHost host = Served.host(Orders.class);

  @Test
  void a_matched_method_is_governed_by_its_class() {
    assertThat(applied(Fakes.uri(ANYWHERE), Orders.class))
        .isInstanceOfSatisfying(
            AppliedPolicy.Governed.class, g -> assertThat(g.path()).isEqualTo("/orders"));
  }

  @Test
  void a_sub_resource_is_governed_by_what_it_was_reached_through() {
    assertThat(applied(Fakes.uri(ANYWHERE, new Lines(), new Orders()), Lines.class))
        .isInstanceOf(AppliedPolicy.Governed.class);
    assertThat(applied(Fakes.uri(ANYWHERE, new Lines()), Lines.class))
        .isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
  }

  @Test
  void matched_resources_may_be_classes_or_proxies_and_may_leave_the_target_out() {
    AppliedPolicy expected = applied(Fakes.uri(ANYWHERE, new Lines(), new Orders()), Lines.class);
    assertThat(applied(Fakes.uri(ANYWHERE, Lines.class, Orders.class), Lines.class))
        .isSameAs(expected);
    assertThat(applied(Fakes.uri(ANYWHERE, new Lines(), new OrdersProxy()), Lines.class))
        .isSameAs(expected);
  }

  @Test
  void where_the_target_is_left_out_the_nearest_of_the_others_has_its_say() {
    assertThat(applied(Fakes.uri(ANYWHERE, new Between(), new Orders()), Lines.class))
        .isInstanceOfSatisfying(
            AppliedPolicy.Governed.class,
            g -> assertThat(g.provenance().nearest().name()).isEqualTo("Between"));
  }

  /** Returns what is both, as on Jersey. */
  private static UriInfo matching(@Nullable Class<?> type, @Nullable Method method) {
    return (UriInfo)
        Proxy.newProxyInstance(
            MatchedTest.class.getClassLoader(),
            new Class<?>[] {UriInfo.class, ResourceInfo.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getResourceClass" -> type;
                  case "getResourceMethod" -> method;
                  case "getMatchedResources" -> List.of();
                  case "getRequestUri" -> URI.create(ANYWHERE);
                  default -> throw new UnsupportedOperationException(called.toString());
                });
  }

  @Test
  void a_resource_of_jersey_itself_is_no_resource_of_the_application() {
    assertThat(isOfRuntime(matching(WadlResource.class, null))).isTrue();
    assertThat(isOfRuntime(matching(Orders.class, null))).isFalse();
    assertThat(isOfRuntime(matching(null, null))).isFalse();
    assertThat(isOfRuntime(Fakes.uri(ANYWHERE))).isFalse();
  }

  private static boolean isOfRuntime(UriInfo uri) {
    return Matched.isOfRuntime(Fakes.request("OPTIONS", uri));
  }

  @Test
  void the_uri_info_of_the_request_goes_before_an_injected_proxy() {
    UriInfo both = matching(Orders.class, Fakes.method(Orders.class, "list"));
    ContainerRequestContext request = Fakes.request("GET", both);
    ResourceInfo unasked = Fakes.matched(Lines.class, Fakes.method(Lines.class, "list"));
    assertThat(Matched.applied(request, unasked, host)).isInstanceOf(AppliedPolicy.Governed.class);
  }

  @Test
  void a_class_that_inherits_its_path_is_what_serves() {
    AppliedPolicy expected = applied(Fakes.uri(ANYWHERE), Orders.class);
    assertThat(applied(Fakes.uri(ANYWHERE, new Narrowed()), Orders.class))
        .isNotEqualTo(expected)
        .isInstanceOfSatisfying(
            AppliedPolicy.Governed.class,
            g -> assertThat(g.provenance().nearest().name()).isEqualTo("Narrowed"));
    assertThat(applied(Fakes.uri(ANYWHERE, Narrowed.class), Orders.class))
        .isSameAs(applied(Fakes.uri(ANYWHERE, new Narrowed()), Orders.class));
    assertThat(applied(Fakes.uri(ANYWHERE, "something else"), Orders.class)).isSameAs(expected);
  }

  @Test
  void a_proxy_of_an_interface_says_nothing_of_the_class_that_serves() {
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Api.class}, (p, m, a) -> null);
    assertThat(applied(Fakes.uri(ANYWHERE, proxy), Api.class))
        .isSameAs(applied(Fakes.uri(ANYWHERE), Api.class));
  }

  @Test
  void a_class_without_a_method_is_no_match() {
    ContainerRequestContext request = Fakes.request("GET", ANYWHERE);
    assertThat(Matched.applied(request, Fakes.matched(Orders.class, null), host))
        .isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
    assertThat(Matched.applied(request, Fakes.matched(null, null), host))
        .isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }

  @Test
  void without_anything_injected_there_is_no_match() {
    ContainerRequestContext request = Fakes.request("GET", ANYWHERE);
    assertThat(Matched.applied(request, null, host)).isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }

  private AppliedPolicy applied(UriInfo uri, Class<?> type) {
    ResourceInfo matched = Fakes.matched(type, Fakes.method(type, "list"));
    return Matched.applied(Fakes.request("GET", uri), matched, host);
  }
}
