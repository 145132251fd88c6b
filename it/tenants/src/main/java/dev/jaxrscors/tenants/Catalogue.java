package dev.jaxrscors.tenants;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What every tenant sells: our own pages may always call it, theirs if they say so. */
@Path("catalogue")
@CorsPolicy(
    origins = "https://admin.example.com",
    originSource = TenantOrigins.class,
    credentials = Credentials.ALLOW)
public class Catalogue {

  /** Makes the resource. */
  public Catalogue() {}

  /**
   * {@return an article}
   *
   * @param id its number
   */
  @GET
  @Path("{id}")
  public String article(@PathParam("id") String id) {
    return "article " + id;
  }

  /**
   * Replaces an article.
   *
   * @param id its number
   * @param article the article
   */
  @PUT
  @Path("{id}")
  public void replace(@PathParam("id") String id, String article) {}
}
