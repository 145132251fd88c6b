package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Decides by what is in the path and among the headers. */
@Path("realms/{realm}")
@Produces("text/plain")
@CorsPolicy(originSource = Realms.Words.class)
public class Realms {

  /** Allows the origin whose host is made of what the request says. */
  public static class Words implements OriginSource {

    @Override
    public boolean allows(Origin origin, Target target) {
      String words =
          String.join(
              "-",
              target.isPreflight() ? "preflight" : "request",
              target.pathParameter("realm").orElse("none"),
              target.pathParameter("key").orElse("none"),
              target.header("X-Edition").orElse("none"));
      return target.requestPath().startsWith("/realms/")
          && origin.serialized().equals("https://" + words + ".example");
    }
  }

  /** A sub-resource. */
  public static class Keys {
    /**
     * Answers.
     *
     * @return always the same
     */
    @GET
    @Produces("text/plain")
    public String get() {
      return "key";
    }
  }

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    return "realm";
  }

  /**
   * Replaces a realm.
   *
   * @param value by what
   */
  @PUT
  public void put(String value) {}

  /**
   * Leads to a key.
   *
   * @param key which one
   * @return the key
   */
  @Path("keys/{key}")
  public Keys key(@PathParam("key") String key) {
    return new Keys();
  }
}
