package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static dev.jaxrscors.contract.Requests.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Field;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actual requests: what the page may read, and that the resource ran once. */
public abstract class ActualContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @ParameterizedTest
  @CsvSource({
    "GET, targets, https://app.example.com, 200, Targets.get",
    "HEAD, targets, https://app.example.com, 200, Targets.get",
    "GET, targets/17, https://app.example.com, 200, Targets.regex",
    "HEAD, targets/head, https://app.example.com, 200, Targets.head",
    "PROPFIND, targets/propfind, https://app.example.com, 200, Targets.propfind",
    "GET, targets/odd, https://app.example.com, 200, Targets.odd",
    "GET, targets/stream, https://app.example.com, 200, Targets.stream",
    "GET, targets/unmodified, https://app.example.com, 304, Targets.unmodified",
    "GET, shops/typed/1, https://app.example.com, 200, Item.get",
    "GET, shops/class/1, https://app.example.com, 200, Item.get",
    "GET, shops/object/1, https://app.example.com, 200, Item.get",
    "GET, shops/own/1, https://items.example.com, 200, OwnItem.get",
    "GET, shops/shelf/item, https://app.example.com, 200, Item.get",
    "GET, inheriting, https://base.example.com, 200, Inheriting.get",
    "DELETE, inheriting, https://delete.example.com, 200, Inheriting.delete",
    "GET, policies/named, https://partner.example.com, 200, Policies.named",
    "POST, policies/rejecting, https://app.example.com, 200, Policies.rejecting"
  })
  void is_served_once_and_shared_with_the_origin_alone(
      String method, String path, String origin, int status, String called) {
    Outcome outcome = subject().during(Requests.from(origin, method, path));

    assertThat(outcome.reply().status()).isEqualTo(status);
    assertThat(CorsLines.of(outcome.reply())).isEqualTo(CorsLines.sharing(origin));
    assertThat(outcome.calls()).containsExactly(called + " 1", "authentication 1");

    Outcome strange = subject().during(Requests.from(STRANGER, method, path));
    assertThat(CorsLines.of(strange.reply())).containsExactly(CorsLines.VARY_ORIGIN);

    Reply plain = subject().send(Request.of(method, path));
    assertThat(CorsLines.of(plain)).containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void options_of_the_application_itself_are_shared_too_and_not_for_all_caches() {
    Reply reply = subject().send(Requests.from(APP, "OPTIONS", "targets/options"));

    assertThat(reply.text()).isEqualTo("options");
    assertThat(CorsLines.of(reply))
        .containsExactly("Access-Control-Allow-Origin: " + APP, CorsLines.VARY_PREFLIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "stage", "events"})
  void that_is_answered_later_is_shared(String path) {
    Outcome outcome = subject().during(Requests.get("targets/" + path));

    if (subject().has(Gap.ASYNCHRONOUS)) {
      assertThat(outcome.reply().status()).isEqualTo(500);
      return;
    }
    assertThat(outcome.reply().status()).isEqualTo(200);
    assertThat(CorsLines.of(outcome.reply())).isEqualTo(CorsLines.sharing(APP));
    assertThat(outcome.calls()).containsExactly("Targets." + path + " 1", "authentication 1");
    assertThat(CorsLines.of(subject().send(Requests.from(STRANGER, "GET", "targets/" + path))))
        .containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void reads_its_body_once() {
    Outcome outcome =
        subject()
            .during(
                Requests.from(APP, "PUT", "targets/counted")
                    .with("X-Trace", "1")
                    .carrying("application/x-counted", "one"));

    assertThat(outcome.reply().status()).isEqualTo(200);
    assertThat(outcome.reply().text()).isEqualTo("counted");
    assertThat(CorsLines.of(outcome.reply())).isEqualTo(CorsLines.sharing(APP));
    assertThat(outcome.calls())
        .containsExactly("Targets.counted 1", "authentication 1", "reader 1");
  }

  @Test
  void to_a_method_of_an_interface_is_shared() {
    Reply reply =
        subject()
            .send(
                Requests.from("https://store.example.com", "PUT", "implementing")
                    .carrying("text/plain", "one"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("stored");
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing("https://store.example.com"));
  }

  @Test
  void with_credentials_says_so_and_what_may_be_read() {
    Reply reply = subject().send(Requests.get("orders"));

    assertThat(reply.text()).isEqualTo("orders");
    assertThat(CorsLines.of(reply))
        .isEqualTo(
            CorsLines.sharing(
                APP,
                "Access-Control-Allow-Credentials: true",
                "Access-Control-Expose-Headers: X-Total"));
  }

  @Test
  void from_a_refused_origin_runs_all_the_same_and_is_not_shared() {
    Outcome outcome = subject().during(Requests.from(STRANGER, "GET", "orders"));

    assertThat(outcome.reply().status()).isEqualTo(200);
    assertThat(CorsLines.of(outcome.reply())).containsExactly(CorsLines.VARY_ORIGIN);
    assertThat(outcome.calls()).containsExactly("Orders.list 1", "authentication 1");
  }

  @Test
  void from_a_refused_origin_is_rejected_where_the_policy_says_so() {
    Outcome outcome = subject().during(Requests.from(STRANGER, "POST", "policies/rejecting"));

    assertThat(outcome.reply().status()).isEqualTo(403);
    assertThat(outcome.reply().text())
        .isEqualTo(
            "{\"error\":\"CORS_NOT_ALLOWED\","
                + "\"message\":\"Origin not permitted by CORS policy\"}");
    assertThat(CorsLines.of(outcome.reply())).containsExactly(CorsLines.VARY_ORIGIN);
    assertThat(outcome.calls()).isEmpty();
  }

  @Test
  void from_a_page_of_the_server_itself_is_never_rejected() {
    String own = "http://" + subject().baseUri().getAuthority();

    Reply reply = subject().send(Requests.from(own, "POST", "policies/rejecting"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("rejecting");
    assertThat(CorsLines.of(reply)).containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void which_a_browser_calls_same_origin_is_never_rejected() {
    Reply reply =
        subject()
            .send(
                Requests.from(STRANGER, "POST", "policies/rejecting")
                    .with("Sec-Fetch-Site", "same-origin"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(CorsLines.of(reply)).containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void to_a_public_resource_is_the_same_for_all() {
    List<String> everybody =
        List.of("Access-Control-Allow-Origin: *", "Access-Control-Expose-Headers: ETag");

    assertThat(CorsLines.of(subject().send(Requests.from(STRANGER, "GET", "policies/public"))))
        .isEqualTo(everybody);
    assertThat(CorsLines.of(subject().send(Request.of("GET", "policies/public"))))
        .isEqualTo(everybody);
  }

  @Test
  void replaces_the_headers_of_another_layer_and_keeps_its_vary() {
    Reply reply = subject().send(Requests.get("targets/foreign"));

    assertThat(reply.corsFields()).extracting(Field::value).containsExactly(APP);
    assertThat(CorsLines.of(reply))
        .containsExactly("Access-Control-Allow-Origin: " + APP, "Vary: Accept, Origin");
  }

  @Test
  void to_an_ungoverned_resource_is_left_alone() {
    Reply reply = subject().send(Requests.get("ping"));

    assertThat(reply.text()).isEqualTo("pong");
    assertThat(CorsLines.of(reply)).isEmpty();
  }

  @Test
  void asks_a_source_of_origins_once() {
    Outcome outcome =
        subject().during(Requests.from("https://tenant.example.com", "GET", "policies/asking"));

    assertThat(CorsLines.of(outcome.reply()))
        .isEqualTo(CorsLines.sharing("https://tenant.example.com"));
    assertThat(outcome.calls())
        .containsExactly("Policies.asking 1", "authentication 1", "source 1");
  }

  @Test
  void with_a_malformed_origin_is_served_and_not_shared() {
    Reply reply = subject().send(Requests.from("https://app.example.com:", "GET", "orders"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(CorsLines.of(reply)).containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void with_two_origins_is_served_and_not_shared() {
    Reply reply = subject().send(Requests.get("orders").with("Origin", APP));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(CorsLines.of(reply)).containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void to_beans_is_shared() {
    List<String> beans =
        List.of("beans/request", "beans/application", "beans/session").stream()
            .filter(path -> subject().abilities().contains(abilityOf(path)))
            .toList();

    assertThat(beans)
        .allSatisfy(
            path -> {
              Outcome outcome = subject().during(Requests.get(path));
              assertThat(outcome.reply().text()).isEqualTo(path);
              assertThat(CorsLines.of(outcome.reply())).isEqualTo(CorsLines.sharing(APP));
              assertThat(outcome.calls())
                  .containsExactlyInAnyOrder(path + " 1", "authentication 1");
            });
  }

  private static Ability abilityOf(String path) {
    return path.equals("beans/session") ? Ability.EJB : Ability.CDI;
  }
}
