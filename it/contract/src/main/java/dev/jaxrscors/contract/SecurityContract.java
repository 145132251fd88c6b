package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import org.junit.jupiter.api.Test;

/** Security: roles, and the constraints of web.xml. */
public abstract class SecurityContract extends RolesContract {

  @Test
  void a_preflight_to_a_constraint_that_leaves_options_out_is_granted() {
    Reply reply =
        subject().send(Requests.preflight("constrained/omitting", APP, "GET", "authorization"));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(CorsLines.of(reply))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD", "Content-Type, Authorization"));
  }

  @Test
  void a_preflight_to_any_other_constraint_is_answered_by_the_server() {
    Reply reply = subject().send(Requests.preflight("constrained/everything", APP, "GET"));

    verifyConstrained(reply);
  }

  @Test
  void an_anonymous_request_to_a_constraint_is_answered_by_the_server() {
    verifyConstrained(subject().send(Requests.get("constrained/omitting")));
  }

  /** Shows that the constraints are there at all: the library has no part in such an answer. */
  private void verifyConstrained(Reply reply) {
    if (subject().abilities().contains(Ability.CONSTRAINTS)) {
      assertThat(reply.status()).isIn(401, 403);
      assertThat(reply.corsFields()).isEmpty();
    } else {
      assertThat(reply.status()).isIn(200, 204);
    }
  }
}
