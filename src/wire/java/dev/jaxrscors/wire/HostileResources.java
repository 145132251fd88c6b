package dev.jaxrscors.wire;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;

/** An application for {@link HostileRequests}: a policy of each kind, on a path of its own. */
public final class HostileResources {

  static final String APP = "https://app.example.com";
  static final String TENANT = "https://tenant.example";

  /** The resources, none of which is a provider. */
  public static final List<Class<?>> CLASSES =
      List.of(
          Listing.class,
          Echoing.class,
          Rejecting.class,
          Asking.class,
          Public.class,
          Ungoverned.class,
          Located.class);

  private HostileResources() {}

  /** Methods that count their calls. */
  public abstract static class Counted {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    public String put(String body) {
      return Calls.counted("resource");
    }

    @DELETE
    public String delete() {
      return Calls.counted("resource");
    }
  }

  /** Lists origins and headers. */
  @Path("listing")
  @CorsPolicy(
      origins = {APP, "https://*.example.org"},
      allowedHeaders = {"X-One", "Content-Type"},
      exposedHeaders = "ETag")
  public static class Listing extends Counted {}

  /** Echoes the names of headers, since with credentials an asterisk is none. */
  @Path("echoing")
  @CorsPolicy(origins = APP, allowedHeaders = "*", credentials = Credentials.ALLOW)
  public static class Echoing extends Counted {}

  /** Rejects strangers. */
  @Path("rejecting")
  @CorsPolicy(
      origins = {APP, "null", "http://localhost:*"},
      allowedHeaders = "X-One",
      refusal = Refusal.REJECT)
  public static class Rejecting extends Counted {}

  /** Asks code that looks at a header. */
  @Path("asking")
  @CorsPolicy(originSource = Tenants.class, allowedHeaders = "X-One")
  public static class Asking extends Counted {}

  /** Lets one origin in, where its tenant is named. */
  public static class Tenants implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return origin.serialized().equals(TENANT)
          && target.header("X-Tenant").filter("blue"::equals).isPresent();
    }
  }

  /** Open to everyone. */
  @Path("public")
  @CorsPolicy(origins = "*", allowedHeaders = "X-One")
  public static class Public extends Counted {}

  /** Nobody's. */
  @Path("ungoverned")
  public static class Ungoverned extends Counted {}

  /** Reached by a locator. */
  @Path("located")
  @CorsPolicy(origins = APP, allowedHeaders = "X-One")
  public static class Located {
    @Path("{id}")
    public Below below() {
      return new Below();
    }
  }

  /** What the locator leads to. */
  public static class Below extends Counted {}
}
