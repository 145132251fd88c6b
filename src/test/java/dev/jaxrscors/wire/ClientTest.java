package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients read the list of services too, and have nothing to do with policies. */
class ClientTest {

  private static final String[] KEYS = {"cors.policy.shop.origins", "cors.production"};

  @AutoClose private static final Server SERVER = Server.of(Plain.class);

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler all = new Recording(lines);

  @BeforeEach
  void misconfigure() {
    System.setProperty("cors.policy.shop.origins", "https://app.example.com");
    System.setProperty("cors.production", "perhaps");
    Logger.getLogger("").addHandler(all);
  }

  @AfterEach
  void restore() {
    Logger.getLogger("").removeHandler(all);
    for (String key : KEYS) {
      System.clearProperty(key);
    }
  }

  @Test
  void a_client_reads_no_configuration_and_logs_nothing() {
    for (int i = 0; i < 3; i++) {
      assertThat(answerTo(ClientBuilder.newClient())).isEqualTo("plain");
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void the_feature_does_nothing_where_a_client_registers_it() {
    assertThat(answerTo(ClientBuilder.newClient().register(new CorsFeature()))).isEqualTo("plain");
    assertThat(lines).noneMatch(line -> line.contains("CORS"));
  }

  private static String answerTo(Client client) {
    try (client) {
      return client.target(SERVER.origin()).path("plain").request().get(String.class);
    }
  }

  @Path("plain")
  public static class Plain {
    @GET
    @CorsPolicy(origins = CorsPolicy.NONE)
    public String get() {
      return "plain";
    }
  }

  /** Keeps the lines that a user would see. */
  private static final class Recording extends Handler {

    private final List<String> lines;

    Recording(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.INFO.intValue()) {
        lines.add(entry.getLoggerName() + " " + entry.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
