package shop;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("invoices")
@CorsPolicy(origins = "https://app.example.com", exposedHeaders = {"ETag", "Set-Cookie"})
public class Invoices {
  @GET
  @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, "Cookie"})
  public String list() {
    return "";
  }

  @GET
  @Path("total")
  @CorsPolicy("https://partner.example")
  public String total() {
    return "";
  }
}
