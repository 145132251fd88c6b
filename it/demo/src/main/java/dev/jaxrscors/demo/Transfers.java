package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.LongAdder;

/**
 * Transfers of money, in cents. The post of a form needs no preflight, so it would reach the
 * resource from every page; here it is rejected instead.
 */
@Singleton
@Path("transfers")
@Produces(MediaType.TEXT_PLAIN)
@CorsPolicy(
    origins = {Pages.APP, Pages.LOCAL},
    credentials = Credentials.ALLOW,
    refusal = Refusal.REJECT)
public class Transfers {

  private final LongAdder transferred = new LongAdder();

  /** Makes the resource. */
  public Transfers() {}

  /** {@return the cents transferred so far} */
  @GET
  public long total() {
    return transferred.sum();
  }

  /**
   * {@return the cents transferred so far}
   *
   * @param cents what is transferred
   */
  @POST
  public long transfer(@FormParam("cents") int cents) {
    transferred.add(cents);
    return transferred.sum();
  }
}
