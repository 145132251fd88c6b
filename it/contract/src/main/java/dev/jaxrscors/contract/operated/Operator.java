package dev.jaxrscors.contract.operated;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Changes system properties of the server, as an operator could. */
@Path("operator/{key}")
public class Operator {

  /**
   * Sets one.
   *
   * @param key its name
   * @param value its value
   */
  @PUT
  @Consumes("text/plain")
  public void set(@PathParam("key") String key, String value) {
    System.setProperty(key, value);
  }

  /**
   * Removes one.
   *
   * @param key its name
   */
  @DELETE
  public void clear(@PathParam("key") String key) {
    System.clearProperty(key);
  }
}
