package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request of Jakarta REST says of itself. */
class RestReaderTest {

  private static final RestReader READER = RestReader.INSTANCE;

  private static ContainerRequestContext request(String base, String uri) {
    UriInfo info =
        Fakes.fake(
            UriInfo.class,
            Map.of(
                "getBaseUri", arguments -> URI.create(base),
                "getRequestUri", arguments -> URI.create(uri)));
    return Fakes.request("PUT", info, "Origin: https://a.example", "X-Tenant: a", "X-Tenant: b");
  }

  @Test
  void it_has_a_method_a_path_as_it_came_and_lines() {
    ContainerRequestContext request = request("https://api.example.com/", "/shop/a%2Fb?q=1");
    assertThat(READER.method(request)).isEqualTo("PUT");
    assertThat(READER.path(request)).isEqualTo("/shop/a%2Fb");
    assertThat(READER.lines(request, "x-tenant")).containsExactly("a", "b");
    assertThat(READER.lines(request, "x-other")).isEmpty();
    assertThat(READER.origins(request)).containsExactly("https://a.example");
    assertThat(READER.isPreflight(request)).isFalse();
  }

  @Test
  void behind_some_containers_the_base_is_a_path_alone() {
    assertThat(READER.authority(request("/", "http://10.0.0.7:8080/orders")))
        .isEqualTo("10.0.0.7:8080");
    assertThat(READER.authority(request("https://api.example.com/", "http://10.0.0.7:8080/")))
        .isEqualTo("api.example.com");
    assertThat(READER.authority(request("/", "/orders"))).isEmpty();
  }

  @Test
  void a_scheme_need_not_be_known() {
    assertThat(READER.scheme(request("/", "http://10.0.0.7:8080/orders"))).isEqualTo("http");
    assertThat(READER.scheme(request("/", "/orders"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-cors", "navigate"})
  void no_script_waits_for_an_image_or_a_link(String mode) {
    assertThat(isOfScript("Sec-Fetch-Mode: " + mode)).isFalse();
    assertThat(isOfScript("Sec-Fetch-Mode: " + mode, "Sec-Fetch-Mode: cors")).isTrue();
  }

  @Test
  void what_does_not_say_what_it_is_may_be_of_a_script() {
    for (String[] lines : List.of(new String[0], new String[] {"Sec-Fetch-Mode: cors"})) {
      assertThat(isOfScript(lines)).isTrue();
    }
  }

  private static boolean isOfScript(String... lines) {
    return READER.isOfScript(Fakes.request("GET", "https://api.example.com/", lines));
  }
}
