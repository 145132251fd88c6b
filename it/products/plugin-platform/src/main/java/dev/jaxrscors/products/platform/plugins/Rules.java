package dev.jaxrscors.products.platform.plugins;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** When somebody is told. */
@Path("rules")
@Produces(MediaType.APPLICATION_JSON)
public class Rules {

  /** Makes the resource. */
  public Rules() {}

  /** {@return all rules} */
  @GET
  public String list() {
    return "[\"errors\"]";
  }

  /**
   * {@return the rule that takes the place of another}
   *
   * @param id its name
   * @param rule the rule
   */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public String replace(@PathParam("id") String id, String rule) {
    return rule;
  }

  /**
   * Removes a rule.
   *
   * @param id its name
   * @throws NotFoundException if there is none of that name
   */
  @DELETE
  @Path("{id}")
  public void remove(@PathParam("id") String id) {
    if (!id.equals("errors")) {
      throw new NotFoundException();
    }
  }

  /**
   * {@return what a rule has found}
   *
   * @param id its name
   */
  @Path("{id}/findings")
  public Findings findings(@PathParam("id") String id) {
    return new Findings(id);
  }
}
