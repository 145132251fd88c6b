package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a path in which one runtime or another matches it. */
class RequestPathTest {

  @ParameterizedTest(name = "{0} in the form {1}")
  @CsvSource({
    "orders/1, /orders/1",
    "/orders/1, /orders/1",
    "'', /",
    "/orders;v=1/1;w=2, /orders/1",
    ";v=1/orders, /orders",
  })
  void a_plain_path_has_one_form_without_matrix_parameters(String path, String form) {
    assertThat(RequestPath.of(path).forms()).containsExactly(form);
  }

  @Test
  void what_is_encoded_has_a_form_for_each_way_to_decode_it() {
    assertThat(RequestPath.of("/caf%C3%A9/a%2Fb").forms())
        .containsExactlyInAnyOrder("/caf%C3%A9/a%2Fb", "/caf\u00e9/a/b", "/caf\u00e9/a%2Fb");
  }

  @Test
  void several_slashes_are_several_and_one() {
    assertThat(RequestPath.of("//orders//1").forms())
        .containsExactlyInAnyOrder("/orders//1", "/orders/1");
  }

  @Test
  void what_is_decoded_to_a_slash_is_another_one() {
    assertThat(RequestPath.of("/a/%2Fb").forms())
        .containsExactlyInAnyOrder("/a/%2Fb", "/a//b", "/a/b");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "a b, a b",
    "%61, a",
    "x%61y, xay",
    "%2f%2F, //",
    "%C3%A9, \u00e9",
    "\u00e9%20\u20ac, \u00e9 \u20ac",
    "\uD83D\uDE00%21, \uD83D\uDE00!",
    "a;v=%41/b, a/b",
    "%3B, ;",
    "100%, 100%",
    "%2, %2",
    "%zz%, %zz%",
    "%g1%1g, %g1%1g",
    "%%41, %A",
  })
  void a_part_of_a_path_is_decoded_and_what_is_ill_formed_stays(String encoded, String decoded) {
    assertThat(RequestPath.decoded(encoded)).isEqualTo(decoded);
  }

  @Test
  void octets_below_a_space_are_decoded_too() {
    assertThat(RequestPath.decoded("a%00b%09c")).isEqualTo("a\u0000b\tc");
  }

  @Test
  void an_octet_that_is_excluded_stays_encoded_as_it_came() {
    assertThat(RequestPath.decoded("a%2fb%2Fc%41", "/")).isEqualTo("a%2fb%2FcA");
  }
}
