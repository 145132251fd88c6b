package dev.jaxrscors.internal.filter;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What filters judge requests for: a resource with a policy, one without, one with a wrong one. */
final class JudgedShop {

  private JudgedShop() {}

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {
    @GET
    public void list() {}

    @POST
    @CorsPolicy(refusal = Refusal.REJECT)
    public void add() {}
  }

  @Path("plain")
  static class Plain {
    @GET
    public void list() {}
  }

  /** Is not known before a locator has led to it. */
  @CorsPolicy(origins = "https://app.example.com/")
  static class Wrong {
    @GET
    public void list() {}
  }
}
