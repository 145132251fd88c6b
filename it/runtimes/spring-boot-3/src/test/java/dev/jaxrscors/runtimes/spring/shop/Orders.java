package dev.jaxrscors.runtimes.spring.shop;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A bean of Spring, which has what Spring injects. */
@Component
@Path("orders")
@CorsPolicy(origins = "${shop.partner:https://partner.example}")
public class Orders {

  private final String page;

  Orders(@Value("${shop.page}") String page) {
    this.page = page;
  }

  @GET
  public String list() {
    return "ordered at " + page;
  }

  @PUT
  @Path("{id}")
  public String replace(@PathParam("id") String id, @HeaderParam("X-Api-Key") String key) {
    return id;
  }
}
