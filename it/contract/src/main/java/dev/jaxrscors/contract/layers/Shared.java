package dev.jaxrscors.contract.layers;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Answers several requests with the same response. */
@Path("shared")
@CorsPolicy(
    origins = {"https://a.example", "https://b.example"},
    credentials = Credentials.ALLOW)
public class Shared {

  static final Response PLAIN = Response.ok().header("X-Kept", "kept").build();

  static final Response VARYING = Response.ok().header("Vary", "Accept").build();

  static final Response BY_HAND =
      Response.ok().header("Access-Control-Allow-Origin", "https://hand.example").build();

  @SuppressWarnings("StaticAssignmentOfThrowable") // Others do it.
  static final WebApplicationException GONE =
      new WebApplicationException(Response.status(410).build());

  /**
   * Answers with a response.
   *
   * @return the response of all
   */
  @GET
  public Response plain() {
    return PLAIN;
  }

  /**
   * Answers with a response that varies.
   *
   * @return the response of all
   */
  @GET
  @Path("varying")
  public Response varying() {
    return VARYING;
  }

  /**
   * Answers with a response that has a field of the protocol.
   *
   * @return the response of all
   */
  @GET
  @Path("by-hand")
  public Response byHand() {
    return BY_HAND;
  }

  /** Fails with the exception of all. */
  @GET
  @Path("gone")
  public void gone() {
    throw GONE;
  }
}
