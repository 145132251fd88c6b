package dev.jaxrscors.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Requests that fail: the page can read each of these errors as it could read a success. */
@Path("errors")
public class Errors {

  /** Makes the resource. */
  public Errors() {}

  /**
   * Fails with a status of the client's choice, and a body that says so.
   *
   * @param status 400, 401, 404, 415 or 500
   */
  @GET
  @Path("{status: 400|401|404|415|500}")
  public void fail(@PathParam("status") int status) {
    throw new WebApplicationException(
        Response.status(status).type(MediaType.TEXT_PLAIN).entity("error " + status).build());
  }

  /** Fails with an exception that nothing in the shop maps. */
  @GET
  @Path("crash")
  public void crash() {
    throw new IllegalStateException("a bug, on purpose");
  }
}
