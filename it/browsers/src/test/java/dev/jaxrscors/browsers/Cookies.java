package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What browsers send by themselves: the cookie of another site, in a fetch and in a stream. */
interface Cookies extends Scene {

  String EVENTS =
      """
      const events = (path, options) => new Promise(resolve => {
        const source = new EventSource(shop(path), options);
        const seen = [];
        const end = outcome => { source.close(); resolve(outcome); };
        source.onmessage = e => { seen.push(e.data); if (seen.length === 3) end(seen); };
        source.onerror = () => end(["error"]);
      });
      """;

  @Test
  default void a_cookie_that_says_same_site_none_is_kept_and_sent_over_https() {
    Tab friend = friend(Scheme.HTTPS);
    friend.ask("/session", "{method: 'DELETE', credentials: 'include'}");
    String login = "{method: 'POST', credentials: 'include'}";
    assertThat(friend.ask("/session", login).status()).isEqualTo(204);
    assertThat(friend.ask("/session", "{credentials: 'include'}").body()).isEqualTo("Ada");
    assertThat(friend.ask("/session", "{credentials: 'omit'}").body()).isEqualTo("nobody");
    assertThat(friend.ask("/session").body()).isEqualTo("nobody");
  }

  @Test
  default void the_stranger_sends_the_cookie_and_reads_nothing() {
    friend(Scheme.HTTPS).ask("/session", "{method: 'POST', credentials: 'include'}");
    Tab stranger = stranger(Scheme.HTTPS);
    assertThat(stranger.ask("/session", "{credentials: 'include'}")).isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.recorded("Cookie")).containsExactly("customer=Ada");
    // A request that needs a preflight does not go that far.
    assertThat(stranger.ask("/session", "{method: 'DELETE', credentials: 'include'}"))
        .isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.recorded()).containsExactly("GET 200", "OPTIONS 403");
    assertThat(stranger.recorded("Cookie")).containsExactly("customer=Ada", "-");
  }

  @ParameterizedTest
  @EnumSource
  default void the_friend_reads_a_stream_with_credentials_and_without(Scheme scheme) {
    Tab friend = friend(scheme);
    JsonNode seen =
        friend.run(
            EVENTS
                + """
                return await Promise.all(
                    [events("/ticks", {withCredentials: true}), events("/ticks", {})]);""");
    assertThat(seen).hasToString("[[\"1\",\"2\",\"3\"],[\"1\",\"2\",\"3\"]]");
    assertThat(friend.recorded()).containsExactly("GET 200", "GET 200");
  }

  @Test
  default void a_stream_with_credentials_has_the_cookie() {
    Tab friend = friend(Scheme.HTTPS);
    friend.run(
        "await fetch(shop('/session').split('?')[0], {method: 'POST', credentials: 'include'});");
    friend.run(EVENTS + "return await events('/ticks', {withCredentials: true});");
    friend.run(EVENTS + "return await events('/ticks', {});");
    assertThat(friend.recorded("Cookie")).containsExactly("customer=Ada", "-");
  }

  @ParameterizedTest
  @EnumSource
  default void the_stranger_reads_no_stream(Scheme scheme) {
    Tab stranger = stranger(scheme);
    JsonNode seen =
        stranger.run(
            EVENTS
                + """
                return await Promise.all(
                    [events("/ticks", {withCredentials: true}), events("/ticks", {})]);""");
    assertThat(seen).hasToString("[[\"error\"],[\"error\"]]");
  }
}
