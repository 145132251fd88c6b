package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiSetTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "~", "?@", "\0\177", "!#$%&'*+-.^_`|~", "09AZaz"})
  void has_the_characters_it_is_made_of_and_no_other_one(String characters) {
    AsciiSet set = AsciiSet.of(characters);
    assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE).filter(set::contains))
        .containsExactlyElementsOf(characters.chars().boxed().toList());
  }
}
