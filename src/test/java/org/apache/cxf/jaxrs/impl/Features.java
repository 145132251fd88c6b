package org.apache.cxf.jaxrs.impl;

import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Makes what CXF would hand to a feature, in a package of its own. */
public final class Features {

  // A proxy is in the package of an interface that is not public.
  private interface Context extends FeatureContext {}

  private Features() {}

  /** Returns what configures a feature. */
  public static FeatureContext context(InvocationHandler answers) {
    return (FeatureContext)
        Proxy.newProxyInstance(
            Features.class.getClassLoader(), new Class<?>[] {Context.class}, answers);
  }
}
