package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Leads to sub-resources: the policy here is theirs too. */
@Singleton
@Path("shops")
@CorsPolicy(
    origins = {Pages.APP, Pages.LOCAL},
    credentials = Credentials.ALLOW)
public class Shops {

  private final Map<Integer, Review> reviews = new ConcurrentHashMap<>();

  /** Makes the resource. */
  public Shops() {}

  /**
   * {@return the resource of a shop's review}
   *
   * @param id the shop, 1 to 9
   */
  @Path("{id: [1-9]}/review")
  public Review review(@PathParam("id") int id) {
    return reviews.computeIfAbsent(id, any -> new Review());
  }
}
