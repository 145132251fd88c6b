package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.metrics.CorsMetrics;
import dev.jaxrscors.rest.CorsSetup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of the application hangs holds up the request that it hangs in, and no other. */
class HangingTest {

  private static final String APP = "https://app.example.com";
  private static final String HANGING = "https://hanging.example";
  private static final String EVIL = "https://evil.example";

  private static CountDownLatch reached = new CountDownLatch(1);
  private static CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void renew() {
    released.countDown();
    reached = new CountDownLatch(1);
    released = new CountDownLatch(1);
  }

  /** Waits as long as another request takes; for ever, if one waits for this. */
  private static void hang() {
    reached.countDown();
    try {
      released.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Data bases hang, too. */
  public static class Partners implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      if (origin.serialized().equals(HANGING)) {
        hang();
      }
      return origin.serialized().equals("https://partner.example");
    }
  }

  @Path("shop")
  @CorsPolicy(origins = APP, originSource = Partners.class)
  public static class Shop extends CountedGet {}

  @Path("other")
  @CorsPolicy(origins = APP)
  public static class Other extends CountedGet {}

  private static Server server(CorsListener... listeners) {
    CorsSetup.Builder setup = CorsSetup.builder();
    Stream.of(listeners).forEach(setup::listener);
    return Server.of(
        new ResourceConfig(Shop.class, Other.class).property(CorsSetup.PROPERTY, setup.build()));
  }

  /** Sends others while one hangs, then lets that one end, and returns how it ends. */
  private static Reply ends(Server server, Request hanging) throws Exception {
    CompletableFuture<Reply> held = CompletableFuture.supplyAsync(() -> server.send(hanging));
    assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 20; i++) {
      verifyOthers(server, i);
    }
    assertThat(held).isNotDone();
    released.countDown();
    return held.get(60, TimeUnit.SECONDS);
  }

  private static void verifyOthers(Server server, int number) {
    String allow = "Access-Control-Allow-Origin: ";
    String stranger = "https://stranger-" + number + ".example";
    for (String path : new String[] {"/shop", "/other"}) {
      assertThat(server.send(get(path, APP)).cors()).containsExactly(allow + APP, VARY_ORIGIN);
      assertThat(server.send(get(path, stranger)).cors()).containsExactly(VARY_ORIGIN);
      assertThat(server.send(preflight(path, APP, "GET")).status()).isEqualTo(204);
      assertThat(server.send(preflight(path, stranger, "GET")).status()).isEqualTo(403);
    }
    assertThat(server.send(get("/shop", "https://partner.example")).cors())
        .containsExactly(allow + "https://partner.example", VARY_ORIGIN);
  }

  @Test
  void a_source_of_origins() throws Exception {
    try (Server server = server()) {
      Reply reply = ends(server, preflight("/shop", HANGING, "GET"));
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.cors()).containsExactly(VARY_PREFLIGHT);
    }
  }

  @Test
  void a_listener() throws Exception {
    CorsListener listener =
        new CorsListener() {
          @Override
          public void withheld(CorsEvent.Withheld event) {
            if (event.request().origin().equals(EVIL)) {
              hang();
            }
          }
        };
    try (Server server = server(listener)) {
      Reply reply = ends(server, get("/other", EVIL));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.cors()).containsExactly(VARY_ORIGIN);
    }
  }

  /** Of a series that is new, while there is nothing to count in yet. */
  @Test
  void a_registry() throws Exception {
    SimpleMeterRegistry registry =
        new SimpleMeterRegistry() {
          @Override
          protected Counter newCounter(Meter.Id id) {
            if ("malformed_method".equals(id.getTag("reason"))) {
              hang();
            }
            return super.newCounter(id);
          }
        };
    try (Server server = server(new CorsMetrics(registry))) {
      verifyOthers(server, -1);
      Reply reply = ends(server, preflight("/other", APP, "CONNECT"));
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.cors()).containsExactly(VARY_PREFLIGHT);
    }
  }

  @Test
  void a_handler_of_the_log() throws Exception {
    try (Server server = server();
        Attached attached = new Attached(HangingTest::hangForEvil)) {
      Reply reply = ends(server, preflight("/other", EVIL, "GET"));
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.cors()).containsExactly(VARY_PREFLIGHT);
      assertThat(attached.lines()).isGreaterThan(1);
    }
  }

  private static void hangForEvil(LogRecord line) {
    if (line.getMessage().contains(EVIL)) {
      hang();
    }
  }

  /** What the log of the library goes to, for one test. */
  static final class Attached extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("dev.jaxrscors");
    private final Consumer<LogRecord> receiver;
    private final AtomicInteger lines = new AtomicInteger();

    Attached(Consumer<LogRecord> receiver) {
      this.receiver = receiver;
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
      lines.incrementAndGet();
      receiver.accept(line);
    }

    int lines() {
      return lines.get();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }
}
