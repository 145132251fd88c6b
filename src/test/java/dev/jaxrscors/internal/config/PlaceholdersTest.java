package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.ProblemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

  private static final Map<String, String> VALUES =
      Map.of(
          "one", "https://a.example",
          "two", "https://a.example, https://b.example",
          "port", "8443",
          "nested", "${one},${two}",
          "half", "https://c.example:${port}",
          "empty", "",
          "self", "${self}",
          "ping", "${pong}",
          "pong", "${ping}");
  private static final String UI = "https://ui.example";
  private static final Map<String, String> URLS =
      Map.of(
          "ui", "https://UI.example:443/app?q#f",
          "uis", "${ui}, http://b.example:81/",
          "wrong", "ui.example");

  private static List<String> resolve(Map<String, String> values, String written) {
    return placeholders(values).resolve(Member.ORIGINS, written);
  }

  private static Placeholders placeholders(Map<String, String> values) {
    return new Placeholders(
        Settings.of(List.of(StandardSources.properties("a file", values))), "Orders");
  }

  static Stream<Arguments> resolved() {
    return Stream.of(
        Arguments.of("https://a.example", List.of("https://a.example")),
        Arguments.of("a,b", List.of("a,b")),
        Arguments.of("${one}", List.of("https://a.example")),
        Arguments.of("${two}", List.of("https://a.example", "https://b.example")),
        Arguments.of("${half}", List.of("https://c.example:8443")),
        Arguments.of("https://d.example:${port}", List.of("https://d.example:8443")),
        Arguments.of(
            "${nested}", List.of("https://a.example", "https://a.example", "https://b.example")),
        Arguments.of("${none:https://d.example}", List.of("https://d.example")),
        Arguments.of("${one:https://d.example}", List.of("https://a.example")),
        Arguments.of("${none:a,b}", List.of("a", "b")),
        Arguments.of("${none:${port}}", List.of("8443")),
        Arguments.of("${none:${nor:c}}", List.of("c")),
        Arguments.of("${none:}", List.of("")),
        Arguments.of("${empty}", List.of("")),
        Arguments.of("${ one }", List.of("https://a.example")),
        Arguments.of("${one}/${port}", List.of("https://a.example/8443")),
        Arguments.of("${none:a:b}", List.of("a:b")),
        Arguments.of("$one {two}", List.of("$one {two}")));
  }

  @ParameterizedTest
  @MethodSource("resolved")
  void a_string_stands_for_what_configuration_says(String written, List<String> values) {
    assertThat(resolve(VALUES, written)).isEqualTo(values);
  }

  static Stream<Arguments> unresolved() {
    return Stream.of(
        Arguments.of(
            "${none}",
            "no source of configuration has a value for none; set it, or write a default, as in"
                + " ${none:https://app.example.com}."),
        Arguments.of("${self}", "self refers to itself; give it a value without ${self}."),
        Arguments.of("${ping}", "ping refers to itself; give it a value without ${ping}."),
        Arguments.of("${none:${self}}", "self refers to itself; give it a value without ${self}."),
        Arguments.of("a${one", "a placeholder in it has no end; close it, as in ${shop.origins}."),
        Arguments.of("${}", "a placeholder in it names no key; name one, as in ${shop.origins}."),
        Arguments.of(
            "${ :a}", "a placeholder in it names no key; name one, as in ${shop.origins}."),
        Arguments.of(
            "${:a}", "a placeholder in it names no key; name one, as in ${shop.origins}."));
  }

  @ParameterizedTest
  @MethodSource("unresolved")
  void what_cannot_be_resolved_is_told_with_the_member(String written, String why) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(VALUES, written))
        .withMessageStartingWith("Orders, member origins: \"%s\"", written)
        .withMessageEndingWith(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${a\u001b[31mb}", "${\u0606}", "${a\nb:${a\nb}}", "${k\u0007}"})
  void a_key_is_told_in_printable_characters_whatever_it_holds(String written) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(Map.of("k\u0008", "near", "k\u0007", "${}"), written))
        .satisfies(e -> assertThat(e.getMessage()).matches("[ -~]+"));
  }

  @Tag("large")
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void placeholders_that_double_each_other_end() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(doubling("x"), "${k0}"))
        .withMessageContaining("it grows without end");
  }

  @Tag("large")
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void so_do_those_that_double_nothing() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(doubling(""), "${k0}"))
        .withMessageContaining("it grows without end");
  }

  private static Map<String, String> doubling(String last) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      values.put("k" + i, "${k" + (i + 1) + "}${k" + (i + 1) + "}");
    }
    values.put("k30", last);
    return values;
  }

  @Test
  void a_long_chain_ends_before_the_stack_does() {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      values.put("k" + i, "${k" + (i + 1) + "}");
    }
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(values, "${k0}"))
        .withMessageContaining("stand within each other more than 32 deep");
  }

  @Test
  void defaults_within_defaults_end_too() {
    String written = "${none:".repeat(5_000) + "x" + "}".repeat(5_000);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(Map.of(), written))
        .withMessageContaining("refers to itself");
  }

  @Test
  void a_host_may_have_a_value_of_its_own_for_a_key_of_the_library() {
    Settings settings =
        Settings.of(
            List.of(
                StandardSources.properties(
                    "a file", Map.of("cors.shared", "all", "cors.host.pay.shared", "pay alone"))));
    assertThat(
            new Placeholders(settings.forHost("pay"), "Orders")
                .resolve(Member.ORIGINS, "${cors.shared}"))
        .containsExactly("pay alone");
  }

  @Test
  void a_place_that_fails_is_told_and_no_default_stands_in_for_it() {
    Source failing = new FailingSource();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(
            () ->
                new Placeholders(Settings.of(List.of(failing)), "Orders")
                    .resolve(Member.ORIGINS, "${shop.origins:*}"))
        .withMessageStartingWith("shop.origins in a vault, \"shop.origins\" is invalid");
  }

  @Test
  void a_chain_of_thirty_two_is_no_long_one() {
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < 32; i++) {
      values.put("k" + i, "${k" + (i + 1) + "}");
    }
    values.put("k32", "x");
    values.put("k0", "${k1}");
    assertThat(resolve(values, "${k1}")).containsExactly("x");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(values, "${k0}"))
        .withMessageContaining("stand within each other more than 32 deep");
  }

  @Test
  void there_may_be_a_hundred_thousand() {
    Map<String, String> values = Map.of("empty", "", "some", "${empty}".repeat(49_999));
    assertThat(resolve(values, "${some}${some}")).containsExactly("");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(values, "${some}${some}${empty}"))
        .withMessageContaining("it grows without end");
  }

  @Test
  void what_comes_out_may_be_sixteen_megabytes_long() {
    Map<String, String> values = Map.of("half", "x".repeat(8 * 1024 * 1024));
    Placeholders placeholders = placeholders(values);
    assertThat(placeholders.replaced(Member.ORIGINS, "${half}${half}").text().length())
        .isEqualTo(16 * 1024 * 1024);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> placeholders.replaced(Member.ORIGINS, "x${half}${half}"))
        .withMessageContaining("it grows without end");
  }

  @Test
  void only_a_value_makes_a_string_configured() {
    assertThat(replaced("a")).isEqualTo(new Placeholders.Replaced("a", false));
    assertThat(replaced("${none:b}")).isEqualTo(new Placeholders.Replaced("b", false));
    assertThat(replaced("${port}")).isEqualTo(new Placeholders.Replaced("8443", true));
    assertThat(replaced("${none:${port}}")).isEqualTo(new Placeholders.Replaced("8443", true));
  }

  private static Placeholders.Replaced replaced(String written) {
    return placeholders(VALUES).replaced(Member.ORIGINS, written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${one", "${}", "${none:${}}", "${port}${}", "${half}${two"})
  void a_placeholder_that_is_none_is_a_mistake_in_code(String written) {
    assertThat(kindOfMistake(written)).isEqualTo(ProblemKind.MALFORMED_PLACEHOLDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${unnamed}", "${none:${unnamed}}", "${port}${unclosed}", "${none}"})
  void in_the_value_of_a_key_it_is_one_of_configuration(String written) {
    assertThat(kindOfMistake(written)).isEqualTo(ProblemKind.UNRESOLVED_PLACEHOLDER);
  }

  private static ProblemKind kindOfMistake(String written) {
    Map<String, String> values = new HashMap<>(VALUES);
    values.put("unnamed", "${}");
    values.put("unclosed", "${one");
    InvalidPolicyException mistakes =
        catchThrowableOfType(InvalidPolicyException.class, () -> resolve(values, written));
    return mistakes.problems().get(0).kind();
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("${one}", "https://a.example", "a file"),
        Arguments.of(" ${ one } ", "https://a.example", "a file"),
        Arguments.of("${one:*}", "https://a.example", "a file"),
        Arguments.of("${one:${port}}", "https://a.example", "a file"),
        Arguments.of("${none:a,${port}}", "a,${port}", "configuration"),
        Arguments.of("${none:}", "", "configuration"),
        Arguments.of("${self}", "${self}", "a file"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void one_placeholder_alone_refers_to_a_value(String written, String text, String source) {
    assertThat(placeholders(VALUES).setting(written))
        .map(setting -> List.of(setting.text(), setting.source()))
        .contains(List.of(text, source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a.example", "x${one}", "${one}${two}", "${none}", "${origin-of:one}"})
  void anything_else_refers_to_none(String written) {
    assertThat(placeholders(VALUES).setting(written)).isEmpty();
  }

  static Stream<Arguments> origins() {
    return Stream.of(
        Arguments.of("${origin-of:ui}", List.of(UI)),
        Arguments.of("${origin-of:uis}", List.of(UI, "http://b.example:81")),
        Arguments.of("${origin-of:none:https://d.example/x}", List.of("https://d.example")),
        Arguments.of("https://c.example,${origin-of: ui }", List.of("https://c.example", UI)),
        Arguments.of("${ui}", List.of("https://UI.example:443/app?q#f")));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void the_origin_of_a_url_can_stand_for_it(String written, List<String> origins) {
    assertThat(resolve(URLS, written)).isEqualTo(origins);
    assertThat(Placeholders.isOriginIn(written)).isEqualTo(written.contains("origin-of"));
  }

  @Test
  void a_wrong_url_is_told_where_it_is_written() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(URLS, "${origin-of:wrong}"))
        .withMessageStartingWith("wrong in a file, member origins: \"ui.example\" is invalid");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(URLS, "${origin-of:none:ui.example}"))
        .withMessageStartingWith("Orders, member origins: \"${origin-of:none:ui.example}\"")
        .withMessageContaining("because \"ui.example\" is invalid: ");
  }

  @Test
  void a_key_that_is_nearly_right_is_named_where_a_value_is_missed() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> resolve(Map.of("shop.orgins", "x"), "${shop.origins}"))
        .withMessageContaining(
            "shop.orgins in a file has no effect on it: rename it to shop.origins; or set it");
  }
}
