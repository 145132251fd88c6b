package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import org.junit.jupiter.api.Test;

/** An application that lists nothing, and has a setup that is a property. */
public abstract class CustomizedContract {

  private static final String PARTNER = "https://partner.example.com";

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @Test
  void it_finds_the_feature_and_the_setup_unless_the_server_stops_scanning() {
    Reply reply = subject().send(Requests.from(PARTNER, "GET", "policies/named"));

    assertThat(reply.text()).isEqualTo("named");
    if (subject().has(Gap.CUSTOMIZED)) {
      assertThat(CorsLines.of(reply)).isEmpty();
    } else {
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(PARTNER));
    }
  }

  @Test
  void it_answers_preflights_unless_the_server_stops_scanning() {
    Reply reply = subject().send(Requests.preflight("policies/named", PARTNER, "GET"));

    if (subject().has(Gap.CUSTOMIZED)) {
      assertThat(reply.corsFields()).isEmpty();
    } else {
      assertThat(reply.status()).isEqualTo(204);
      assertThat(CorsLines.of(reply))
          .isEqualTo(CorsLines.granting(PARTNER, "GET, HEAD", "Content-Type, Authorization"));
    }
  }
}
