package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnOriginsTest {

  private static Settings settings(String value) {
    return Settings.of(
        List.of(StandardSources.properties("a file", Map.of("cors.own-origins", value))));
  }

  @Test
  void they_are_a_list_of_exact_origins() {
    assertThat(OwnOrigins.of(settings("https://registry.example.com, http://localhost:8080")))
        .containsExactlyInAnyOrder("https://registry.example.com", "http://localhost:8080");
    assertThat(OwnOrigins.of(Settings.NONE)).isEmpty();
  }

  @Test
  void they_can_be_a_variable() {
    Map<String, String> variables = Map.of("CORS_OWN_ORIGINS", "https://registry.example.com");

    assertThat(OwnOrigins.of(Settings.of(List.of(StandardSources.environment(variables)))))
        .containsExactly("https://registry.example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example/ | \"https://a.example\"",
        "https://a.example:443 | \"https://a.example\"",
        "registry.example.com | https://registry.example.com",
        "* | not one origin",
        "null | not one origin",
        "https://*.example.com | not one origin",
        "https://a.example:* | not one origin",
        "https://a.example, | empty element",
        "'' | empty element"
      })
  void anything_else_is_a_mistake_that_says_what_to_write(String value, String said) {
    assertThatThrownBy(() -> OwnOrigins.of(settings(value)))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("cors.own-origins in a file")
        .hasMessageContaining(said);
  }

  @Test
  void all_mistakes_come_together() {
    assertThatThrownBy(() -> OwnOrigins.of(settings("*, null")))
        .hasMessageContaining("\"*\" is not one origin")
        .hasMessageContaining("\"null\" is not one origin");
  }

  @Test
  void one_may_be_that_of_a_url() {
    Settings settings =
        AFile.with(
            "cors.own-origins", "${origin-of:ui},https://b.example", "ui", "https://a.example/ui");
    assertThat(OwnOrigins.of(settings))
        .containsExactlyInAnyOrder("https://a.example", "https://b.example");
  }

  @Test
  void a_url_that_is_missing_is_a_mistake() {
    assertThatThrownBy(() -> OwnOrigins.of(settings("${origin-of:ui}")))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageStartingWith("cors.own-origins in a file, ")
        .hasMessageContaining("no source of configuration has a value for ui");
  }

  @Test
  void those_that_are_right_are_found_beside_the_others() {
    List<Mistake> mistakes = new ArrayList<>();
    assertThat(
            OwnOrigins.of(
                settings("https://a.example,*,,https://b.example"),
                SettingMistakes.refusing(mistakes::add)))
        .containsExactly("https://a.example", "https://b.example");
    assertThat(mistakes).hasSize(2);
  }
}
