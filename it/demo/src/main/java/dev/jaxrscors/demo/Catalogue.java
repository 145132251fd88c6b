package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the shop sells: every page may read it, under the policy that {@link Shop} declares. */
@Path("catalogue")
@Produces(MediaType.APPLICATION_JSON)
@CorsPolicy(Catalogue.PUBLIC)
public class Catalogue {

  static final String PUBLIC = "public";

  /** Makes the resource. */
  public Catalogue() {}

  /** {@return the names of all items} */
  @GET
  public List<String> items() {
    return List.of("tea", "coffee", "cocoa");
  }
}
