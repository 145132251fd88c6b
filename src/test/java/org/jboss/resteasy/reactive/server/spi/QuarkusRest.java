package org.jboss.resteasy.reactive.server.spi;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Makes what Quarkus REST would hand to the library, in a package of Quarkus REST's. */
public final class QuarkusRest {

  // A proxy is in the package of an interface that is not public.
  private interface Request extends ResteasyReactiveContainerRequestContext {}

  private interface Context extends FeatureContext {}

  private QuarkusRest() {}

  /** Returns a request that tells nothing but what is behind it. */
  public static ContainerRequestContext request(ServerRequestContext behind) {
    return hidden(
        Request.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("getServerRequestContext")) {
            return behind;
          }
          throw new UnsupportedOperationException(method.toString());
        });
  }

  /** Returns what configures a feature, like another. */
  public static FeatureContext context(FeatureContext like) {
    return hidden(Context.class, (proxy, method, arguments) -> method.invoke(like, arguments));
  }

  private static <T> T hidden(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
