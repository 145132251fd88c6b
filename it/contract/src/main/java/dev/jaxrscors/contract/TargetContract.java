package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule is told of the path, and what is read on the way to a sub-resource. */
public abstract class TargetContract {

  private static final String TOLD = "https://told.example:";

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @ParameterizedTest
  @CsvSource({
    "told/blue, /told/{shop}",
    "told/blue/items/7/leaf/8, '/told/{shop}/items/{key}/leaf/{id: [0-9]+}'"
  })
  void a_rule_is_told_the_whole_template(String path, String template) {
    String page = TOLD + template.length();

    assertThat(CorsLines.of(subject().send(Requests.from(page, "GET", path))))
        .isEqualTo(CorsLines.sharing(page));
    assertThat(subject().send(Requests.preflight(path, page, "GET")).status()).isEqualTo(204);
    assertThat(subject().send(Requests.preflight(path, STRANGER, "GET")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, realms/blue, request-blue-none-none",
    "GET, realms/bl%75e;v=1, request-blue-none-none",
    "GET, realms/blue/keys/7, request-blue-7-none",
    "GET, realms/blue/keys/%37;v=1;w, request-blue-7-none",
    "PUT, realms/blue, request-blue-none-none"
  })
  void a_rule_can_find_out_what_is_in_the_path(String method, String path, String host) {
    String page = "https://" + host + ".example";
    assertThat(CorsLines.of(subject().send(Requests.from(page, method, path))))
        .contains("Access-Control-Allow-Origin: " + page);
    assertThat(CorsLines.of(subject().send(Requests.from(STRANGER, method, path))))
        .containsExactly("Vary: Origin, X-Edition");
    String asks = "https://" + host.replace("request", "preflight") + ".example";
    assertThat(subject().send(Requests.preflight(path, asks, method)).status()).isEqualTo(204);
    assertThat(subject().send(Requests.preflight(path, page, method)).status()).isEqualTo(403);
  }

  @Test
  void what_it_looks_at_among_the_headers_is_in_vary() {
    String page = "https://request-blue-none-first.example";
    Reply granted =
        subject().send(Requests.from(page, "GET", "realms/blue").with("X-Edition", "first"));
    assertThat(CorsLines.of(granted))
        .containsExactly("Access-Control-Allow-Origin: " + page, "Vary: Origin, X-Edition");
    assertThat(CorsLines.of(subject().send(Request.of("GET", "realms/blue"))))
        .containsExactly("Vary: Origin, X-Edition");
  }

  @Test
  void headers_of_the_locator_and_of_a_bean_are_allowed() {
    String page = TOLD + "/told/{shop}/items/{key}/leaf/{id: [0-9]+}".length();
    Reply granted =
        subject()
            .send(Requests.preflight("told/blue/items/7/leaf/8", page, "GET", "x-page,x-tenant"));

    assertThat(granted.status()).isEqualTo(204);
    assertThat(CorsLines.of(granted))
        .isEqualTo(
            CorsLines.granting(page, "GET, HEAD", "Content-Type, Authorization, X-Page, X-Tenant"));
  }
}
