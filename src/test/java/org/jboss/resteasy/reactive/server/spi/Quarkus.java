package org.jboss.resteasy.reactive.server.spi;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Makes what Quarkus REST would hand to the library, in a package of its own. */
public final class Quarkus {

  // A proxy is in the package of an interface that is not public.
  private interface Request extends ResteasyReactiveContainerRequestContext {}

  private interface Context extends FeatureContext {}

  private Quarkus() {}

  /** Returns a request. */
  public static ContainerRequestContext request(InvocationHandler answers) {
    return make(Request.class, answers);
  }

  /** Returns what configures a feature. */
  public static FeatureContext context(InvocationHandler answers) {
    return make(Context.class, answers);
  }

  private static <T> T make(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(Quarkus.class.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
