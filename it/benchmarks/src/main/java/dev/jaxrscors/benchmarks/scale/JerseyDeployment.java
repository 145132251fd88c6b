package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.rest.CorsSetup;

import dev.jaxrscors.rest.CorsFeature;

import dev.jaxrscors.rest;
import dev.jaxrscors.rest;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.Collection;
import java.util.Map;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;

/** Deploys applications on Jersey, without a server. */
final class JerseyDeployment {

  private JerseyDeployment() {}

  /** Returns an application of these classes that knows nothing of this library. */
  static ApplicationHandler bare(Collection<Class<?>> resources) {
    return new ApplicationHandler(config(resources));
  }

  /** Returns the same with this library. */
  static ApplicationHandler withCors(Collection<Class<?>> resources, CorsSetup setup) {
    return new ApplicationHandler(
        config(resources)
            .register(CorsFeature.class)
            .addProperties(Map.of(CorsSetup.PROPERTY, setup)));
  }

  private static ResourceConfig config(Collection<Class<?>> resources) {
    RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    return new ResourceConfig()
        // Else Jersey would find this library by itself.
        .property("jakarta.ws.rs.loadServices", false)
        .property("jersey.config.server.wadl.disableWadl", true)
        .registerClasses(java.util.Set.copyOf(resources));
  }
}
