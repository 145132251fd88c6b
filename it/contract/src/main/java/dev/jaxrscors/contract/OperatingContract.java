package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.OperatedPolicies.A;
import static dev.jaxrscors.contract.OperatedPolicies.B;
import static dev.jaxrscors.contract.OperatedPolicies.EXPOSED;
import static dev.jaxrscors.contract.OperatedPolicies.OPERATED;
import static dev.jaxrscors.contract.OperatedPolicies.ORIGINS;
import static dev.jaxrscors.contract.OperatedPolicies.server;
import static dev.jaxrscors.contract.OperatedPolicies.variables;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do to a server: switch everything off, and change policies while it runs. */
public abstract class OperatingContract {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerDescriptor descriptor;
  private final OperatedPolicies policies;

  /**
   * Takes the server the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param environments how it is told the environment
   */
  protected OperatingContract(ServerDescriptor descriptor, Environments environments) {
    this.descriptor = descriptor;
    this.policies = new OperatedPolicies(environments);
  }

  /** A server that runs with some variables. */
  abstract static class Running extends RunningServer<ServerProcess> {

    Running(ServerProcess server) {
      super(server);
    }

    Reply send(Request request) {
      return SocketClient.of(server.baseUri(OPERATED)).send(request);
    }

    Reply get(String path, String origin) {
      return send(Requests.from(origin, "GET", path));
    }
  }

  @Nested
  class Off extends Running {

