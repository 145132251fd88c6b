package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host that a request is sent to, by its own word and by that of a proxy. */
class RequestHostTest {

  private static final String INTERNAL = "http://10.0.0.7:8080/orders";
  private static final String HOST = "X-Forwarded-Host: ";
  private static final String PORT = "X-Forwarded-Port: ";

  private static ContainerRequestContext request(String uri, String... lines) {
    return Fakes.request("GET", uri, lines);
  }

  private static String forwarded(String... lines) {
    return RequestHost.FORWARDED.authority(request(INTERNAL, lines), RestReader.INSTANCE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://API.example.com/, api.example.com",
    "https://api.example.com.:8443/, api.example.com",
    "https://api.example.com./, api.example.com",
    "https://user@api.example.com/, api.example.com",
    "https://[2001:DB8::1]:8443/, [2001:db8::1]",
    "https://[2001:db8::]/, [2001:db8::]",
    "/orders, ''"
  })
  void it_is_a_name_in_lower_case_without_port_and_without_the_dot_of_the_root(
      String uri, String host) {
    assertThat(RequestHost.REQUESTED.of(request(uri), RestReader.INSTANCE)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com:443/, api.example.com",
    "https://api.example.com:80/, api.example.com:80",
    "http://api.example.com:80/, api.example.com",
    "http://user@api.example.com:8080/, api.example.com:8080",
    "/orders, ''"
  })
  void its_port_is_told_unless_it_goes_without_saying(String uri, String authority) {
    assertThat(RequestHost.REQUESTED.authority(request(uri), RestReader.INSTANCE))
        .isEqualTo(authority);
  }

  @Test
  void nobody_asserts_another_one_where_no_proxy_is_believed() {
    ContainerRequestContext request =
        request(INTERNAL, HOST + "evil.example", "Forwarded: host=evil.example");
    assertThat(RequestHost.REQUESTED.authority(request, RestReader.INSTANCE))
        .isEqualTo("10.0.0.7:8080");
    assertThat(RequestHost.REQUESTED.origins(request, RestReader.INSTANCE))
        .noneMatch(origin -> origin.contains("evil"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api.example.com | 8443 | api.example.com:8443",
        "api.example.com | 443 | api.example.com",
        "api.example.com | 80 | api.example.com",
        "api.example.com:9443 | 8443 | api.example.com:9443",
        "[2001:db8::1] | 8443 | [2001:db8::1]:8443",
        "[2001:db8::1]:9443 | 8443 | [2001:db8::1]:9443",
        "api.example.com, gate.internal | 8443, 8080 | api.example.com:8443",
        ":9443 | 8443 | :9443",
        "'' | 8443 | 10.0.0.7:8080",
        "', gate.internal' | 8443 | 10.0.0.7:8080"
      })
  void a_proxy_may_write_the_port_into_a_field_of_its_own(
      String host, String port, String authority) {
    assertThat(forwarded(HOST + host, PORT + port)).isEqualTo(authority);
  }

  @Test
  void a_proxy_may_say_nothing_of_the_port() {
    assertThat(forwarded(HOST + "api.example.com")).isEqualTo("api.example.com");
    assertThat(forwarded()).isEqualTo("10.0.0.7:8080");
  }

  @Test
  void the_standard_field_goes_before_the_usual_ones() {
    assertThat(forwarded("Forwarded: host=api.example.com", HOST + "x.example", PORT + "8443"))
        .isEqualTo("api.example.com");
  }

  @Test
  void a_port_alone_names_no_host() {
    ContainerRequestContext request = request(INTERNAL, HOST + ":9443");
    assertThat(RequestHost.FORWARDED.of(request, RestReader.INSTANCE)).isEmpty();
  }

  @Test
  void what_is_longer_than_any_host_is_not_looked_at() {
    String longest = "a".repeat(1_024);
    assertThat(forwarded(HOST + longest)).isEqualTo(longest);
    assertThat(forwarded(HOST + longest + "a")).isEqualTo("10.0.0.7:8080");
    assertThat(origins("Host: " + longest)).contains("http://" + longest);
    assertThat(origins("Host: " + longest + "a")).noneMatch(origin -> origin.contains("aa"));
  }

  @Test
  void a_page_of_this_server_has_the_origin_that_the_request_and_the_container_say() {
    assertThat(origins("Host: Intranet:80"))
        .containsExactly("http://intranet", "http://10.0.0.7:8080");
    assertThat(
            RequestHost.FORWARDED.origins(
                request(INTERNAL, "Forwarded: proto=https;host=api.example.com:443"),
                RestReader.INSTANCE))
        .containsExactly("https://api.example.com");
    assertThat(
            RequestHost.FORWARDED.origins(
                request(INTERNAL, "Host: intranet", "X-Forwarded-Proto: https"),
                RestReader.INSTANCE))
        .containsExactly("https://intranet");
  }

  private static Iterable<String> origins(String line) {
    return RequestHost.REQUESTED.origins(request(INTERNAL, line), RestReader.INSTANCE);
  }
}
