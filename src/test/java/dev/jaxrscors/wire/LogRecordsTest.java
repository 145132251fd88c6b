package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What java.util.logging makes of the lines, for those who look at all of them. */
class LogRecordsTest {

  private static final String APP = "https://app.example.com";

  @AutoClose private final CapturedLog log = CapturedLog.openAt(Level.FINE);

  private void exchange() {
    Policy unused = Policy.builder().origins(APP).build();
    CorsSetup setup = CorsSetup.builder().policy("unused", unused).build();
    ResourceConfig application = new ResourceConfig(Shop.class).property(CorsSetup.PROPERTY, setup);
    try (Server server = Server.of(application)) {
      server.send(preflight("/shop", APP, "GET"));
      server.send(get("/shop", APP));
      server.send(get("/shop"));
      server.send(get("/shop", "https://evil.example"));
    }
  }

  @Test
  void a_grant_is_a_line_at_debug() {
    exchange();

    assertThat(log.records())
        .filteredOn(entry -> entry.getLevel().equals(Level.FINE))
        .extracting(LogRecord::getMessage)
        .containsExactly(
            "CORS: Granted preflight: GET /shop from origin \""
                + APP
                + "\" (address 127.0.0.1); policy: Shop",
            "CORS: Shared response of request: GET /shop from origin \""
                + APP
                + "\" (address 127.0.0.1); policy: Shop");
  }

  @Test
  void no_line_names_a_method_without_a_name() {
    exchange();

    assertThat(log.records())
        .extracting(LogRecord::getSourceMethodName)
        .isNotEmpty()
        .noneMatch(method -> method.contains("lambda"));
  }

  @Test
  void that_there_is_no_cdi_is_no_stack_trace() {
    exchange();

    assertThat(log.records()).allSatisfy(entry -> assertThat(entry.getThrown()).isNull());
    assertThat(log.records())
        .allSatisfy(
            entry ->
                assertThat(entry.getParameters() == null ? new Object[0] : entry.getParameters())
                    .noneMatch(Throwable.class::isInstance));
  }

  @Path("shop")
  @CorsPolicy(origins = APP)
  public static class Shop {
    @GET
    public String get() {
      return "got";
    }
  }
}