    Off() {
      super(
          server(
              "-off",
              descriptor,
              // A mistake that would stop the deployment.
              variables(
                  "CORS_ENABLED", "false", "CORS_DEFAULT_ORIGINS", "https://app.example.com/path"),
              WarRecipe.operated(OPERATED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock", "feature"})
    void responses_have_nothing_of_ours(String path) {
      for (Request request :
          List.of(
              Requests.from(A, "GET", path),
              Requests.from(Requests.STRANGER, "GET", path),
              Request.of("GET", path))) {
        Reply reply = send(request);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(path);
        assertThat(reply.corsFields()).isEmpty();
        assertThat(reply.elements("Vary")).doesNotContain("Origin");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {A, Requests.STRANGER, "no origin"})
    void preflights_are_the_runtimes(String origin) {
      Reply plain = send(Request.of("OPTIONS", "stock"));
      Reply reply = send(Requests.preflight("stock", origin, "PUT"));
      assertThat(reply.status()).isEqualTo(plain.status()).isNotEqualTo(403);
      assertThat(Set.copyOf(reply.elements("Allow")))
          .isEqualTo(Set.copyOf(plain.elements("Allow")));
      assertThat(reply.corsFields()).isEmpty();
      assertThat(reply.elements("Vary")).doesNotContain("Origin");
    }

    @Test
    void errors_of_no_resource_have_nothing_of_ours() {
      Reply reply = get("nowhere", A);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.corsFields()).isEmpty();
    }

    @Test
    void the_log_says_that_it_is_off_what_is_wrong_and_nothing_of_requests() {
      get("stock", Requests.STRANGER);
      send(Requests.preflight("stock", Requests.STRANGER, "PUT"));
      server.awaitInLog("CORS is switched off: no policy of the application is in force.");
      assertThat(server.log())
          .contains("CORS is switched off, and would stop the deployment if it were on")
          .contains("https://app.example.com/path")
          .doesNotContain("CORS: ", "CORS hint", "CORS request headers derived");
    }
  }

  @Nested
  class Changing extends Running {

    Changing() {
      super(policies.changing("-changing", descriptor));
    }

    private void set(String... keysAndValues) {
      policies.set(server, keysAndValues);
    }

    private void setOrigins(String origin, String exposed, String... more) {
      set(
          Stream.concat(Stream.of(ORIGINS, origin, EXPOSED, exposed), Stream.of(more))
              .toArray(String[]::new));
    }

    private void await(String what, BooleanSupplier done) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!done.getAsBoolean()) {
        assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(end);
      }
    }

    private List<String> lines(String origin) {
      return CorsLines.of(get("stock", origin));
    }

    private void awaitA() {
      setOrigins(A, "X-A");
      await("A is allowed", () -> lines(A).equals(sharing(A, "X-A")));
    }

    private List<String> sharing(String origin, String exposed) {
      return CorsLines.sharing(origin, "Access-Control-Expose-Headers: " + exposed);
    }

    @Test
    void another_policy_is_in_force_soon_and_in_whole() {
      awaitA();
      setOrigins(B, "X-B");
      await("B is allowed", () -> lines(B).equals(sharing(B, "X-B")));
      assertThat(lines(A)).containsExactly(CorsLines.VARY_ORIGIN);
      assertThat(send(Requests.preflight("stock", A, "PUT")).status()).isEqualTo(403);
      assertThat(send(Requests.preflight("stock", B, "PUT")).status()).isEqualTo(204);
    }

    @Test
    void a_mistake_keeps_what_was_before() {
      awaitA();
      setOrigins("https://", "X-B");
      await(
          "the mistake is logged",
          () ->
              lines(A).equals(sharing(A, "X-A"))
                  && server.log().contains("the one before stays in force"));
      for (int i = 0; i < 20; i++) {
        assertThat(lines(A)).isEqualTo(sharing(A, "X-A"));
      }
    }

    @Test
    void everything_is_switched_off_and_on() {
      awaitA();
      setOrigins(A, "X-A", "cors.enabled", "false");
      await("nothing is added", () -> lines(A).isEmpty());
      assertThat(send(Requests.preflight("stock", A, "PUT")).corsFields()).isEmpty();
      setOrigins(A, "X-A", "cors.enabled", "true");
      await("it is on", () -> lines(A).equals(sharing(A, "X-A")));
      assertThat(send(Requests.preflight("stock", A, "PUT")).status()).isEqualTo(204);
    }

    @Test
    void a_policy_that_is_off_is_switched_on() {
      awaitA();
      assertThat(get("feature", B).corsFields()).isEmpty();
      setOrigins(A, "X-A", "operated.feature", B);
      await(
          "the feature is on", () -> CorsLines.of(get("feature", B)).equals(CorsLines.sharing(B)));
      setOrigins(A, "X-A", "operated.feature", "off");
      await("the feature is off", () -> CorsLines.of(get("feature", B)).isEmpty());
    }

    @Test
    void requests_see_one_policy_or_the_other_whatever_is_written_meanwhile()
        throws InterruptedException {
      awaitA();
      AtomicBoolean isOver = new AtomicBoolean();
      AtomicInteger sent = new AtomicInteger();
      AtomicInteger wrong = new AtomicInteger();
      List<Thread> clients =
          IntStream.range(0, 2)
              .mapToObj(
                  i ->
                      new Thread(
                          () -> {
                            while (!isOver.get()) {
                              sent.incrementAndGet();
                              if (!isWhole(lines(i == 0 ? A : B), i == 0 ? A : B)) {
                                wrong.incrementAndGet();
                              }
                            }
                          }))
              .toList();
      clients.forEach(Thread::start);
      int changes = 20;
      for (int change = 0; change < changes; change++) {
        String now = change % 2 == 0 ? B : A;
        set(ORIGINS, "https://");
        setOrigins(now, policies.exposed(now));
        await("change " + change, () -> lines(now).size() == 3);
      }
      isOver.set(true);
      for (Thread client : clients) {
        client.join();
      }
      System.getLogger(OperatingContract.class.getName())
          .log(
              System.Logger.Level.INFO,
              Build.serverName()
                  + ": "
                  + sent
                  + " requests, "
                  + changes
                  + " changes, "
                  + wrong
                  + " wrong");
      assertThat(wrong).hasValue(0);
      assertThat(sent).hasValueGreaterThan(changes);
    }

    private boolean isWhole(List<String> lines, String origin) {
      return lines.equals(List.of(CorsLines.VARY_ORIGIN))
          || lines.equals(sharing(origin, policies.exposed(origin)));
    }
  }
}
