package dev.jaxrscors.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

  private static final Map<String, String> GRANT =
      Map.of(
          "Access-Control-Allow-Origin", Call.ALLOWED,
          "Access-Control-Allow-Credentials", "true",
          "Access-Control-Allow-Methods", "GET, PUT",
          "Access-Control-Allow-Headers", "Content-Type, X-Api-Key");

  @Test
  void a_right_answer_has_no_mistake() {
    assertThat(mistakes(CorsLayer.OURS, Call.PREFLIGHT_GRANTED, 204, GRANT)).isEmpty();
    assertThat(mistakes(CorsLayer.BARE, Call.GET_ALLOWED, 200, Map.of())).isEmpty();
    assertThat(mistakes(CorsLayer.TOMCAT, Call.GET_REFUSED, 403, Map.of())).isEmpty();
  }

  @Test
  void another_status_is_a_mistake() {
    assertThat(mistakes(CorsLayer.OURS, Call.GET_REFUSED, 404, Map.of()))
        .containsExactly("status 404, not 200");
  }

  @Test
  void a_grant_to_a_stranger_is_a_mistake() {
    Map<String, String> headers = Map.of("Access-Control-Allow-Origin", "*");
    assertThat(mistakes(CorsLayer.OURS, Call.GET_REFUSED, 200, headers))
        .containsExactly("header fields [access-control-allow-origin] where nothing is allowed");
  }

  @Test
  void a_grant_where_nothing_takes_care_of_it_is_a_mistake() {
    assertThat(mistakes(CorsLayer.BARE, Call.PREFLIGHT_GRANTED, 200, GRANT)).hasSize(1);
  }

  @Test
  void each_missing_header_of_a_grant_is_a_mistake() {
    for (String missing : GRANT.keySet()) {
      Map<String, String> rest = new LinkedHashMap<>(GRANT);
      rest.remove(missing);
      assertThat(mistakes(CorsLayer.SPRING, Call.PREFLIGHT_GRANTED, 200, rest)).hasSize(1);
    }
  }

  @Test
  void another_body_than_that_of_the_resource_is_a_mistake() {
    Answer answer = new Answer(200, headers(Map.of()), "2");
    assertThat(AnswerCheck.mistakes(CorsLayer.BARE, Call.GET_ALLOWED, answer))
        .containsExactly("body \"2\", not \"1\"");
  }

  private static List<String> mistakes(
      CorsLayer layer, Call call, int status, Map<String, String> headers) {
    return AnswerCheck.mistakes(layer, call, new Answer(status, headers(headers), "1"));
  }

  private static HttpHeaders headers(Map<String, String> values) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    values.forEach((name, value) -> all.put(name, List.of(value)));
    return HttpHeaders.of(all, (name, value) -> true);
  }
}
