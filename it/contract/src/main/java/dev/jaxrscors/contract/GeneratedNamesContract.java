package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Classes whose author gave them a name as some container gives its proxies: they are what they
 * say, and a policy that narrows the one of their superclass is never passed over.
 */
public abstract class GeneratedNamesContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subclass",
        "client-proxy",
        "weld-proxy",
        "weld-subclass",
        "owb",
        "openejb",
        "glassfish",
        "spring"
      })
  void a_class_that_narrows_is_not_taken_for_a_proxy_of_its_superclass(String style) {
    verifyClosed("vaults/" + style);
  }

  @Test
  void nor_is_one_of_which_there_are_real_proxies() {
    assumeTrue(subject().abilities().contains(Ability.CDI));
    verifyClosed("vaults/bean");
  }

  private void verifyClosed(String path) {
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
