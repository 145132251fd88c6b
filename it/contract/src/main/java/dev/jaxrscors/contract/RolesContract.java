package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import org.junit.jupiter.api.Test;

/** Roles: what a preflight to what they guard meets, and what the page can read of a refusal. */
public abstract class RolesContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @Test
  void a_preflight_to_what_a_role_guards_is_granted_with_authorization() {
    Reply reply = subject().send(Requests.preflight("roles", APP, "GET", "authorization"));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(CorsLines.of(reply))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD", "Content-Type, Authorization"));
  }

  /**
   * Returns the request headers that a method is allowed which everybody may call: none of a token,
   * unless a filter of the application looks at who calls.
   *
   * @return the names
   */
  protected String headersForEverybody() {
    return "Content-Type";
  }

  @Test
  void a_preflight_to_what_everybody_may_call_is_granted_without() {
    Reply reply = subject().send(Requests.preflight("roles/open", APP, "GET"));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(CorsLines.of(reply))
        .isEqualTo(CorsLines.granting(APP, "GET, HEAD", headersForEverybody()));
  }

  @Test
  void a_request_without_the_role_is_refused_where_the_server_reads_the_annotation() {
    Reply reply = subject().send(Requests.get("roles"));

    if (!subject().abilities().contains(Ability.ROLES)) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
      return;
    }
    assertThat(reply.status()).isIn(401, 403);
    if (subject().has(Gap.ROLE)) {
      assertThat(reply.corsFields()).isEmpty();
    } else {
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
    }
  }
}
