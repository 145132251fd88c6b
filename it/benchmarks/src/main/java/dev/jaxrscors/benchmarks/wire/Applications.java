package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.HandWrittenFilter;
import dev.jaxrscors.benchmarks.dispatch.LeastFilters;
import dev.jaxrscors.benchmarks.dispatch.Orders;
import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.ext.RuntimeDelegate;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;

/** The one application, as Jersey serves it behind each layer. */
final class Applications {

  private Applications() {}

  /**
   * {@return the servlet of the application}
   *
   * @param layer what takes care of CORS in it, or around it
   */
  static ServletContainer servlet(CorsLayer layer) {
    // RESTEasy is on the class path too.
    RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    ResourceConfig config = new ResourceConfig();
    // Else Jersey would find this library by itself, whatever the layer.
    config.property("jakarta.ws.rs.loadServices", false);
    // Else the answer to OPTIONS would depend on whether JAXB is on the class path.
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.register(Orders.class);
    return new ServletContainer(register(config, layer));
  }

  private static ResourceConfig register(ResourceConfig config, CorsLayer layer) {
    return switch (layer) {
      case BARE, JETTY, TOMCAT, SPRING -> config;
      case HAND_WRITTEN -> config.register(HandWrittenFilter.class);
      case RESTEASY -> config.register(Peers.resteasy());
      case LEAST -> config.registerClasses(LeastFilters.ALL);
      case OURS -> config.register(CorsFeature.class);
    };
  }
}
