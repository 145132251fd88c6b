package dev.jaxrscors.products.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,     bytes 0-0/10, 1",
    "bytes=2-4,     bytes 2-4/10, 3",
    "bytes=2-,      bytes 2-9/10, 8",
    "bytes=2-99,    bytes 2-9/10, 8",
    "bytes=-3,      bytes 7-9/10, 3",
    "bytes=-99,     bytes 0-9/10, 10",
  })
  void a_range_is_cut_to_the_file(String header, String range, long length) {
    ByteRange asked = ByteRange.asked(header, 10).orElseThrow();
    assertThat(asked.isSatisfiable()).isTrue();
    assertThat(asked.contentRange()).isEqualTo(range);
    assertThat(asked.length()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=4-2", "bytes=-0"})
  void one_that_has_no_byte_cannot_be_sent(String header) {
    ByteRange asked = ByteRange.asked(header, 10).orElseThrow();
    assertThat(asked.isSatisfiable()).isFalse();
    assertThat(asked.contentRange()).isEqualTo("bytes */10");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=1"})
  void anything_else_asks_for_the_whole(String header) {
    assertThat(ByteRange.asked(header, 10)).isEmpty();
  }
}
