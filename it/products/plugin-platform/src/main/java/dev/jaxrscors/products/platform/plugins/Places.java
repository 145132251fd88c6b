package dev.jaxrscors.products.platform.plugins;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Places of the world, which take a moment to be found. */
@Path("places/{name}")
public class Places {

  private static final Executor SOON = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

  /** Makes the resource. */
  public Places() {}

  /**
   * Finds a place.
   *
   * @param name its name
   * @param response where it goes to
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public void find(@PathParam("name") String name, @Suspended AsyncResponse response) {
    SOON.execute(() -> response.resume("{\"name\":\"" + name + "\"}"));
  }
}
