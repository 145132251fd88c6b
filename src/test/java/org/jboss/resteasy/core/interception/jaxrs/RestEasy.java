package org.jboss.resteasy.core.interception.jaxrs;

import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Proxy;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;

/** Makes what RESTEasy would hand to the library, in a package of RESTEasy's. */
public final class RestEasy {

  // A proxy is in the package of an interface that is not public.
  private interface Request extends PreMatchContainerRequestContext {}

  private interface Response extends ContainerResponseContextImpl {}

  private interface Context extends FeatureContext {}

  private RestEasy() {}

  public static PreMatchContainerRequestContext request(HttpRequest http) {
    return hidden(Request.class, "getHttpRequest", http);
  }

  public static ContainerResponseContextImpl response(HttpResponse http) {
    return hidden(Response.class, "getHttpResponse", http);
  }

  /** Returns what configures a feature. */
  public static FeatureContext context() {
    return hidden(Context.class, "none", null);
  }

  private static <T> T hidden(Class<T> type, String getter, Object got) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(getter)) {
                return got;
              }
              throw new UnsupportedOperationException(method.toString());
            }));
  }
}
