package dev.jaxrscors.contract.app.cdi;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource that is a bean, of which runtimes see a proxy. */
@RequestScoped
@Path("beans/request")
@Produces("text/plain")
@CorsPolicy(origins = "https://app.example.com")
public class RequestBean {

  /**
   * Answers.
   *
   * @return its path
   */
  @GET
  public String get() {
    Calls.count("beans/request");
    return "beans/request";
  }

  /**
   * Replaces.
   *
   * @param body the body
   * @return its path
   */
  @PUT
  @Consumes("text/plain")
  public String put(String body) {
    Calls.count("beans/request");
    return "beans/request";
  }
}
