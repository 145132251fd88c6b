package dev.jaxrscors.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.report.CorsReport;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An application of 10,000 resource methods whose configuration changes under load. Every answer is
 * checked; how long the slowest took is printed beside the same load without a change, and beside
 * one while a report deploys the same classes for itself, and is no matter of a test.
 */
class RedeploymentTest {

  private static final String KEY = "cors.policy.redeployed.origins";
  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final int METHODS = 10_000;
  private static final int CHANGES = 5;

  /** The resource whose policy changes. */
  @Path("redeployed")
  @CorsPolicy("redeployed")
  public static class Redeployed {
    @GET
    public String read() {
      return "read";
    }
  }

  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();

  @BeforeEach
  void begin() {
    root.setLevel(Level.SEVERE);
    System.setProperty(KEY, A);
  }

  @AfterEach
  void end() {
    root.setLevel(before);
    System.clearProperty(KEY);
  }

  @Test
  void ten_thousand_methods_are_made_anew_while_requests_are_answered() throws Exception {
    ResourceConfig application =
        new ResourceConfig(Redeployed.class).property("cors.reload", "50ms");
    List<Class<?>> resources = List.copyOf(GeneratedResources.governed(100, METHODS / 100));
    resources.forEach(application::register);
    ApplicationHandler server = new ApplicationHandler(application);
    Load warm = new Load(server);
    warm.run(Duration.ofSeconds(3), null);
    Load quiet = new Load(server);
    quiet.run(Duration.ofSeconds(3), null);
    Load beside = new Load(server);
    runBeside(beside, () -> CorsReport.of(CorsSetup.builder().build(), resources));
    Load changing = new Load(server);
    int inForce = 0;
    for (int change = 0; change < CHANGES; change++) {
      String next = change % 2 == 0 ? B : A;
      System.setProperty(KEY, next);
      inForce += changing.run(Duration.ofSeconds(30), next) ? 1 : 0;
    }
    root.setLevel(before);
    System.getLogger(RedeploymentTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "{0} methods: {1}; while a report deploys them {2} times, beside: {3}; with {2} changes:"
                + " {4}",
            METHODS,
            quiet,
            CHANGES,
            beside,
            changing);
    assertThat(quiet.wrong + beside.wrong).isZero();
    assertThat(changing.wrong).isZero();
    assertThat(inForce).isEqualTo(CHANGES);
  }

  /**
   * The same work, of which no request knows: what a request waits then, it waits for the machine.
   */
  private static void runBeside(Load load, Runnable work) throws Exception {
    Thread worker =
        new Thread(
            () -> {
              for (int i = 0; i < CHANGES; i++) {
                work.run();
              }
            });
    worker.start();
    while (worker.isAlive()) {
      load.run(Duration.ofMillis(100), null);
    }
  }

  /** Requests one after the other, and how long they took. */
  private static final class Load {

    private static final int MOST = 4_000_000;

    private final ApplicationHandler server;
    private final int[] micros = new int[MOST];
    private int sent;
    private int wrong;

    Load(ApplicationHandler server) {
      this.server = server;
    }

    /** Sends requests until an origin is allowed, or for some time; reports whether it is. */
    boolean run(Duration atMost, @Nullable String until)
        throws InterruptedException, ExecutionException {
      long end = System.nanoTime() + atMost.toNanos();
      while (System.nanoTime() < end && sent + 2 < MOST) {
        boolean isA = isAllowed(A);
        boolean isB = isAllowed(B);
        // Between the two requests another policy may come into force.
        if (until != null && (until.equals(A) ? isA : isB)) {
          return true;
        }
      }
      return false;
    }

    private boolean isAllowed(String origin) throws InterruptedException, ExecutionException {
      URI base = URI.create("http://localhost/");
      ContainerRequest request =
          new ContainerRequest(
              base, base.resolve("redeployed"), "GET", null, new MapPropertiesDelegate(), null);
      request.header("Origin", origin);
      long begin = System.nanoTime();
      ContainerResponse response = server.apply(request).get();
      micros[sent++] = (int) ((System.nanoTime() - begin) / 1_000);
      String allowed = response.getHeaderString("Access-Control-Allow-Origin");
      List<Object> vary = response.getHeaders().get("Vary");
      boolean isWhole =
          response.getStatus() == 200
              && vary != null
              && vary.contains("Origin")
              && (allowed == null || allowed.equals(origin));
      wrong += isWhole ? 0 : 1;
      return allowed != null;
    }

    @Override
    public String toString() {
      int[] sorted = Arrays.copyOf(micros, sent);
      Arrays.sort(sorted);
      return String.format(
          Locale.ROOT,
          "%,d requests, %d wrong, median %d us, 99.9%% %d us, worst %d us",
          sent,
          wrong,
          sorted[sent / 2],
          sorted[(int) (sent * 0.999)],
          sorted[sent - 1]);
    }
  }
}
