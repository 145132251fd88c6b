package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static dev.jaxrscors.contract.Requests.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application whose resources agree on origins: its errors of no resource are shared alike. */
public abstract class AgreeingContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @ParameterizedTest
  @CsvSource({
    "GET, nowhere, text/plain, 404",
    "GET, prices/nowhere, text/plain, 404",
    "GET, prices/gone, text/plain, 404",
    "DELETE, prices, text/plain, 405",
    "GET, prices, image/png, 406"
  })
  void an_error_of_no_resource_is_shared(String method, String path, String accept, int status) {
    Reply shared = subject().send(Requests.from(APP, method, path).with("Accept", accept));
    assertThat(shared.status()).isEqualTo(status);
    assertThat(CorsLines.of(shared)).isEqualTo(CorsLines.sharing(APP));

    Reply withheld = subject().send(Requests.from(STRANGER, method, path).with("Accept", accept));
    assertThat(withheld.status()).isEqualTo(status);
    assertThat(CorsLines.of(withheld)).containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void a_preflight_to_what_is_not_there_is_granted_nothing() {
    Reply reply = subject().send(Requests.preflight("nowhere", APP, "GET"));
    assertThat(reply.status()).isEqualTo(404);
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.refusing());
  }
}
