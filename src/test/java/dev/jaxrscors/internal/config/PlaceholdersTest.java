package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
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

  private static List<String> resolve(Map<String, String> values, String written) {
    Settings settings = Settings.of(List.of(StandardSources.properties("a file", values)));
    return new Placeholders(settings, "Orders").resolve(Member.ORIGINS, written);
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
            "${ :a}", "a placeholder in it names no key; name one, as in ${shop.origins}."));
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
}
