package dev.jaxrscors.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.Steps;
import org.jspecify.annotations.Nullable;

/** Whatever an {@code Origin} header holds, it is read as a regular expression reads it. */
class OriginFuzzTest {

  @FuzzTest
  void an_origin_is_what_the_grammar_says(byte[] input) {
    String text = new String(input, UTF_8);
    Steps.Counted<@Nullable Origin> counted = Steps.of(() -> Origin.parse(text));
    Origin origin = counted.result();
    // What is too long is not read at all.
    boolean isRead = text.length() <= Origin.MAX_LENGTH && !text.isEmpty() && !text.equals("null");
    assertThat(counted.steps()).isBetween(isRead ? 1L : 0, isRead ? 16L * text.length() : 0);
    assertThat(origin != null).isEqualTo(ReferenceOrigins.isOrigin(text));
    assertThat(Origin.isOrigin(text)).isEqualTo(origin != null);
    if (origin != null) {
      assertThat(text).matches("[!-~]{1," + Origin.MAX_LENGTH + "}").isEqualTo(parts(origin));
      assertThat(origin.serialized()).isEqualTo(text);
    }
  }

  /** Puts the parts of an origin together. */
  private static String parts(Origin origin) {
    if (origin.isOpaque()) {
      return "null";
    }
    String start = origin.scheme() + "://" + origin.host();
    boolean isDefault = start.equals(origin.serialized()) || origin.port() < 0;
    return isDefault ? start : start + ":" + origin.port();
  }
}
