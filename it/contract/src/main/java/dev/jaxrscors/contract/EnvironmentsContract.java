package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.ProblemKind;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same WARs in two environments of a server, which differ in configuration alone: the origins
 * are those of the environment, and production does not take what was left from development.
 */
public abstract class EnvironmentsContract {

  private static final String CONFIGURED = "configured";
  private static final String FORGOTTEN = "forgotten";
  private static final String PREVIEW_PAGE = "http://localhost:5000";
  private static final String MISTAKE =
      "Preview, " + ProblemKind.LOOPBACK_IN_PRODUCTION.of(PREVIEW_PAGE).describe();

  private final ServerDescriptor descriptor;
  private final Environments environments;

  /**
   * Takes the server the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param environments how it is told the environment
   */
  protected EnvironmentsContract(ServerDescriptor descriptor, Environments environments) {
    this.descriptor = descriptor;
    this.environments = environments;
  }

  private static WarRecipe configured() {
    return WarRecipe.configured(CONFIGURED).libraries(Build.warLibraries());
  }

  private static WarRecipe forgotten() {
    return WarRecipe.forgotten(FORGOTTEN).libraries(Build.warLibraries());
  }

  /** One environment, and the start of the server in it. */
  abstract static class InEnvironment extends RunningServer<ServerProcess> {

    InEnvironment(ServerProcess server) {
      super(server);
    }

    Reply send(String application, Request request) {
      return SocketClient.of(server.baseUri(application)).send(request);
    }

    void assertAllowed(String path, String origin) {
      Reply reply = send(CONFIGURED, Requests.from(origin, "GET", path));
      assertThat(reply.text()).isEqualTo(path);
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(origin));
    }

    void assertWithheld(String path, String origin) {
      Reply reply = send(CONFIGURED, Requests.from(origin, "GET", path));
      assertThat(reply.text()).isEqualTo(path);
      assertThat(CorsLines.of(reply)).containsExactly(CorsLines.VARY_ORIGIN);
    }

    void assertNoFalseHint() {
      assertThat(server.log())
          .contains("CORS hint: ")
          .doesNotContain(HintKind.UNUSED_POLICY.of("shop").text().finding());
    }

    void assertPreflightGranted(String origin) {
      Reply reply = send(CONFIGURED, Requests.preflight("shop", origin, "PUT"));
      assertThat(reply.status()).isEqualTo(204);
      assertThat(CorsLines.of(reply))
          .isEqualTo(CorsLines.granting(origin, "GET, HEAD, PUT", "Content-Type"));
    }

    void assertPreflightRefused(String origin) {
      Reply reply = send(CONFIGURED, Requests.preflight("shop", origin, "PUT"));
      assertThat(reply.status()).isEqualTo(403);
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.refusing());
    }
  }

  @Nested
  class Development extends InEnvironment {

    Development() {
      super(
          ServerProcess.of(
              Build.serverName() + "-dev",
              descriptor.with(environments.development()),
              configured(),
              forgotten()));
    }

    @ParameterizedTest
    @CsvSource({"shop, http://localhost:3000", "partner, http://localhost:4000"})
    void the_pages_of_developers_are_allowed(String path, String origin) {
      assertAllowed(path, origin);
    }

    @ParameterizedTest
    @CsvSource({
      "shop, https://shop.example",
      "shop, http://localhost:4000",
      "partner, https://partner.example",
      "partner, http://localhost:3000",
    })
    void other_pages_are_not_and_those_of_production_neither(String path, String origin) {
      assertWithheld(path, origin);
    }

    @Test
    void preflights_are_answered_likewise() {
      assertPreflightGranted("http://localhost:3000");
      assertPreflightRefused("https://shop.example");
    }

    @Test
    void a_policy_of_configuration_that_an_annotation_names_is_not_said_to_have_no_effect() {
      assertNoFalseHint();
    }

    @Test
    void a_default_on_loopback_is_no_mistake() {
      Reply reply = send(FORGOTTEN, Requests.from(PREVIEW_PAGE, "GET", "preview"));
      assertThat(reply.text()).isEqualTo("preview");
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(PREVIEW_PAGE));
      assertThat(server.log()).doesNotContain(MISTAKE);
    }
  }

  @Nested
  class Production extends InEnvironment {

    Production() {
      super(
          ServerProcess.of(
              Build.serverName() + "-prod",
              descriptor.with(environments.production()).deploying(forgotten()),
              configured()));
    }

    @ParameterizedTest
    @CsvSource({"shop, https://shop.example", "partner, https://partner.example"})
    void the_pages_of_customers_are_allowed(String path, String origin) {
      assertAllowed(path, origin);
    }

    @ParameterizedTest
    @CsvSource({
      "shop, http://localhost:3000",
      "shop, https://partner.example",
      "partner, http://localhost:4000",
      "partner, https://shop.example",
    })
    void other_pages_are_not_and_those_of_developers_neither(String path, String origin) {
      assertWithheld(path, origin);
    }

    @Test
    void preflights_are_answered_likewise() {
      assertPreflightGranted("https://shop.example");
      assertPreflightRefused("http://localhost:3000");
    }

    @Test
    void a_policy_of_configuration_that_an_annotation_names_is_not_said_to_have_no_effect() {
      assertNoFalseHint();
    }

    @Test
    void a_default_on_loopback_fails_the_deployment_and_the_log_says_why() {
      // Some servers look at an application when it is first asked.
      Reply reply = send(FORGOTTEN, Requests.from(PREVIEW_PAGE, "GET", "preview"));

      server.awaitInLog(MISTAKE);
      assertThat(reply.status()).isNotEqualTo(200);
      assertThat(reply.corsFields()).isEmpty();
    }
  }
}
