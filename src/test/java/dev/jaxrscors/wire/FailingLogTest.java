package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import jakarta.ws.rs.Path;
import java.util.logging.LogRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that throws: whatever becomes of the request, nothing is granted by it. */
class FailingLogTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  @Path("shop")
  @CorsPolicy(origins = APP)
  public static class Shop extends CountedGet {}

  @Path("strict")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Strict extends CountedGet {}

  private static void fail(LogRecord line) {
    if (line.getMessage().startsWith("CORS: ")) {
      throw new IllegalStateException("the disk is full");
    }
  }

  private static void failForGood(LogRecord line) {
    if (line.getMessage().startsWith("CORS: ")) {
      throw new NoClassDefFoundError("com/example/Appender");
    }
  }

  private static HangingTest.Attached attached(String kind) {
    return new HangingTest.Attached(
        kind.equals("exception") ? FailingLogTest::fail : FailingLogTest::failForGood);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error"})
  void a_refusal_is_a_refusal_all_the_same(String kind) {
    try (Server server = Server.of(Shop.class, Strict.class);
        HangingTest.Attached attached = attached(kind)) {
      Reply refused = server.send(preflight("/shop", EVIL, "GET"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.cors()).containsExactly(VARY_PREFLIGHT);

      Reply withheld = server.send(get("/shop", EVIL));
      assertThat(withheld.status()).isEqualTo(200);
      assertThat(withheld.cors()).containsExactly(VARY_ORIGIN);

      Reply rejected = server.send(get("/strict", EVIL));
      assertThat(rejected.status()).isEqualTo(403);
      assertThat(rejected.cors()).containsExactly(VARY_ORIGIN);

      Reply missing = server.send(preflight("/nowhere", EVIL, "GET"));
      assertThat(missing.status()).isEqualTo(404);
      assertThat(attached.lines()).isGreaterThanOrEqualTo(4);
    }
  }
}
