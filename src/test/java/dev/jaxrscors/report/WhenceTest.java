package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a report tells where a member comes from. */
class WhenceTest {

  private static String text(Whence.Kind kind, String place) {
    return new Whence(kind, place).text();
  }

  @Test
  void each_kind_of_place_is_told_in_its_words() {
    assertThat(text(Whence.Kind.ANNOTATION, "Orders")).isEqualTo("@CorsPolicy on Orders");
    assertThat(text(Whence.Kind.PLACEHOLDER, "Orders (shop.pages)"))
        .isEqualTo("@CorsPolicy on Orders (shop.pages)");
    assertThat(text(Whence.Kind.CONFIGURATION, "cors.max-age in X")).isEqualTo("cors.max-age in X");
    assertThat(text(Whence.Kind.CODE, "policy \"a\"")).isEqualTo("policy \"a\" in code");
    assertThat(text(Whence.Kind.CODE, "the setup in code")).isEqualTo("the setup in code");
    assertThat(Whence.BUILT_IN.text()).isEqualTo("built-in default");
  }

  @Test
  void programs_have_a_key_for_each() {
    assertThat(Whence.Kind.values())
        .extracting(Whence.Kind::key)
        .containsExactly("annotation", "placeholder", "configuration", "code", "built-in");
  }
}
