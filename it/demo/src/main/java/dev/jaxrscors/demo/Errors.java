package dev.jaxrscors.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;

/** Requests that fail: the page can read each of these errors as it could read a success. */
@Path("errors")
public class Errors {

  /** Makes the resource. */
  public Errors() {}

  /**
   * Fails with a status of the client's choice.
   *
   * @param status 400, 401, 404 or 415
   */
  @GET
  @Path("{status: 400|401|404|415}")
  public void fail(@PathParam("status") int status) {
    throw new WebApplicationException(status);
  }

  /** Fails with an exception that nothing in the shop maps. */
  @GET
  @Path("500")
  public void crash() {
    throw new IllegalStateException("a bug, on purpose");
  }
}
