package dev.jaxrscors.products.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginsTest {

  private static final List<String> REDIRECTS =
      List.of("https://shop.example/back", "https://SHOP.example:443/b", "http://localhost:3000/");

  private static final Origin STRANGER = Origin.parse("https://stranger.example");

  @Test
  void a_plus_stands_for_the_origins_of_the_redirect_uris() {
    assertThat(WebOrigins.of(List.of("+"), REDIRECTS).named())
        .containsExactlyInAnyOrder("https://shop.example", "http://localhost:3000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.app:/back", "/back", "https://no host/", ""})
  void a_redirect_to_no_page_has_no_origin(String uri) {
    assertThat(WebOrigins.of(List.of("+"), List.of(uri)).named()).isEmpty();
  }

  @Test
  void an_asterisk_allows_everybody_and_names_nobody() {
    WebOrigins origins = WebOrigins.of(List.of("*", "https://a.example"), REDIRECTS);
    assertThat(origins.allows(STRANGER)).isTrue();
    assertThat(origins.names(STRANGER)).isFalse();
    assertThat(origins.entries()).containsExactly("https://a.example", "*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://*.example", "https://stranger.example/", "HTTPS://stranger.example", ""})
  void what_is_no_origin_opens_nothing(String entry) {
    assertThat(WebOrigins.of(List.of(entry), REDIRECTS).allows(STRANGER)).isFalse();
  }

  @Test
  void several_clients_hold_what_each_of_them_does() {
    WebOrigins union =
        WebOrigins.union(
            List.of(
                WebOrigins.of(List.of("https://a.example"), List.of()),
                WebOrigins.of(List.of("*"), List.of())));
    assertThat(union.any()).isTrue();
    assertThat(union.named()).containsExactly("https://a.example");
    assertThat(WebOrigins.union(List.of())).isEqualTo(WebOrigins.NONE);
  }
}
