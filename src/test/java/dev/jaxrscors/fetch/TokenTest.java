package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "Z", "0", "X-Api-Key", "!#$%&'*+-.^_`|~", "1and1", "*", "a.b"})
  void a_text_of_token_characters_is_a_token(String text) {
    assertThat(Token.isToken(text, 0, text.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a,b",
        "a;b",
        "a:b",
        "a/b",
        "a\tb",
        "a\rb",
        "a\nb",
        "a\u0000b",
        "(a)",
        "<a>",
        "[a]",
        "{a}",
        "a=b",
        "a?b",
        "a@b",
        "a\\b",
        "\"a\"",
        "\u007F",
        "caf\u00E9",
        "\u212A",
        "\uD83D\uDE00"
      })
  void a_text_with_another_character_is_none(String text) {
    assertThat(Token.isToken(text, 0, text.length())).isFalse();
  }

  @Test
  void of_all_characters_exactly_the_77_of_rfc_9110_make_a_token() {
    int count = 0;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      count += Token.isToken(String.valueOf((char) c), 0, 1) ? 1 : 0;
    }
    assertThat(count).isEqualTo(26 + 26 + 10 + 15);
  }

  @Test
  void only_the_part_asked_for_is_looked_at() {
    assertThat(Token.isToken("(token)", 1, 6)).isTrue();
    assertThat(Token.isToken("(token)", 0, 6)).isFalse();
    assertThat(Token.isToken("(token)", 1, 7)).isFalse();
  }

  @Test
  void an_empty_part_is_no_token() {
    assertThat(Token.isToken("token", 2, 2)).isFalse();
    assertThat(Token.isToken("token", 3, 2)).isFalse();
  }

  @Test
  void only_ascii_letters_have_a_lower_case() {
    assertThat(Token.lowerCase('A')).isEqualTo('a');
    assertThat(Token.lowerCase('Z')).isEqualTo('z');
    assertThat(Token.lowerCase('@')).isEqualTo('@');
    assertThat(Token.lowerCase('[')).isEqualTo('[');
    assertThat(Token.lowerCase('\u00C9')).isEqualTo('\u00C9');
    assertThat(Token.lowerCase('\u212A')).isEqualTo('\u212A');
  }
}
