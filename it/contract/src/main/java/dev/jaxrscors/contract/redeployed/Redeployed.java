package dev.jaxrscors.contract.redeployed;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource whose policy asks a source of the application. */
@Path("redeployed")
@Produces("text/plain")
@CorsPolicy(origins = "https://a.example", originSource = Redeployed.Partners.class)
public class Redeployed {

  /** Allows one origin more. */
  public static class Partners implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return origin.serialized().equals("https://b.example");
    }
  }

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "redeployed";
  }

  /**
   * Takes whatever it is sent.
   *
   * @param text what it is sent
   */
  @PUT
  @Consumes("text/plain")
  public void replace(String text) {}

  /**
   * Leads to what has the policy that the application supplies.
   *
   * @return what it leads to
   */
  @Path("item")
  public Item item() {
    return new Item();
  }

  /** A sub-resource. */
  @CorsPolicy("supplied")
  public static class Item {

    /**
     * Answers.
     *
     * @return always the same
     */
    @GET
    public String read() {
      return "item";
    }
  }
}
