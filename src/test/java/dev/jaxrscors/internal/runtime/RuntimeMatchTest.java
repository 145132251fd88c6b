package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.internal.filter.Fakes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.interception.jaxrs.PostMatchContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.junit.jupiter.api.Test;

/**
 * What was matched is read by the names of three runtimes, here from stand-ins with these names,
 * and elsewhere not at all. The contract is run with the runtimes themselves.
 */
class RuntimeMatchTest {

  private static final ContainerRequestContext ELSEWHERE =
      Fakes.request("GET", "https://api.example.com/orders");

  private static final ResourceInfo LIST =
      Fakes.matched(Orders.class, Fakes.method(Orders.class, "list"));

  private final RuntimeMatch named = new RuntimeMatch();

  @Path("orders")
  static class Orders {
    @GET
    public void list() {}
  }

  @Test
  void a_request_on_cxf_tells() {
    assertTellsOrders(named.of(Cxf.request(ELSEWHERE, new Message(LIST))));
  }

  @Test
  void a_request_on_cxf_that_matches_nothing_says_so() {
    ResourceInfo told = named.of(Cxf.request(ELSEWHERE, new Message(null)));
    assertThat(told.getResourceMethod()).isNull();
    assertThat(told.getResourceClass()).isNull();
  }

  @Test
  void a_request_on_resteasy_tells() {
    ResourceMethodInvoker invoker =
        new ResourceMethodInvoker(LIST.getResourceClass(), LIST.getResourceMethod());
    assertTellsOrders(named.of(request(PostMatchContainerRequestContext.class, () -> invoker)));
  }

  @Test
  void a_request_on_quarkus_rest_tells() {
    ServerRequestContext context =
        (ServerRequestContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServerRequestContext.class},
                (proxy, method, arguments) -> LIST);
    assertTellsOrders(
        named.of(request(ResteasyReactiveContainerRequestContext.class, () -> context)));
  }

  @Test
  void what_fails_tells_nothing() {
    assertThat(
            named.of(
                request(
                    PostMatchContainerRequestContext.class,
                    () -> {
                      throw new IllegalStateException("not now");
                    })))
        .isNull();
    assertThat(named.of(request(PostMatchContainerRequestContext.class, () -> null))).isNull();
  }

  @Test
  void an_error_stays_one() {
    Error error = new StackOverflowError();
    ContainerRequestContext broken =
        request(
            PostMatchContainerRequestContext.class,
            () -> {
              throw error;
            });
    assertThatThrownBy(() -> named.of(broken)).isSameAs(error);
  }

  @Test
  void elsewhere_nothing_is_told() {
    assertThat(named.of(ELSEWHERE)).isNull();
    assertThat(RuntimeMatch.isReadableIn(ELSEWHERE.getClass())).isFalse();
    assertThat(RuntimeMatch.isReadableIn(String.class)).isFalse();
  }

  private static ContainerRequestContext request(
      Class<? extends ContainerRequestContext> type, Callable<?> getter) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> getter.call()));
  }

  private static void assertTellsOrders(ResourceInfo told) {
    assertThat(told.getResourceClass()).isEqualTo(Orders.class);
    assertThat(told.getResourceMethod()).isEqualTo(LIST.getResourceMethod());
  }
}
