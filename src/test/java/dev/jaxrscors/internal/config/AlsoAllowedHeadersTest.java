package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyHint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of headers that every policy allows besides its own, as they are written. */
class AlsoAllowedHeadersTest {

  private static final String KEY = "cors.also-allowed-headers";

  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Hint> hints = new ArrayList<>();

  private List<String> names(Settings settings) {
    SettingMistakes refusing = SettingMistakes.refusing(mistakes::add);
    return AlsoAllowedHeaders.of(settings, refusing, hints::add).stream()
        .map(HeaderName::toString)
        .toList();
  }

  @Test
  void they_are_a_list() {
    assertThat(names(AFile.with(KEY, "traceparent, baggage")))
        .containsExactly("traceparent", "baggage");
    assertThat(names(AFile.with(KEY + "[0]", "X-A", KEY + "[1]", "X-B")))
        .containsExactly("X-A", "X-B");
    assertThat(names(AFile.with())).isEmpty();
    assertThat(mistakes).isEmpty();
    assertThat(hints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "origin"})
  void there_may_be_none_of_them(String value) {
    assertThat(names(AFile.with(KEY, value))).isEmpty();
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "X-*", "derived", "(inherit)", "none", ""})
  void any_header_and_other_words_are_no_names(String word) {
    assertThat(names(AFile.with(KEY, "baggage," + word))).containsExactly("baggage");
    assertThat(mistakes)
        .singleElement()
        .asString()
        .startsWith("cors.also-allowed-headers in a file, ")
        .contains("they are named one by one");
  }

  @Test
  void what_is_no_name_says_why() {
    assertThat(names(AFile.with(KEY, "x trace,baggage"))).containsExactly("baggage");
    assertThat(mistakes)
        .singleElement()
        .asString()
        .startsWith("cors.also-allowed-headers in a file, ")
        .contains("\"x trace\" is invalid: ");
  }

  @Test
  void what_is_forgiven_is_hinted_at() {
    assertThat(names(AFile.with(KEY, "origin,baggage"))).containsExactly("baggage");
    assertThat(hints)
        .containsExactly(
            new Hint(
                KEY + " in a file",
                PolicyHint.headersLeftOut(Member.ALLOWED_HEADERS, List.of("origin"))));
  }

  @Test
  void a_place_that_fails_has_none() {
    assertThat(names(Settings.of(List.of(new FailingSource())))).isEmpty();
    assertThat(mistakes).hasSize(1);
  }
}
