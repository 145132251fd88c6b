package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;

/** A resource that fails in every way. */
@Path("errors")
@Produces("text/plain")
@CorsPolicy(origins = "https://app.example.com")
public class Errors {

  /**
   * Fails as it is told.
   *
   * @param code the status
   * @return never
   */
  @GET
  @Path("status/{code}")
  public String status(@PathParam("code") int code) {
    Calls.count("Errors.status");
    throw new WebApplicationException(code);
  }

  /**
   * Fails with an exception that has a mapper.
   *
   * @return never
   */
  @GET
  @Path("mapped")
  public String mapped() {
    Calls.count("Errors.mapped");
    throw new SoldOutException();
  }

  /**
   * Fails with an exception that has none.
   *
   * @return never
   */
  @GET
  @Path("unmapped")
  public String unmapped() {
    Calls.count("Errors.unmapped");
    throw new IllegalStateException("a secret");
  }

  /**
   * Reads a number.
   *
   * @param value the number
   * @return always the same
   */
  @GET
  @Path("number")
  public String number(@QueryParam("value") int value) {
    Calls.count("Errors.number");
    return "a number";
  }

  /**
   * Reads JSON alone.
   *
   * @param body the body
   * @return always the same
   */
  @PUT
  @Path("json")
  @Consumes("application/json")
  public String json(String body) {
    Calls.count("Errors.json");
    return "read";
  }
}
