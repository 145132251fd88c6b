package dev.jaxrscors.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrkTest {

  @Test
  void the_script_holds_the_method_and_every_header_of_the_call() {
    assertThat(Wrk.script(Call.PREFLIGHT_GRANTED))
        .startsWith("wrk.method = \"OPTIONS\"\n")
        .contains("wrk.headers[\"Host\"] = \"api.example.com\"\n")
        .contains("wrk.headers[\"Origin\"] = \"https://app.example.com\"\n")
        .contains("wrk.headers[\"Access-Control-Request-Method\"] = \"PUT\"\n")
        .contains("wrk.headers[\"Access-Control-Request-Headers\"] = \"content-type,x-api-key\"\n");
  }

  @Test
  void a_call_without_an_origin_has_none_in_its_script() {
    assertThat(Wrk.script(Call.GET_WITHOUT_ORIGIN))
        .startsWith("wrk.method = \"GET\"\n")
        .doesNotContain("Origin");
  }

  @Test
  void the_counts_are_found_in_what_it_prints() {
    String output = "Running 1s test\n  200 requests in 1.01s\ncounts 200 1010000 3 4\n";
    assertThat(Wrk.parse(output)).isEqualTo(new Load(200, Duration.ofMillis(1010), 3, 4));
  }

  @Test
  void an_output_without_counts_is_told() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Wrk.parse("unable to connect to 127.0.0.1:1 Connection refused\n"))
        .withMessageContaining("unable to connect");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0, 0, 200, true",
    "10, 10, 0, 403, true",
    "10, 9, 0, 403, false",
    "10, 1, 0, 204, false",
    "10, 0, 1, 200, false",
    "0, 0, 0, 200, false",
  })
  void a_load_counts_only_if_all_answers_can_have_had_the_status(
      long requests, long refused, long broken, int status, boolean counts) {
    Load load = new Load(requests, Duration.ofSeconds(1), refused, broken);
    assertThat(load.isAllOf(status)).isEqualTo(counts);
  }
}
