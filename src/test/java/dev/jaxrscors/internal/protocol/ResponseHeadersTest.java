package dev.jaxrscors.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {

  private static final ResponseHeaders FULL =
      new ResponseHeaders("https://a.example", "true", "PUT", "x-a", "600", "ETag", Vary.ORIGIN);

  @Test
  void every_field_that_is_present_goes_out_in_a_stable_order() {
    assertThat(FULL.asMap())
        .containsExactly(
            entry("Access-Control-Allow-Origin", "https://a.example"),
            entry("Access-Control-Allow-Credentials", "true"),
            entry("Access-Control-Allow-Methods", "PUT"),
            entry("Access-Control-Allow-Headers", "x-a"),
            entry("Access-Control-Max-Age", "600"),
            entry("Access-Control-Expose-Headers", "ETag"),
            entry("Vary", "Origin"));
  }

  @Test
  void an_empty_value_means_no_field() {
    assertThat(ResponseHeaders.nothing(Vary.NOTHING).asMap()).isEmpty();
    assertThat(ResponseHeaders.nothing(Vary.ORIGIN).asMap())
        .containsExactly(entry("Vary", "Origin"));
  }

  @Test
  void vary_is_left_out_where_it_is_to_be_merged() {
    List<String> names = new ArrayList<>();
    FULL.forEach((name, value) -> names.add(name));
    assertThat(names).hasSize(6).doesNotContain("Vary").allMatch(ResponseHeaders.NAMES::contains);
  }

  @Test
  void another_origin_or_other_headers_change_nothing_else() {
    assertThat(FULL.withAllowOrigin("https://b.example").withAllowHeaders("x-b"))
        .isEqualTo(
            new ResponseHeaders(
                "https://b.example", "true", "PUT", "x-b", "600", "ETag", Vary.ORIGIN));
  }

  @Test
  void the_response_field_of_private_network_access_is_removed_too_and_never_sent() {
    assertThat(ResponseHeaders.NAMES).hasSize(7).contains("Access-Control-Allow-Private-Network");
  }
}
