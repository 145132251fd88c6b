package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Redeployer;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.contract.redeployed.RedeployedApplication;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * An application is replaced while its server runs, again and again, {@code -Dsoak.redeployments}
 * times, fifty unless it is said: each deployment is right, and none of those that are gone is held
 * back.
 */
@Tag("soak")
public abstract class RedeploymentContract {

  private static final String REDEPLOYED = "redeployed";
  private static final String BESIDE = "beside";
  private static final String A = "https://a.example";
  private static final String B = "https://b.example";

  /** The one that runs, and the last one before it: caches of the JDK and of servers keep one. */
  private static final long LOADERS = 2;

  /** Servers tidy up behind an application in the background. */
  private static final Duration TO_TIDY_UP = Duration.ofSeconds(60);

  /** The machine may have other things to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final int redeployments = Integer.getInteger("soak.redeployments", 50);

  private final ServerDescriptor descriptor;
  private final Redeployer redeployer;

  /**
   * Takes the server the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param redeployer how it is told to replace an application
   */
  protected RedeploymentContract(ServerDescriptor descriptor, Redeployer redeployer) {
    this.descriptor = descriptor;
    this.redeployer = redeployer;
  }

  @Test
  void no_deployment_holds_the_one_before_it_back(TestInfo test) throws InterruptedException {
    WarRecipe own = WarRecipe.redeployed(REDEPLOYED).libraries(Build.warLibraries());
    WarRecipe beside = WarRecipe.redeployed(BESIDE).libraries(Build.warLibraries());
    verifyRedeployments(
        test, ServerProcess.of(name(""), descriptor, own, beside).waiting(PATIENCE), own);
  }

  /**
   * Verifies the same of a server that has the library itself, where one application has a copy of
   * its own too.
   *
   * @param test the test that does it
   * @param withLibraries how the server is launched, with what {@link Build#warLibraries} names
   * @throws InterruptedException if somebody wants the test to end
   */
  protected final void verifyWithServersOwn(TestInfo test, ServerDescriptor withLibraries)
      throws InterruptedException {
    WarRecipe none = WarRecipe.redeployed(REDEPLOYED);
    WarRecipe beside = WarRecipe.redeployed(BESIDE).libraries(Build.warLibraries());
    verifyRedeployments(
        test,
        ServerProcess.of(name("-shared"), withLibraries, none, beside).waiting(PATIENCE),
        none);
  }

  /** Replaces one of two applications, both of which have to be right at any time. */
  private void verifyRedeployments(TestInfo test, ServerProcess server, WarRecipe redeployed)
      throws InterruptedException {
    server.start();
    try {
      verifyAnswers(server.baseUri(REDEPLOYED));
      verifyAnswers(server.baseUri(BESIDE));
      for (int count = 0; count < redeployments; count++) {
        server.redeploy(redeployed, redeployer);
        verifyAnswers(server.baseUri(REDEPLOYED));
        verifyAnswers(server.baseUri(BESIDE));
      }
      long loaders = loadersLeft(server);
      report(test, server, loaders);
      assertThat(loaders).isBetween(1L, LOADERS);
    } finally {
      server.stop();
    }
  }

  /** Two copies of the library, or one for both: neither knows of the other. */
  private static void verifyAnswers(URI application) {
    SocketClient client = SocketClient.of(application);
    for (String origin : new String[] {A, B}) {
      assertThat(CorsLines.of(client.send(Requests.from(origin, "GET", "redeployed"))))
          .isEqualTo(CorsLines.sharing(origin));
      assertThat(CorsLines.of(client.send(Requests.preflight("redeployed", origin, "PUT"))))
          .isEqualTo(CorsLines.granting(origin, "GET, HEAD, PUT", "Content-Type"));
    }
    assertThat(CorsLines.of(client.send(Requests.from(A, "GET", "redeployed/item"))))
        .isEqualTo(CorsLines.sharing(A));
    assertThat(CorsLines.of(client.send(Requests.from(B, "GET", "redeployed/item"))))
        .containsExactly(CorsLines.VARY_ORIGIN);
    Request stranger = Requests.preflight("redeployed", Requests.STRANGER, "PUT");
    assertThat(CorsLines.of(client.send(stranger))).isEqualTo(CorsLines.refusing());
  }

  /** Returns how many loaders of the application that was replaced are left. */
  private static long loadersLeft(ServerProcess server) throws InterruptedException {
    long end = System.nanoTime() + TO_TIDY_UP.toNanos();
    long left = loaders(server);
    while (left > LOADERS && System.nanoTime() < end) {
      Thread.sleep(1_000);
      left = loaders(server);
    }
    return left;
  }

  /** Not counted: the application that is beside it, and stays. */
  private static long loaders(ServerProcess server) {
    return server.jvm().loadersOf(RedeployedApplication.Marker.class.getName()) - 1;
  }

  private static String name(String layout) {
    return Build.serverName() + "-redeployed" + layout;
  }

  private void report(TestInfo test, ServerProcess server, long loaders) {
    String figures =
        String.format(
            Locale.ROOT,
            "%s, %s: %d redeployments, %d class loaders left, with the one that runs; live heap"
                + " %.1f MB; %d threads",
            Build.serverName(),
            test.getDisplayName(),
            redeployments,
            loaders,
            server.jvm().liveBytes() / 1e6,
            server.jvm().threads());
    System.getLogger(RedeploymentContract.class.getName()).log(System.Logger.Level.INFO, figures);
  }
}
