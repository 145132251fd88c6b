package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.jspecify.annotations.Nullable;

/** What its policy is told of a request, and what is read on the way to its sub-resources. */
@Path("told/{shop}")
@Produces("text/plain")
@CorsPolicy(originSource = Told.Paths.class)
public class Told {

  /** Allows the origin whose port is the length of the path that it is told. */
  public static class Paths implements OriginSource {

    @Override
    public boolean allows(Origin origin, Target target) {
      return target.isMatched()
          && origin.toString().equals("https://told.example:" + target.path().length());
    }
  }

  /** Headers of a page. */
  public static class Paging {
    @HeaderParam("X-Page")
    @Nullable String page;
  }

  /** A sub-resource. */
  public static class Items {
    /**
     * Answers.
     *
     * @param paging the headers
     * @return always the same
     */
    @GET
    @Path("leaf/{id: [0-9]+}")
    @Produces("text/plain")
    public String leaf(@BeanParam Paging paging) {
      return "leaf";
    }
  }

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    return "told";
  }

  /**
   * Leads to items.
   *
   * @param key which ones
   * @param tenant whose
   * @return the items
   */
  @Path("items/{key}")
  public Items items(@PathParam("key") String key, @HeaderParam("X-Tenant") String tenant) {
    return new Items();
  }
}
