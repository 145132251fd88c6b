package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Security: what a preflight meets, and what the page can read of a refusal. */
public abstract class SecurityContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @Test
  void a_preflight_to_what_a_role_guards_is_granted_with_authorization() {
    Answer answer = subject().send(Requests.preflight("roles", APP, "GET", "authorization"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(CorsLines.of(answer))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD", "Content-Type, Authorization"));
  }

  @Test
  void a_preflight_to_what_everybody_may_call_is_granted_without() {
    Answer answer = subject().send(Requests.preflight("roles/open", APP, "GET"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(CorsLines.of(answer))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD", "Content-Type"));
  }

  @Test
  void a_request_without_the_role_is_refused_where_the_server_reads_the_annotation() {
    Answer answer = subject().send(Requests.get("roles"));

    if (!subject().abilities().contains(Ability.ROLES)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(CorsLines.of(answer)).isEqualTo(CorsLines.sharing(APP));
      return;
    }
    assertThat(answer.status()).isIn(401, 403);
    if (subject().has(Gap.ROLE)) {
      assertThat(answer.linesStartingWith("Access-Control-")).isEmpty();
    } else {
      assertThat(CorsLines.of(answer)).isEqualTo(CorsLines.sharing(APP));
    }
  }

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
