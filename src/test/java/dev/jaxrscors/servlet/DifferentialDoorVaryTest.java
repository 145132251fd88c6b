package dev.jaxrscors.servlet;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.wire.VaryPairs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code Vary} names is enough at the servlet door, too, and behind it. */
class DifferentialDoorVaryTest {

  private static final int PAIRS = 300;

  /** Looks at a header, for some origins alone. */
  public static class Tenants implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return origin.serialized().equals("https://a.example")
          || target.header("X-Tenant").orElse("").equals("blue");
    }
  }

  @CorsPolicy(originSource = Tenants.class, methods = "*")
  private static final class OfTenants extends CorsServletFilter {}

  @CorsPolicy(
      origins = {"https://a.example", "https://b.example"},
      allowedHeaders = "*")
  private static final class Files extends CorsServletFilter {}

  @Path("governed")
  @CorsPolicy(origins = "https://b.example", credentials = Credentials.ALLOW)
  public static class Governed {
    @GET
    public String get() {
      return "";
    }
  }

  @AutoClose private Catalina server;

  @Test
  void requests_that_differ_in_nothing_that_vary_names_are_answered_alike(
      @TempDir java.nio.file.Path folder) {
    server = new Catalina(Catalina.documents(folder));
    server
        .filter("tenants", new OfTenants(), "/*")
        .filter("files", new Files(), "/files/*")
        .rest("/api/*", 1, Governed.class)
        .servlet("/one", Served.text("one"))
        .start();
    new VaryPairs(Seeds.random(DifferentialDoorVaryTest.class), server::send)
        .check(
            Seeds.cases(PAIRS),
            "/one",
            "/files/page.txt",
            "/files/none.txt",
            "/api/governed",
            "/api/none",
            "/none");
  }
}
