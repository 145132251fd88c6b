package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
    Answer answer = subject().send(Requests.from(PARTNER, "GET", "policies/named"));

    assertThat(answer.text()).isEqualTo("named");
    if (subject().has(Gap.CUSTOMIZED)) {
      assertThat(CorsLines.of(answer)).isEmpty();
    } else {
      assertThat(CorsLines.of(answer)).isEqualTo(CorsLines.sharing(PARTNER));
    }
  }

  @Test
  void it_answers_preflights_unless_the_server_stops_scanning() {
    Answer answer = subject().send(Requests.preflight("policies/named", PARTNER, "GET"));

    if (subject().has(Gap.CUSTOMIZED)) {
      assertThat(answer.linesStartingWith("Access-Control-")).isEmpty();
    } else {
      assertThat(answer.status()).isEqualTo(204);
      assertThat(CorsLines.of(answer))
          .isEqualTo(CorsLines.granting(PARTNER, "GET, HEAD", "Content-Type, Authorization"));
    }
  }
}
