package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the servlet door reads from a request, and what code that decides on an origin is told. */
class DoorTargetTest {

  private static final String FILE = "https://api.example.com:8443/shop/files/a%20b.txt";
  private static final String[] PREFLIGHT = {
    "Origin: https://a.example", "Access-Control-Request-Method: PUT", "X-Tenant: a", "X-Tenant: b"
  };

  private final DoorHost host = ServletFakes.host();

  private Target target(String method, String uri, String... lines) {
    return host.target(ServletFakes.request(method, uri, lines), "/files/*");
  }

  @Test
  void a_preflight_is_told_by_the_method_that_it_asks_for() {
    Target target = target("OPTIONS", FILE, PREFLIGHT);
    assertThat(target.isPreflight()).isTrue();
    assertThat(target.method()).isEqualTo("PUT");
    assertThat(target).hasToString("PUT /files/* on api.example.com:8443");
  }

  @Test
  void another_request_is_told_by_its_own_method_whatever_it_asks_for() {
    assertThat(target("GET", FILE, PREFLIGHT).isPreflight()).isFalse();
    assertThat(target("GET", FILE, PREFLIGHT).method()).isEqualTo("GET");
    assertThat(target("OPTIONS", FILE).isPreflight()).isFalse();
    assertThat(target("OPTIONS", FILE).method()).isEqualTo("OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/files/a%20b.txt, /files/a%20b.txt",
    "/shop/, /",
    "/shopping, /shopping",
    "/files, /files"
  })
  void the_path_is_told_from_the_root_of_the_web_application(String sent, String told) {
    assertThat(target("GET", "https://api.example.com" + sent).requestPath()).isEqualTo(told);
  }

  @Test
  void a_header_is_told_with_all_of_its_lines_and_no_parameter_is() {
    Target target = target("GET", FILE, PREFLIGHT);
    assertThat(target.header("x-tenant")).hasValue("a, b");
    assertThat(target.header("origin")).hasValue("https://a.example");
    assertThat(target.header("x-other")).isEmpty();
    assertThat(target.pathParameter("id")).isEmpty();
    assertThat(target.path()).isEqualTo("/files/*");
  }

  @Test
  void the_door_reads_what_the_log_tells() {
    HttpServletRequest request = ServletFakes.request("GET", FILE);
    assertThat(host.method(request)).isEqualTo("GET");
    assertThat(host.path(request)).isEqualTo("/shop/files/a%20b.txt");
    assertThat(host.scheme(request)).isEqualTo("https");
    assertThat(host.authority(request)).isEqualTo("api.example.com:8443");
    assertThat(host.address(request)).isEqualTo("192.0.2.7");
    HttpServletRequest nobody =
        ServletFakes.request(Map.of("getRemoteAddr", arguments -> null), "GET", FILE);
    assertThat(host.address(nobody)).isEmpty();
  }

  @Test
  void a_malformed_preflight_is_one_and_no_other_method_makes_one() {
    HttpServletRequest twice =
        ServletFakes.request("OPTIONS", FILE, PREFLIGHT[0], PREFLIGHT[0], PREFLIGHT[1]);
    assertThat(DoorHost.incoming(twice)).isInstanceOf(Incoming.Malformed.class);
    assertThat(host.isPreflight(twice)).isTrue();
    assertThat(DoorHost.incoming(ServletFakes.request("OPTIONS", FILE, PREFLIGHT)))
        .isEqualTo(Incoming.WellFormed.PREFLIGHT);
    assertThat(DoorHost.incoming(ServletFakes.request("PUT", FILE, PREFLIGHT)))
        .isEqualTo(Incoming.WellFormed.ORDINARY);
  }

  @Test
  void a_page_of_this_server_is_no_stranger() {
    assertThat(host.isSameOrigin(from("https://api.example.com:8443"))).isTrue();
    assertThat(host.isSameOrigin(from("https://api.example.com"))).isFalse();
  }

  private static HttpServletRequest from(String origin) {
    return ServletFakes.request("POST", FILE, "Origin: " + origin);
  }
}
