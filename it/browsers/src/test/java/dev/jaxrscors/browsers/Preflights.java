package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that browsers ask about first: what is granted, what is refused, what is remembered. */
interface Preflights extends Scene {

  String PUT =
      """
      {method: 'PUT', headers: {'Content-Type': 'application/json', 'X-Api-Key': 'demo-key'},
       body: '{"item":"cocoa","quantity":3}'}""";

  String DELETE = "{method: 'DELETE'}";

  /** Reports whether the engine keeps nothing of an answer that lacked what was asked for. */
  default boolean asksAgainForLess() {
    return true;
  }

  @ParameterizedTest
  @EnumSource
  default void a_put_with_json_and_a_header_is_granted_to_the_friend_alone(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.ask("/orders/1", PUT).status()).isEqualTo(204);
    assertThat(friend.recorded()).containsExactly("OPTIONS 204", "PUT 204");
    assertThat(friend.recorded("Access-Control-Request-Headers"))
        .containsExactly("content-type,x-api-key", "-");
    Tab stranger = stranger(scheme);
    assertThat(stranger.ask("/orders/1", PUT)).isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.recorded()).containsExactly("OPTIONS 403");
  }

  @ParameterizedTest
  @EnumSource
  default void a_header_that_is_not_declared_the_browser_refuses(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.ask("/orders/1", "{headers: {'X-Trace': '7'}}")).isEqualTo(Fetched.WITHHELD);
    assertThat(friend.recorded()).containsExactly("OPTIONS 204");
    assertThat(friend.ask("/orders/1", PUT).status()).isEqualTo(204);
    if (asksAgainForLess()) {
      assertThat(friend.recorded()).containsExactly("OPTIONS 204", "OPTIONS 204", "PUT 204");
    } else {
      assertThat(friend.recorded()).containsExactly("OPTIONS 204", "PUT 204");
    }
  }

  @ParameterizedTest
  @EnumSource
  default void a_method_that_the_policy_leaves_out_the_browser_refuses(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.ask("/prices", "{method: 'PATCH', body: 'tea 0.01'}"))
        .isEqualTo(Fetched.WITHHELD);
    assertThat(friend.recorded()).containsExactly("OPTIONS 204");
    Tab stranger = stranger(scheme);
    assertThat(stranger.ask("/prices", "{method: 'PATCH', body: 'tea 0.01'}"))
        .isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.recorded()).containsExactly("OPTIONS 403");
  }

  @ParameterizedTest
  @EnumSource
  default void a_body_of_another_type_is_a_415_that_the_friend_can_read(Scheme scheme) {
    Tab friend = friend(scheme);
    String put = "{method: 'PUT', headers: {'X-Api-Key': 'demo-key'}, body: 'tea'}";
    assertThat(friend.ask("/orders/1", put).status()).isEqualTo(415);
    assertThat(friend.recorded()).containsExactly("OPTIONS 204", "PUT 415");
  }

  @ParameterizedTest
  @EnumSource
  default void a_bearer_token_is_sent_after_a_preflight_without_it(Scheme scheme) {
    String token = "{headers: {Authorization: 'Bearer demo-token'}}";
    Tab friend = friend(scheme);
    assertThat(friend.ask("/account", token).body()).isEqualTo("Ada");
    assertThat(friend.recorded()).containsExactly("OPTIONS 204", "GET 200");
    assertThat(friend.recorded("Authorization")).containsExactly("-", "Bearer demo-token");
    assertThat(friend.ask("/account").status()).isEqualTo(401);
    Tab stranger = stranger(scheme);
    assertThat(stranger.ask("/account", token)).isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.recorded()).containsExactly("OPTIONS 403");
  }

  @ParameterizedTest
  @EnumSource
  default void a_method_that_is_narrowed_away_is_refused(Scheme scheme) {
    for (Tab tab : new Tab[] {friend(scheme), stranger(scheme)}) {
      assertThat(tab.ask("/orders/1", DELETE)).isEqualTo(Fetched.WITHHELD);
      assertThat(tab.recorded()).containsExactly("OPTIONS 403");
    }
  }

  @ParameterizedTest
  @EnumSource
  default void it_is_refused_right_after_a_put_whose_preflight_is_remembered(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.ask("/orders/1", PUT).status()).isEqualTo(204);
    assertThat(friend.ask("/orders/1", DELETE)).isEqualTo(Fetched.WITHHELD);
    assertThat(friend.recorded()).containsExactly("OPTIONS 204", "PUT 204", "OPTIONS 403");
  }

  @ParameterizedTest
  @EnumSource
  default void ten_puts_cost_one_preflight(Scheme scheme) {
    Tab friend = friend(scheme);
    JsonNode statuses =
        friend.run(
            """
            const statuses = [];
            for (let i = 0; i < 10; i++) {
              statuses.push((await ask("/orders/1", %s)).status);
            }
            return statuses;"""
                .formatted(PUT));
    assertThat(statuses)
        .hasSize(10)
        .allSatisfy(status -> assertThat(status.asInt()).isEqualTo(204));
    assertThat(friend.recorded()).hasSize(11).filteredOn("OPTIONS 204"::equals).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  default void the_next_method_and_header_that_were_listed_cost_no_preflight(Scheme scheme) {
    Tab friend = friend(scheme);
    friend.ask("/shops/1/review", "{method: 'PUT', body: 'Fine.'}");
    friend.ask("/shops/1/review", DELETE);
    friend.ask("/shops/1/review", "{method: 'PUT', headers: {'Content-Type': 'text/html'}}");
    assertThat(friend.recorded())
        .containsExactly("OPTIONS 204", "PUT 204", "DELETE 204", "PUT 415");
  }
}
