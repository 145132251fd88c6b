package org.apache.cxf.jaxrs.impl;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Proxy;
import org.apache.cxf.message.Message;

/** Makes what CXF would hand to the library, in a package of CXF's. */
public final class Cxf {

  // A proxy is in the package of an interface that is not public.
  private interface Request extends ContainerRequestContextImpl {}

  private interface Response extends ContainerResponseContext {}

  private interface Context extends FeatureContext {}

  private Cxf() {}

  /** Returns a request like another, which tells what a message knows. */
  public static ContainerRequestContext request(ContainerRequestContext like, Message message) {
    return (ContainerRequestContext)
        Proxy.newProxyInstance(
            Cxf.class.getClassLoader(),
            new Class<?>[] {Request.class},
            (proxy, method, arguments) ->
                method.getName().equals("getMessage") ? message : method.invoke(like, arguments));
  }

  /** Returns a response like another. */
  public static ContainerResponseContext response(ContainerResponseContext like) {
    return (ContainerResponseContext)
        Proxy.newProxyInstance(
            Cxf.class.getClassLoader(),
            new Class<?>[] {Response.class},
            (proxy, method, arguments) -> method.invoke(like, arguments));
  }

  /** Returns what configures a feature. */
  public static FeatureContext context() {
    return (FeatureContext)
        Proxy.newProxyInstance(
            Cxf.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.toString());
            });
  }
}
