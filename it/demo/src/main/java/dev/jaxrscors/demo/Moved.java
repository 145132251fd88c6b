package dev.jaxrscors.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * Redirects to another host. A browser that follows says {@code Origin: null} there: what every
 * page may read can still be read, what is for named origins cannot.
 */
@Path("moved")
public class Moved {

  private static final String ELSEWHERE = "cdn.localhost";

  /** Makes the resource. */
  public Moved() {}

  /**
   * {@return a redirect to the same path on another host}
   *
   * @param path catalogue or orders
   * @param uri where this is
   */
  @GET
  @Path("{path: catalogue|orders}")
  public Response elsewhere(@PathParam("path") String path, @Context UriInfo uri) {
    return Response.temporaryRedirect(
            uri.getRequestUriBuilder().host(ELSEWHERE).replacePath(path).build())
        .build();
  }
}
