package dev.jaxrscors.proxies;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Resources whose every answer a cache may keep for ten minutes, errors included. */
final class Cached {

  static final String A = "https://a.example";
  static final String B = "https://b.example";

  /** Counts the answers, so that an answer from a cache can be told from a new one. */
  static final String SERVED = "X-Served";

  private static final AtomicInteger ANSWERS = new AtomicInteger();

  private Cached() {}

  static Set<Class<?>> resources() {
    return Set.of(
        Listed.class,
        Anyone.class,
        Opaque.class,
        Rejecting.class,
        OfTenants.class,
        Ungoverned.class);
  }

  /** What is answered alike, whatever the policy. */
  public abstract static class Answering {

    private static Response.ResponseBuilder cacheable(Response.ResponseBuilder response) {
      return response
          .header("Cache-Control", "public, max-age=600")
          .header(SERVED, ANSWERS.incrementAndGet());
    }

    @GET
    public Response get(@Context Request request, @HeaderParam("X-Asked") String asked) {
      EntityTag tag = new EntityTag("one");
      Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
      return cacheable(unchanged == null ? Response.ok("answer") : unchanged).tag(tag).build();
    }

    @PUT
    public void put(String text) {}

    @GET
    @Path("status/{status}")
    public Response status(@PathParam("status") int status) {
      return cacheable(Response.status(status).entity("error")).build();
    }
  }

  @Path("listed")
  @CorsPolicy(
      origins = {A, B},
      credentials = Credentials.ALLOW)
  public static class Listed extends Answering {}

  @Path("anyone")
  @CorsPolicy(origins = "*")
  public static class Anyone extends Answering {}

  @Path("opaque")
  @CorsPolicy(origins = {"null", A})
  public static class Opaque extends Answering {}

  @Path("rejecting")
  @CorsPolicy(
      origins = {A, B},
      refusal = Refusal.REJECT)
  public static class Rejecting extends Answering {}

  @Path("tenants")
  @CorsPolicy(originSource = Tenants.class)
  public static class OfTenants extends Answering {}

  @Path("ungoverned")
  public static class Ungoverned extends Answering {}

  /** Allows one tenant's pages alone. */
  public static class Tenants implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      String tenant = target.header("X-Tenant").orElse("a");
      return origin.serialized().equals("https://" + tenant + ".example");
    }
  }
}
