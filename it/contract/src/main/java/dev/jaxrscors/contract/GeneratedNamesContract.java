package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Classes whose author gave them a name as some container gives its proxies: they are what they
 * say, and a policy that narrows the one of their superclass is never passed over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GeneratedNamesContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  /** Names in the style of each container; and a class of which there are real proxies. */
  Stream<String> styles() {
    Stream<String> named =
        Stream.of(
            "subclass",
            "client-proxy",
            "weld-proxy",
            "weld-subclass",
            "owb",
            "openejb",
            "glassfish",
            "spring");
    return subject().abilities().contains(Ability.CDI)
        ? Stream.concat(named, Stream.of("bean"))
        : named;
  }

  @ParameterizedTest
  @MethodSource("styles")
  void a_class_that_narrows_is_not_taken_for_a_proxy_of_its_superclass(String style) {
    String path = "vaults/" + style;
    Answer shared = subject().send(Requests.get(path));
    assertThat(shared.text()).isEqualTo("vault");
    assertThat(CorsLines.of(shared)).containsExactly(CorsLines.VARY_ORIGIN);

    Outcome refused = subject().during(Requests.preflight(path, APP, "DELETE"));
    assertThat(refused.answer().status()).isEqualTo(403);
    assertThat(CorsLines.of(refused.answer())).isEqualTo(CorsLines.refusing());
    assertThat(refused.calls()).isEmpty();
  }

  @Test
  void a_class_keeps_the_policy_that_its_superclass_has_not() {
    Outcome granted = subject().during(Requests.preflight("vaults/scala", APP, "PUT"));
    assertThat(granted.answer().status()).isEqualTo(204);
    assertThat(CorsLines.of(granted.answer()))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD, PUT", "Content-Type, Authorization"));
    assertThat(granted.calls()).isEmpty();
  }
}
