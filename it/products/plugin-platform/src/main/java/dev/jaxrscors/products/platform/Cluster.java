package dev.jaxrscors.products.platform;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The nodes that the platform runs on. */
@Path("cluster")
@Produces(MediaType.APPLICATION_JSON)
public class Cluster {

  /** Makes the resource. */
  public Cluster() {}

  /** {@return the nodes} */
  @GET
  public String nodes() {
    return "[\"node-1\"]";
  }

  /**
   * Sets how much is logged.
   *
   * @param level the level
   */
  @PUT
  @Path("log-level")
  public void logLevel(String level) {}
}
