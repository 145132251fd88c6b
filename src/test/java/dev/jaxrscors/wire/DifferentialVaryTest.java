package dev.jaxrscors.wire;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What {@code Vary} names is enough, whatever kind of policy decides. */
class DifferentialVaryTest {

  private static final int PAIRS = 800;

  /** Looks at a header, for some origins alone. */
  public static class Tenants implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return origin.serialized().equals("https://a.example")
          || (origin.scheme().equals("https")
              && target.header("X-Tenant").orElse("").equals("blue")
              && (target.isPreflight() || !target.header("X-Off").isPresent()));
    }
  }

  @CorsPolicy(origins = "https://a.example", credentials = Credentials.ALLOW)
  @Path("one")
  public static class One extends Methods {}

  @CorsPolicy(
      origins = {"https://a.example", "https://b.example"},
      allowedHeaders = "*")
  @Path("two")
  public static class Two extends Methods {}

  @CorsPolicy(
      origins = "https://a.example",
      allowedHeaders = "*",
      credentials = Credentials.ALLOW,
      refusal = Refusal.REJECT)
  @Path("echoing")
  public static class Echoing extends Methods {}

  @CorsPolicy(origins = "*")
  @Path("public")
  public static class Public extends Methods {}

  @CorsPolicy(originSource = Tenants.class, refusal = Refusal.REJECT)
  @Path("tenants")
  public static class OfTenants extends Methods {}

  @Path("ungoverned")
  public static class Ungoverned extends Methods {}

  public abstract static class Methods {
    @GET
    public String get() {
      return "";
    }

    @PUT
    public void put(String value) {}
  }

  @AutoClose
  private static final Server SERVER =
      Server.of(
          One.class, Two.class, Echoing.class, Public.class, OfTenants.class, Ungoverned.class);

  @Test
  void requests_that_differ_in_nothing_that_vary_names_are_answered_alike() {
    new VaryPairs(Seeds.random(DifferentialVaryTest.class), SERVER::send)
        .check(
            Seeds.cases(PAIRS),
            "/one",
            "/two",
            "/echoing",
            "/public",
            "/tenants",
            "/ungoverned",
            "/nowhere");
  }
}
