package dev.jaxrscors.contract.layers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Answers with the responses of another resource, and has no policy. */
@Path("open")
public class Open {

  /**
   * Answers with a response.
   *
   * @return the response of all
   */
  @GET
  public Response plain() {
    return Shared.PLAIN;
  }

  /**
   * Answers with a response that varies.
   *
   * @return the response of all
   */
  @GET
  @Path("varying")
  public Response varying() {
    return Shared.VARYING;
  }

  /**
   * Answers with a response that has a field of the protocol.
   *
   * @return the response of all
   */
  @GET
  @Path("by-hand")
  public Response byHand() {
    return Shared.BY_HAND;
  }

  /** Fails with the exception of all. */
  @GET
  @Path("gone")
  public void gone() {
    throw Shared.GONE;
  }
}
