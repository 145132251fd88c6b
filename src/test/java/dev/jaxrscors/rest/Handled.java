package dev.jaxrscors.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;

/** An application on Jersey without a server, which answers at once. */
final class Handled {

  static final String APP = "https://app.example.com";

  private static final URI BASE = URI.create("https://api.example.com/");

  private final ApplicationHandler running;

  Handled(ResourceConfig application) {
    this.running = new ApplicationHandler(application);
  }

  /** Returns the answer to the preflight for a request to read. */
  ContainerResponse preflight(String path, String... requestHeaders) {
    ContainerRequest request = request("OPTIONS", path);
    request.header("Access-Control-Request-Method", "GET");
    if (requestHeaders.length > 0) {
      request.header("Access-Control-Request-Headers", String.join(",", requestHeaders));
    }
    return answer(request);
  }

  ContainerResponse get(String path) {
    return answer(request("GET", path));
  }

  static String allowedOrigin(ContainerResponse response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    return String.valueOf(headers.getFirst("Access-Control-Allow-Origin"));
  }

  private static ContainerRequest request(String method, String path) {
    ContainerRequest request =
        new ContainerRequest(
            BASE, BASE.resolve(path), method, null, new MapPropertiesDelegate(), null);
    request.header("Origin", APP);
    return request;
  }

  private ContainerResponse answer(ContainerRequest request) {
    try {
      return running.apply(request).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
