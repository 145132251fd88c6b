package dev.jaxrscors.internal.runtime;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Proxy;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jspecify.annotations.Nullable;

/** Requests as Quarkus REST has them, as far as the library asks. */
final class QuarkusRequests {

  private QuarkusRequests() {}

  static ContainerRequestContext with(ServerHttpResponse response) {
    return of(new Context(null, response, null));
  }

  /** Returns a request that came in another one of Vert.x, if in any. */
  static ContainerRequestContext in(@Nullable HttpServerRequest http) {
    return of(new Context(null, null, http));
  }

  private static ContainerRequestContext of(Context context) {
    return org.jboss.resteasy.reactive.server.spi.QuarkusRest.request(context);
  }

  private record Context(
      @Nullable ResourceInfo getResteasyReactiveResourceInfo,
      @Nullable ServerHttpResponse serverResponse,
      @Nullable HttpServerRequest http)
      implements ResteasyReactiveRequestContext {

    @Override
    public ServerHttpRequest serverRequest() {
      return (ServerHttpRequest)
          Proxy.newProxyInstance(
              ServerHttpRequest.class.getClassLoader(),
              new Class<?>[] {ServerHttpRequest.class},
              (proxy, method, arguments) -> arguments[0] == HttpServerRequest.class ? http : null);
    }
  }
}
