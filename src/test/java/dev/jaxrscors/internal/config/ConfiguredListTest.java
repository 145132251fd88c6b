package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyHint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as people have them in their files for containers. */
class ConfiguredListTest {

  private static List<String> values(Member member, String text) {
    return ConfiguredList.read(member, text).values();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", " none ", "", " ", "\t", "\"\"", "''", "'none'"})
  void nobody_and_nothing_can_be_said_in_many_ways(String text) {
    assertThat(values(Member.ORIGINS, text)).containsExactly(CorsPolicy.NONE);
    assertThat(values(Member.ALLOWED_HEADERS, text)).containsExactly(CorsPolicy.NONE);
    assertThat(values(Member.EXPOSED_HEADERS, text)).containsExactly(CorsPolicy.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "''"})
  void no_method_at_all_is_a_mistake(String text) {
    assertThat(values(Member.METHODS, text)).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "https://a.example,", ",https://a.example", "https://a.example,,*"})
  void an_empty_element_among_others_stays_for_the_caller_to_refuse(String text) {
    assertThat(values(Member.ORIGINS, text)).contains("");
  }

  static Stream<Arguments> quoted() {
    return Stream.of(
        Arguments.of("\"https://a.example\""),
        Arguments.of("'https://a.example'"),
        Arguments.of(" \" https://a.example \" "),
        Arguments.of("\"https://a.example,https://b.example\""),
        Arguments.of("\"https://a.example\", 'https://b.example'"),
        Arguments.of("https://a.example,\"https://b.example\""));
  }

  @ParameterizedTest
  @MethodSource("quoted")
  void quotes_are_no_part_of_an_origin(String text) {
    ConfiguredList list = ConfiguredList.read(Member.ORIGINS, text);
    assertThat(list.values()).isSubsetOf("https://a.example", "https://b.example");
    assertThat(list.values()).hasSize(text.contains("b.example") ? 2 : 1);
    assertThat(list.hints()).containsExactly(HintKind.QUOTES_LEFT_OUT.of(Member.ORIGINS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'https://a.example", "\"https://a.example'", "a\"b\"c"})
  void what_is_no_pair_of_quotes_stays_and_is_refused(String text) {
    ConfiguredList list = ConfiguredList.read(Member.ORIGINS, text);
    assertThat(list.values()).containsExactly(text);
    assertThat(list.hints()).isEmpty();
  }

  @Test
  void only_origins_can_be_off() {
    assertThat(values(Member.ORIGINS, "Off")).containsExactly(CorsPolicy.OFF);
    assertThat(values(Member.ALLOWED_HEADERS, "Off")).containsExactly("Off");
  }

  @Test
  void what_was_forgiven_is_told_with_its_place() {
    PolicyHint quotes = HintKind.QUOTES_LEFT_OUT.of(Member.ORIGINS);
    assertThat(new Hint("shop.origins in a file", quotes))
        .hasToString("shop.origins in a file, " + quotes.describe());
  }

  @ParameterizedTest
  @EnumSource(names = {"ALLOWED_HEADERS", "EXPOSED_HEADERS"})
  void a_word_stands_for_what_resources_declare(Member member) {
    assertThat(values(member, "Derived,X-Trace")).containsExactly(CorsPolicy.DERIVED, "X-Trace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin",
        "access-control-request-method",
        "Access-Control-Request-Headers",
        "access-control-allow-origin",
        "Host",
        "cookie",
        "Sec-Fetch-Mode",
        "proxy-authorization",
        "Content-Length",
        "referer"
      })
  void a_name_that_no_browser_asks_for_is_left_out(String name) {
    ConfiguredList list =
        ConfiguredList.read(Member.ALLOWED_HEADERS, name + ",content-type,authorization");
    assertThat(list.values()).containsExactly("content-type", "authorization");
    assertThat(list.hints())
        .containsExactly(PolicyHint.headersLeftOut(Member.ALLOWED_HEADERS, List.of(name)));
    assertThat(values(Member.ALLOWED_HEADERS, name)).containsExactly(CorsPolicy.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Set-Cookie", "set-cookie2"})
  void a_name_that_no_script_reads_is_left_out(String name) {
    assertThat(values(Member.EXPOSED_HEADERS, "ETag," + name)).containsExactly("ETag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X Trace", "X-Trace;", "X:Trace", "*"})
  void what_is_wrong_otherwise_stays_for_the_policy_to_refuse(String name) {
    assertThat(values(Member.ALLOWED_HEADERS, name)).containsExactly(name);
  }
}
