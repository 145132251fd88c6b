package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Security: roles, and the constraints of web.xml. */
public abstract class SecurityContract extends RolesContract {

  @Test
  void a_preflight_to_a_constraint_that_leaves_options_out_is_granted() {
    Answer answer =
        subject().send(Requests.preflight("constrained/omitting", APP, "GET", "authorization"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(CorsLines.of(answer))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD", "Content-Type, Authorization"));
  }

  @Test
  void a_preflight_to_any_other_constraint_is_answered_by_the_server() {
    Answer answer = subject().send(Requests.preflight("constrained/everything", APP, "GET"));

    verifyConstrained(answer);
  }

  @Test
  void an_anonymous_request_to_a_constraint_is_answered_by_the_server() {
    verifyConstrained(subject().send(Requests.get("constrained/omitting")));
  }

  /** Shows that the constraints are there at all: the library has no part in such an answer. */
  private void verifyConstrained(Answer answer) {
    if (subject().abilities().contains(Ability.CONSTRAINTS)) {
      assertThat(answer.status()).isIn(401, 403);
      assertThat(answer.linesStartingWith("Access-Control-")).isEmpty();
    } else {
      assertThat(answer.status()).isIn(200, 204);
    }
  }
}
