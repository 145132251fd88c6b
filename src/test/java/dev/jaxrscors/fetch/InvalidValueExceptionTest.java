package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jaxrscors.fetch.InvalidValueException.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InvalidValueExceptionTest {
  private final InvalidValueException exception =
      new InvalidValueException("a", Word.FORBIDDEN, "b counts", "write b");

  @Test
  void its_message_has_the_value_the_word_the_rule_and_the_remedy() {
    assertThat(exception).hasMessage("\"a\" is forbidden, because b counts; write b");
    assertThat(new InvalidValueException("", Word.INVALID, "it is empty", "write b"))
        .hasMessage("\"\" is invalid, because it is empty; write b");
  }

  /** The message goes to a terminal, and what was written may be for the terminal. */
  @Test
  void it_shows_the_value_on_one_line_and_keeps_it_as_it_was() {
    String value = "https://a.example\r\n\u001b[2J\u0000\"";
    for (InvalidValueException e :
        List.of(
            assertThrows(InvalidValueException.class, () -> OriginPattern.parse(value)),
            assertThrows(InvalidValueException.class, () -> HeaderName.of(value)),
            assertThrows(InvalidValueException.class, () -> RequestMethod.of(value)))) {
      assertThat(e.getMessage())
          .startsWith("\"https://a.example\\u000d\\u000a\\u001b[2J\\u0000\\\"\" is invalid")
          .matches("[ -~]+");
      assertThat(e.value()).isEqualTo(value);
    }
  }

  @Test
  void it_cuts_a_long_value() {
    InvalidValueException e =
        assertThrows(InvalidValueException.class, () -> HeaderName.of(" x".repeat(1 << 20)));
    assertThat(e.getMessage()).hasSizeLessThan(300);
  }

  @Test
  void its_parts_can_be_put_in_another_message() {
    assertThat(exception.value()).isEqualTo("a");
    assertThat(exception.word()).isEqualTo(Word.FORBIDDEN);
    assertThat(exception.rule()).isEqualTo("b counts");
    assertThat(exception.remedy()).isEqualTo("write b");
  }

  @Test
  void it_is_an_illegal_argument() {
    assertThat(exception).isInstanceOf(IllegalArgumentException.class).hasNoCause();
  }

  @Test
  void the_words_are_in_lower_case_in_every_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertThat(Word.INVALID).hasToString("invalid");
      assertThat(Word.FORBIDDEN).hasToString("forbidden");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void it_survives_serialization() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(exception);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      InvalidValueException read = (InvalidValueException) in.readObject();
      assertThat(read).hasMessage(exception.getMessage());
      assertThat(read.remedy()).isEqualTo("write b");
    }
  }
}
