package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that need no preflight: which pages may read what of the response. */
interface Reading extends Scene {

  @ParameterizedTest
  @EnumSource
  default void a_simple_get_is_read_by_the_friend_alone(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.ask("/orders").body()).contains("\"item\":");
    assertThat(friend.recorded()).containsExactly("GET 200");
    Tab stranger = stranger(scheme);
    assertThat(stranger.ask("/orders")).isEqualTo(Fetched.WITHHELD);
    // The browser asked, and the shop answered: only the page does not learn it.
    assertThat(stranger.recorded()).containsExactly("GET 200");
  }

  @ParameterizedTest
  @EnumSource
  default void what_is_public_is_read_by_everybody_but_not_with_credentials(Scheme scheme) {
    for (Tab tab : new Tab[] {friend(scheme), stranger(scheme)}) {
      assertThat(tab.ask("/catalogue").body()).contains("cocoa");
      assertThat(tab.ask("/catalogue", "{credentials: 'include'}")).isEqualTo(Fetched.WITHHELD);
    }
  }

  @ParameterizedTest
  @EnumSource
  default void exposed_headers_are_readable_and_others_hidden(Scheme scheme) {
    assertThat(friend(scheme).ask("/orders/1").headers())
        .containsKeys("etag", "content-type", "content-length")
        .doesNotContainKeys("vary", "access-control-allow-origin", "set-cookie");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP, 400", "HTTP, 401", "HTTP, 404", "HTTP, 415", "HTTP, 500",
    "HTTPS, 400", "HTTPS, 401", "HTTPS, 404", "HTTPS, 415", "HTTPS, 500"
  })
  default void errors_are_read_with_their_body_by_the_friend_alone(Scheme scheme, int status) {
    Fetched error = friend(scheme).ask("/errors/" + status);
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.body()).isEqualTo("error " + status);
    assertThat(stranger(scheme).ask("/errors/" + status)).isEqualTo(Fetched.WITHHELD);
  }

  @ParameterizedTest
  @EnumSource
  default void a_crash_and_a_path_of_nothing_are_read_too(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.ask("/errors/crash").status()).isEqualTo(500);
    assertThat(friend.ask("/nothing/here").status()).isEqualTo(404);
    Tab stranger = stranger(scheme);
    assertThat(stranger.ask("/errors/crash")).isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.ask("/nothing/here")).isEqualTo(Fetched.WITHHELD);
  }

  @ParameterizedTest
  @EnumSource
  default void a_form_of_the_stranger_is_rejected_before_anything_runs(Scheme scheme) {
    String form = "{method: 'POST', body: new URLSearchParams({cents: '5'})}";
    Tab stranger = stranger(scheme);
    assertThat(stranger.ask("/transfers", form)).isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.recorded()).containsExactly("POST 403");
    Tab friend = friend(scheme);
    assertThat(friend.ask("/transfers", form).body()).isEqualTo("5");
    assertThat(friend.recorded()).containsExactly("POST 200");
  }
}
