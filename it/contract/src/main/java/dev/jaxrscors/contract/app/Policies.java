package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Policies of other kinds, a path each. */
@Path("policies")
@Produces("text/plain")
public class Policies {

  private static String called(String method) {
    Calls.count("Policies." + method);
    return method;
  }

  /**
   * Everybody may read this.
   *
   * @return its name
   */
  @GET
  @Path("public")
  @CorsPolicy(origins = "*", exposedHeaders = "ETag")
  public String everybody() {
    return called("everybody");
  }

  /**
   * Its policy is declared in code, under a name.
   *
   * @return its name
   */
  @GET
  @Path("named")
  @CorsPolicy("partners")
  public String named() {
    return called("named");
  }

  /**
   * Its policy rejects.
   *
   * @return its name
   */
  @POST
  @Path("rejecting")
  @CorsPolicy(origins = "https://app.example.com", refusal = Refusal.REJECT)
  public String rejecting() {
    return called("rejecting");
  }

  /**
   * Its policy asks a source.
   *
   * @return its name
   */
  @GET
  @Path("asking")
  @CorsPolicy(originSource = TenantOrigins.class)
  public String asking() {
    return called("asking");
  }
}
