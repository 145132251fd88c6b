package dev.jaxrscors.runtimes.spring.shop;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** A bean of a class that Spring generates, to check what methods are called with. */
@Component
@Validated
@Path("prices")
public class Prices {

  @GET
  public String price(@QueryParam("of") @Min(1) int order) {
    return "price of " + order;
  }

  @PUT
  public String change() {
    return "changed";
  }
}
