package dev.jaxrscors.benchmarks.dispatch;

import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;

/** Jersey, asked through its own entry for containers. It brings no filter for CORS. */
final class Jersey implements Dispatcher {

  private static final URI BASE = URI.create("http://api.example.com/");
  private static final URI ORDER = BASE.resolve("orders/1");

  private final ApplicationHandler handler;

  private Jersey(ResourceConfig config) {
    this.handler = new ApplicationHandler(config);
  }

  static Jersey with(Layer layer) {
    RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    ResourceConfig config = new ResourceConfig();
    // Else Jersey would find this library by itself, whatever the layer.
    config.property("jakarta.ws.rs.loadServices", false);
    // Nobody asks for a description of the service, and preflights would be answered with one.
    config.property("jersey.config.server.wadl.disableWadl", true);
    config.register(Orders.class);
    switch (layer) {
      case BARE -> {}
      case IDLE -> config.registerClasses(IdleFilters.ALL);
      case LEAST -> config.registerClasses(LeastFilters.ALL);
      case HAND_WRITTEN -> config.register(HandWrittenFilter.class);
      case OURS -> config.register(CorsFeature.class);
      case PEER -> throw new IllegalArgumentException("Jersey brings no filter for CORS");
    }
    return new Jersey(config);
  }

  @Override
  public Reply dispatch(Call call) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            ORDER,
            call.method(),
            null,
            new MapPropertiesDelegate(),
            handler.getConfiguration());
    call.headers().forEach(request::header);
    try {
      ContainerResponse response = handler.apply(request, OutputStream.nullOutputStream()).get();
      return new Reply(response.getStatus(), response::getHeaderString);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("Jersey gave no response", e);
    }
  }

  @Override
  public void close() {
    handler.onShutdown(null);
  }
}
