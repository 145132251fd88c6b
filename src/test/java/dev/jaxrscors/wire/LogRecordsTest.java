package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What java.util.logging makes of the lines, for those who look at all of them. */
class LogRecordsTest {

  private static final String APP = "https://app.example.com";
  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler = new Keeping(records);

  @BeforeEach
  void listen() {
    LOGGER.setLevel(Level.FINE);
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void restore() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
    LOGGER.setLevel(null);
  }

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

    assertThat(records)
        .filteredOn(entry -> entry.getLevel().equals(Level.FINE))
        .extracting(LogRecord::getMessage)
        .containsExactly(
            "CORS: Granted preflight: GET /shop from origin \"" + APP + "\"; policy: Shop",
            "CORS: Shared response of request: GET /shop from origin \""
                + APP
                + "\"; policy: Shop");
  }

  @Test
  void no_line_names_a_method_without_a_name() {
    exchange();

    assertThat(records)
        .extracting(LogRecord::getSourceMethodName)
        .isNotEmpty()
        .noneMatch(method -> method.contains("lambda"));
  }

  @Test
  void that_there_is_no_cdi_is_no_stack_trace() {
    exchange();

    assertThat(records).allSatisfy(entry -> assertThat(entry.getThrown()).isNull());
    assertThat(records)
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

  private static final class Keeping extends Handler {

    private final List<LogRecord> records;

    Keeping(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord entry) {
      // Found out by whoever asks first, from the stack at that time.
      entry.getSourceMethodName();
      records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
