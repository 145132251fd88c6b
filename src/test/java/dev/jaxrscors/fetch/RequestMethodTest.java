package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jaxrscors.fetch.InvalidValueException.Word;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMethodTest {
  private static RequestMethod parsed(String text) {
    return requireNonNull(RequestMethod.parse(text), text);
  }

  private static InvalidValueException refusal(String text) {
    return requireNonNull(
        catchThrowableOfType(InvalidValueException.class, () -> RequestMethod.of(text)), text);
  }

  @Nested
  class The_parser_for_requests {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE",
              "PROPFIND",
          "M-SEARCH", "QUERY", "get", "patch", "Put", "TRACK", "x", "*", "!#$%&'*+-.^_`|~", "1"
        })
    void reads_tokens(String text) {
      assertThat(parsed(text).name()).isEqualTo(text);
      assertThat(parsed(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "", " ", "GET ", " GET", "GET,POST", "GET, POST", "GET POST", "GET\t", "GET\r\n",
              "G\u0000",
          "G(T", "GET/1.1", "\"GET\"", "G\u00CBT", "\u0130", "GET;", "GET:", "G=T", "{}", "[GET]",
          "<GET>", "G@T", "G\\T", "\u007F"
        })
    void refuses_anything_else(String text) {
      assertThat(RequestMethod.parse(text)).isNull();
    }

    @Test
    void reads_at_most_64_characters() {
      assertThat(RequestMethod.parse("A".repeat(64))).isNotNull();
      assertThat(RequestMethod.parse("A".repeat(65))).isNull();
      assertThat(RequestMethod.parse("A".repeat(1 << 20))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"})
    void shares_one_object_for_each_usual_method(String text) {
      assertThat(parsed(String.valueOf(text.toCharArray()))).isSameAs(parsed(text));
    }
  }

  @Nested
  class The_parser_for_developers {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "GET",
          "PUT",
          "PATCH",
          "PROPFIND",
          "M-SEARCH",
          "VERSION-CONTROL",
          "purge",
          "Purge"
        })
    void reads_tokens(String text) {
      assertThat(RequestMethod.of(text).name()).isEqualTo(text);
      assertThat(RequestMethod.of(text)).isEqualTo(RequestMethod.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
      "get, GET",
      "Get, GET",
      "head, HEAD",
      "post, POST",
      "put, PUT",
      "delete, DELETE",
      "options, OPTIONS",
      "patch, PATCH",
      "Patch, PATCH",
      "pATCH, PATCH",
      "propfind, PROPFIND",
      "mkcol, MKCOL",
      "version-control, VERSION-CONTROL",
      "Query, QUERY",
      "link, LINK"
    })
    void refuses_a_registered_method_in_another_case(String text, String upperCase) {
      InvalidValueException e = refusal(text);
      assertThat(e.word()).isEqualTo(Word.INVALID);
      assertThat(e.value()).isEqualTo(text);
      assertThat(e.rule()).isEqualTo("the case of a method counts");
      assertThat(e.remedy()).isEqualTo("use \"" + upperCase + "\"");
      assertThat(RequestMethod.of(upperCase).name()).isEqualTo(upperCase);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CONNECT", "TRACE", "TRACK", "connect", "trace", "track", "Connect", "Trace", "tRACK"
        })
    void refuses_a_forbidden_method_in_any_case(String text) {
      InvalidValueException e = refusal(text);
      assertThat(e.word()).isEqualTo(Word.FORBIDDEN);
      assertThat(e.value()).isEqualTo(text);
      assertThat(e.rule()).isEqualTo("browsers never let a page send CONNECT, TRACE or TRACK");
      assertThat(e.remedy()).isEqualTo("remove it");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            ``          | write one method, such as "GET"
            ` `         | write one method, such as "GET"
            `GET `      | use "GET"
            ` put`      | use "PUT"
            `GET, POST` | write one method, such as "GET"
            `GET POST`  | write one method, such as "GET"
            `GET/`      | write one method, such as "GET"
            `"GET"`     | write one method, such as "GET"
            `@GET`      | write one method, such as "GET"
            ` TRACE`    | write one method, such as "GET"
            `G\u00CBT`  | write one method, such as "GET"
            """)
    void refuses_what_is_no_token(String text, String remedy) {
      InvalidValueException e = refusal(text);
      assertThat(e.word()).isEqualTo(Word.INVALID);
      assertThat(e.rule()).isEqualTo("a method is a token of at most 64 characters");
      assertThat(e.remedy()).isEqualTo(remedy);
    }

    @Test
    void refuses_what_a_request_could_not_ask_for() {
      assertThat(RequestMethod.of("A".repeat(64)).name()).hasSize(64);
      assertThat(refusal("A".repeat(65)).rule()).contains("at most 64 characters");
    }

    @Test
    void is_the_same_in_every_locale() {
      Locale before = Locale.getDefault();
      Locale.setDefault(new Locale("tr", "TR"));
      try {
        assertThat(refusal("link").remedy()).isEqualTo("use \"LINK\"");
        assertThat(refusal("link")).hasMessageContaining("is invalid, because");
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, true",
    "TRACE, true",
    "TRACK, true",
    "connect, true",
    "Trace, true",
    "tracK, true",
    "GET, false",
    "TRACER, false",
    "OPTIONS, false",
    "CONNEC, false"
  })
  void connect_trace_and_track_are_forbidden_in_any_case(String text, boolean forbidden) {
    assertThat(parsed(text).isForbidden()).isEqualTo(forbidden);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, true",
    "HEAD, true",
    "POST, true",
    "get, false",
    "Post, false",
    "PUT, false",
    "PATCH, false",
    "DELETE, false",
    "OPTIONS, false",
    "GETT, false"
  })
  void get_head_and_post_are_safelisted(String text, boolean safelisted) {
    assertThat(parsed(text).isSafelisted()).isEqualTo(safelisted);
  }

  @Test
  void methods_are_equal_by_name_and_case() {
    assertThat(parsed("PROPFIND"))
        .isEqualTo(parsed("PROPFIND"))
        .hasSameHashCodeAs(parsed("PROPFIND"))
        .isNotEqualTo(parsed("propfind"))
        .isNotEqualTo(parsed("GET"))
        .isNotEqualTo("PROPFIND")
        .isNotEqualTo(null);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, true",
    "patch, true",
    "TRACE, false",
    "track, false",
    "Connect, false",
    "'', false",
    "P T, false"
  })
  void a_preflight_asks_for_a_method_that_a_page_may_send(String method, boolean expected) {
    assertThat(RequestMethod.isAskable(method)).isEqualTo(expected);
  }
}
