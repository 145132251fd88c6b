package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How JSON is laid out: kept in a repository, each value is a line of its own. */
class JsonTest {

  @Test
  void each_value_is_a_line_of_its_own() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", List.of(1, true));
    map.put("b", Map.of("c", "d"));
    assertThat(Json.of(map))
        .isEqualTo(
            """
            {
              "a": [
                1,
                true
              ],
              "b": {
                "c": "d"
              }
            }
            """);
  }

  @Test
  void what_is_empty_is_short() {
    assertThat(Json.of(Map.of())).isEqualTo("{}\n");
    assertThat(Json.of(List.of())).isEqualTo("[]\n");
    assertThat(Json.of("")).isEqualTo("\"\"\n");
  }

  @Test
  void printable_ascii_stands_as_it_is_and_all_else_is_escaped() {
    assertThat(Json.of(" a~")).isEqualTo("\" a~\"\n");
    assertThat(Json.of("\u001f\u007f\u00e9")).isEqualTo("\"\\u001f\\u007f\\u00e9\"\n");
    assertThat(Json.of("\"\\/")).isEqualTo("\"\\\"\\\\/\"\n");
  }
}
