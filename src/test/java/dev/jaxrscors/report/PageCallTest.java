package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser makes of a request that a script asks it for. */
class PageCallTest {

  private static PageCall get(String... headers) {
    return PageCall.of(APP, "GET", "/orders", List.of(headers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: text/html",
        "accept-language: de",
        "Content-Language: de, en",
        "Content-Type: text/plain",
        "Content-Type: text/plain;charset=UTF-8",
        "content-type:  Multipart/Form-Data ; boundary=x",
        "Content-Type: application/x-www-form-urlencoded"
      })
  void a_safelisted_request_header_needs_no_preflight(String header) {
    assertThat(get(header).needsPreflight()).isFalse();
    assertThat(get(header).askedLines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Api-Key",
        "Content-Type",
        "Content-Type: application/json",
        "Accept: a\"b",
        "Accept: a:b",
        "Accept-Language: de(at)",
        "Content-Type: text/plain;a={b}"
      })
  void any_other_header_needs_one_and_so_does_a_value_with_an_unsafe_byte(String header) {
    assertThat(get(header).needsPreflight()).isTrue();
  }

  @Test
  void a_safelisted_value_has_at_most_128_bytes() {
    assertThat(get("Accept: " + "x".repeat(128)).asked()).isEmpty();
    assertThat(get("Accept: " + "x".repeat(129)).asked()).containsExactly("accept");
  }

  @Test
  void an_unsafe_byte_is_found_behind_a_line_feed_too() {
    assertThat(get("Accept: a\nb?c").asked()).containsExactly("accept");
  }

  @ParameterizedTest
  @CsvSource({
    "get, GET",
    "Delete, DELETE",
    "head, HEAD",
    "options, OPTIONS",
    "post, POST",
    "put, PUT",
    "patch, patch",
    "' PATCH ', PATCH"
  })
  void a_method_is_normalised_if_it_is_one_of_six(String written, String sent) {
    assertThat(PageCall.of(APP, written, "/orders", List.of()).method()).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, false",
    "HEAD, false",
    "POST, false",
    "PUT, true",
    "DELETE, true",
    "PATCH, true",
    "OPTIONS, true"
  })
  void a_method_that_is_not_safelisted_needs_a_preflight(String method, boolean needed) {
    assertThat(PageCall.of(APP, method, "/", List.of()).needsPreflight()).isEqualTo(needed);
  }

  @Test
  void a_preflight_asks_for_names_once_sorted_and_in_lower_case() {
    PageCall call = get("X-Trace: 1", "X-Api-Key", "x-trace", "", " : nothing", "Accept");
    assertThat(call.askedLines()).containsExactly("x-api-key,x-trace");
    assertThat(call.askedInWords()).isEqualTo("x-api-key, x-trace");
    assertThat(call.dropped()).isEmpty();
  }

  @Test
  void what_the_browser_alone_may_set_is_dropped() {
    PageCall call = get("Cookie: a=b", "Host", "Sec-Fetch-Mode: cors", "no name");
    assertThat(call.dropped()).containsExactly("Cookie", "Host", "Sec-Fetch-Mode");
    assertThat(call.asked()).containsExactly("no name");
  }

  @Test
  void a_value_is_known_where_the_script_sets_one() {
    PageCall call = get("X-Bare", "X-Tenant:  a: b ", "x-tenant: c");
    assertThat(call.value("x-tenant")).contains("a: b");
    assertThat(call.value("X-Bare")).isEmpty();
    assertThat(call.value("X-Other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"orders, /orders", "/orders/1?a=/b#c, /orders/1", "/orders#part?, /orders", "'', /"})
  void a_resource_is_matched_by_the_path_alone(String written, String matched) {
    assertThat(PageCall.of(APP, "GET", written, List.of()).pathAlone()).isEqualTo(matched);
  }

  @ParameterizedTest
  @CsvSource({"GET, true", "PATCH, true", "TRACE, false", "CONNECT, false", "'A B', false"})
  void a_forbidden_method_is_not_possible(String method, boolean possible) {
    assertThat(PageCall.of(APP, method, "/", List.of()).isPossible()).isEqualTo(possible);
  }
}
