package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jaxrscors.fetch.InvalidValueException.Word;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderNameTest {
  private static HeaderName name(String text) {
    return HeaderName.of(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Api-Key", "content-type", "ETag", "x_y", "X.Y", "1", "*", "!#$%&'*+-.^_`|~"})
  void a_token_is_a_header_name(String text) {
    assertThat(name(text).name()).isEqualTo(text);
    assertThat(name(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``              | write one name, such as "X-Api-Key"
          ` `             | write one name, such as "X-Api-Key"
          `X-Api-Key `    | use "X-Api-Key"
          ` X-Api-Key`    | use "X-Api-Key"
          `X Api Key`     | write one name, such as "X-Api-Key"
          `X-Api-Key:`    | write one name, such as "X-Api-Key"
          `X-Api-Key: v`  | write one name, such as "X-Api-Key"
          `X-A, X-B`      | write one name, such as "X-Api-Key"
          `X-A,X-B`       | write one name, such as "X-Api-Key"
          `"X-A"`         | write one name, such as "X-Api-Key"
          `X-A\\r\\n`     | write one name, such as "X-Api-Key"
          `X/A`           | write one name, such as "X-Api-Key"
          `X(A)`          | write one name, such as "X-Api-Key"
          `X-\u00C4`      | write one name, such as "X-Api-Key"
          `\u212Aey`      | write one name, such as "X-Api-Key"
          """)
  void anything_else_is_invalid(String text, String remedy) {
    InvalidValueException e =
        requireNonNull(catchThrowableOfType(InvalidValueException.class, () -> name(text)), text);
    assertThat(e.word()).isEqualTo(Word.INVALID);
    assertThat(e.value()).isEqualTo(text);
    assertThat(e.rule()).isEqualTo("a header name is a token: letters, digits and !#$%&'*+-.^_`|~");
    assertThat(e.remedy()).isEqualTo(remedy);
  }

  @Test
  void a_part_of_a_text_can_be_a_token() {
    assertThat(HeaderName.isToken("a, x-key", 3, 8)).isTrue();
    assertThat(HeaderName.isToken("a, x-key", 2, 8)).isFalse();
    assertThat(HeaderName.isToken("a, x-key", 3, 3)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept-Charset",
        "Accept-Encoding",
        "Access-Control-Request-Headers",
        "Access-Control-Request-Method",
        "Connection",
        "Content-Length",
        "Cookie",
        "Cookie2",
        "Date",
        "DNT",
        "Expect",
        "Host",
        "Keep-Alive",
        "Origin",
        "Referer",
        "Set-Cookie",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Via",
        "Proxy-",
        "Proxy-Authorization",
        "Sec-",
        "Sec-Fetch-Site",
        "Sec-CH-UA",
        "sec-websocket-key",
        "cookie",
        "HOST",
        "pRoXy-x"
      })
  void no_script_can_set_a_forbidden_request_header(String text) {
    assertThat(name(text).isForbiddenRequestHeader()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Accept-Language",
        "Authorization",
        "Content-Type",
        "Content-Language",
        "Cookies",
        "X-Cookie",
        "Proxy",
        "Sec",
        "Security",
        "Proxied-By",
        "X-Proxy-User",
        "X-Sec-Token",
        "Range",
        "If-Match",
        "User-Agent",
        "X-HTTP-Method",
        "X-HTTP-Method-Override",
        "X-Method-Override",
        "Forwarded",
        "X-Forwarded-For",
        "Referrer",
        "Hosts",
        "Access-Control-Allow-Origin"
      })
  void a_script_can_set_any_other(String text) {
    assertThat(name(text).isForbiddenRequestHeader()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Set-Cookie, true",
    "set-cookie, true",
    "SET-COOKIE2, true",
    "Set-Cookie3, false",
    "Cookie, false",
    "X-Set-Cookie, false",
    "ETag, false"
  })
  void no_script_can_read_set_cookie(String text, boolean forbidden) {
    assertThat(name(text).isForbiddenResponseHeader()).isEqualTo(forbidden);
  }

  @ParameterizedTest
  @CsvSource({
    "Cache-Control, true",
    "Content-Language, true",
    "Content-Length, true",
    "Content-Type, true",
    "Expires, true",
    "Last-Modified, true",
    "Pragma, true",
    "pragma, true",
    "CONTENT-TYPE, true",
    "ETag, false",
    "Location, false",
    "Content-Disposition, false",
    "Content-Encoding, false",
    "Date, false",
    "Link, false",
    "Set-Cookie, false",
    "X-Total-Count, false"
  })
  void seven_response_headers_need_no_exposing(String text, boolean safelisted) {
    assertThat(name(text).isSafelistedResponseHeader()).isEqualTo(safelisted);
  }

  @ParameterizedTest
  @CsvSource({
    "Access-Control-Allow-Origin, true",
    "access-control-max-age, true",
    "ACCESS-CONTROL-EXPOSE-HEADERS, true",
    "Access-Control-Request-Method, true",
    "Access-Control-Anything, true",
    "Access-Control, false",
    "X-Access-Control-Allow-Origin, false",
    "Accept, false",
    "Vary, false",
    "Origin, false"
  })
  void the_headers_of_the_protocol_have_one_prefix(String text, boolean expected) {
    assertThat(name(text).isCorsProtocolHeader()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Forwarded, true",
    "X-Forwarded-For, true",
    "x-forwarded-host, true",
    "X-FORWARDED-PROTO, true",
    "X-Forwarded-Anything, true",
    "X-Real-IP, true",
    "x-real-ip, true",
    "X-HTTP-Method, true",
    "X-HTTP-Method-Override, true",
    "x-http-methodoverride, true",
    "X-Method-Override, true",
    "X-Forwarded, false",
    "Forwarded-For, false",
    "X-Real-IPs, false",
    "X-Method, false",
    "X-HTTP-Metho, false",
    "X-Api-Key, false",
    "Via, false"
  })
  void what_proxies_assert_and_what_overrides_a_method_is_told_apart(
      String text, boolean expected) {
    assertThat(name(text).isAssertedByProxies()).isEqualTo(expected);
  }

  @Test
  void names_are_equal_without_case() {
    assertThat(name("X-Api-Key"))
        .isEqualTo(name("x-api-key"))
        .isEqualTo(name("X-API-KEY"))
        .hasSameHashCodeAs(name("x-aPI-kEY"))
        .isNotEqualTo(name("X-Api-Key2"))
        .isNotEqualTo("X-Api-Key")
        .isNotEqualTo(null);
  }

  @Test
  void names_are_the_same_in_every_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertThat(name("VIA").isForbiddenRequestHeader()).isTrue();
      assertThat(name("X-REAL-IP").isAssertedByProxies()).isTrue();
      assertThat(name("X-ID")).isEqualTo(name("x-id"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
