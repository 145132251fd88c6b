package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Resources that inherit their paths from an interface or a superclass: RESTEasy then names that
 * type as the resource class, and it is the policy of the class itself that counts.
 */
public abstract class InheritedPathContract {

  private static final String NARROW = "https://narrow.example.com";
  private static final String WIDE = "https://wide.example.com";

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @ParameterizedTest
  @ValueSource(strings = {"rentals", "returns"})
  void a_response_has_the_policy_of_the_class_that_inherits_its_path(String path) {
    Reply granted = subject().send(Requests.from(NARROW, "GET", path));
    assertThat(granted.text()).isEqualTo(path);
    assertThat(CorsLines.of(granted)).isEqualTo(CorsLines.sharing(NARROW));

    assertThat(CorsLines.of(subject().send(Requests.from(WIDE, "GET", path))))
        .containsExactly(CorsLines.VARY_ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rentals", "returns"})
  void a_preflight_has_the_policy_of_the_class_that_inherits_its_path(String path) {
    Outcome granted = subject().during(Requests.preflight(path, NARROW, "PUT"));
    assertThat(granted.reply().status()).isEqualTo(204);
    assertThat(CorsLines.of(granted.reply()))
        .isEqualTo(CorsLines.granting(NARROW, "GET, HEAD, PUT", "Content-Type"));
    assertThat(granted.calls()).isEmpty();

    Reply refused = subject().send(Requests.preflight(path, WIDE, "PUT"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(CorsLines.of(refused)).isEqualTo(CorsLines.refusing());
  }
}
