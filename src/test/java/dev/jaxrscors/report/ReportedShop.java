package dev.jaxrscors.report;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small applications to be reported. */
final class ReportedShop {

  static final String APP = "https://app.example.com";
  static final String EVIL = "https://evil.example";

  private ReportedShop() {}

  @Path("orders")
  @CorsPolicy(
      origins = {APP, "https://*.example.org"},
      credentials = Credentials.ALLOW,
      exposedHeaders = "ETag")
  public static class Orders {
    @GET
    public String list() {
      return "";
    }

    @PUT
    @Path("{id}")
    @Consumes("application/json")
    public void replace(
        @PathParam("id") String id, @HeaderParam("X-Api-Key") String key, String order) {}

    @DELETE
    @Path("{id}")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void delete(@PathParam("id") String id) {}
  }

  @Path("prices")
  @CorsPolicy("public")
  public static class Prices {
    @GET
    public String list() {
      return "";
    }

    @POST
    @CorsPolicy(origins = APP, refusal = Refusal.REJECT, methods = "POST", maxAge = 5)
    public void change(String form) {}
  }

  @Path("health")
  public static class Health {
    @GET
    public String state() {
      return "";
    }
  }

  @Path("account")
  @RolesAllowed("customer")
  @CorsPolicy(
      origins = "${shop.pages:https://default.example}",
      allowedHeaders = {"*"})
  public static class Account {
    @GET
    public String name() {
      return "";
    }
  }

  @Path("tenants")
  @CorsPolicy(
      origins = {"null", "http://old.example.com", "http://localhost:3000"},
      originSource = Tenants.class,
      dangerously = Danger.INSECURE_ORIGINS)
  public static class Tenanted {
    @GET
    public String list() {
      return "";
    }
  }

  public static class Tenants implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return origin.serialized().equals("https://tenant.example");
    }
  }

  @Path("shelves")
  @CorsPolicy(origins = APP)
  public static class Shelves {
    @Path("{shelf}/items")
    public Items items(@HeaderParam("X-Shelf") String shelf) {
      return new Items();
    }

    @Path("any")
    public Object any() {
      return this;
    }
  }

  public static class Items {
    @GET
    @Path("{item}")
    public String item(@PathParam("item") String item) {
      return "";
    }
  }

  @Path("wrong")
  @CorsPolicy(origins = "https://Shop.example/")
  public static class Wrong {
    @GET
    public String get() {
      return "";
    }
  }

  /** An application as its author writes it. */
  static final class Shop extends Application {
    private final Set<Class<?>> classes;
    private final Map<String, Object> properties = new HashMap<>();

    Shop(Class<?>... classes) {
      this.classes = new LinkedHashSet<>(List.of(classes));
      properties.put(CorsSetup.PROPERTY, setup());
    }

    Shop with(String key, String value) {
      properties.put(key, value);
      return this;
    }

    @Override
    public Set<Class<?>> getClasses() {
      return classes;
    }

    @Override
    public Map<String, Object> getProperties() {
      return properties;
    }
  }

  static CorsSetup setup() {
    return CorsSetup.builder().policy("public", Policy.builder().origins("*").build()).build();
  }

  static Shop whole() {
    return new Shop(
        Orders.class, Prices.class, Health.class, Account.class, Tenanted.class, Shelves.class);
  }
}
