package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginDraftTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          https://app.example.com           | https | ://   | ''    | app.example.com | ''    | ''
          https://app.example.com:8443      | https | ://   | ''    | app.example.com | :8443 | ''
          https://app.example.com:          | https | ://   | ''    | app.example.com | :     | ''
          https://app.example.com/a/b       | https | ://   | ''    | app.example.com | ''    | /a/b
          https://app.example.com?q=/       | https | ://   | ''    | app.example.com | ''    | ?q=/
          https://app.example.com#f         | https | ://   | ''    | app.example.com | ''    | #f
          https://app.example.com\\f        | https | ://   | ''    | app.example.com | ''    | \\f
          https://app.example.com:1/a?b     | https | ://   | ''    | app.example.com | :1    | /a?b
          https://user@app.example.com      | https | ://   | user@ | app.example.com | ''    | ''
          https://a:b@app.example.com:1     | https | ://   | a:b@  | app.example.com | :1    | ''
          https://a@b@app.example.com       | https | ://   | a@b@  | app.example.com | ''    | ''
          https://app.example.com/@evil     | https | ://   | ''    | app.example.com | ''    | /@evil
          https://*.example.com:*           | https | ://   | ''    | *.example.com   | :*    | ''
          http://[::1]:8080/x               | http  | ://   | ''    | [::1]           | :8080 | /x
          http://[::]:8080/x                | http  | ://   | ''    | [::]            | :8080 | /x
          http://[::1]                      | http  | ://   | ''    | [::1]           | ''    | ''
          http://2001:db8::1                | http  | ://   | ''    | 2001:db8::1     | ''    | ''
          http://2001:DB8::1/x              | http  | ://   | ''    | 2001:DB8::1     | ''    | /x
          http://[::1                       | http  | ://   | ''    | [               | ::1   | ''
          http://x:80:90                    | http  | ://   | ''    | x               | :80:90 | ''
          https:app.example.com             | https | :     | ''    | app.example.com | ''    | ''
          https:/app.example.com            | https | :/    | ''    | app.example.com | ''    | ''
          https:///app.example.com          | https | :///  | ''    | app.example.com | ''    | ''
          https:\\\\app.example.com         | https | :\\\\ | ''    | app.example.com | ''    | ''
          HTTP:app.example.com              | HTTP  | :     | ''    | app.example.com | ''    | ''
          capacitor://localhost             | capacitor | :// | ''  | localhost       | ''    | ''
          app.example.com                   | ''    | ''    | ''    | app.example.com | ''    | ''
          app.example.com:8443/x            | ''    | ''    | ''    | app.example.com | :8443 | /x
          //app.example.com                 | ''    | //    | ''    | app.example.com | ''    | ''
          ://app.example.com                | ''    | ://   | ''    | app.example.com | ''    | ''
          /app.example.com                  | ''    | ''    | ''    | ''              | ''    | /app.example.com
          localhost:3000                    | ''    | ''    | ''    | localhost       | :3000 | ''
          ''                                | ''    | ''    | ''    | ''              | ''    | ''
          """)
  void a_text_is_read_leniently(
      String text,
      String scheme,
      String separator,
      String userInfo,
      String host,
      String port,
      String rest) {
    assertThat(OriginDraft.of(text))
        .isEqualTo(new OriginDraft(scheme, separator, userInfo, host, port, rest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://app.example.com            | https://app.example.com
          HTTPS://APP.EXAMPLE.COM            | https://app.example.com
          app.example.com                    | https://app.example.com
          localhost                          | http://localhost
          127.0.0.1                          | http://127.0.0.1
          [::1]                              | http://[::1]
          ::1                                | http://[::1]
          127.0.0.1.example.com              | https://127.0.0.1.example.com
          LOCALHOST:80                       | http://localhost
          https://app.example.com:00443      | https://app.example.com
          https://app.example.com:00444      | https://app.example.com:444
          https://app.example.com:*          | https://app.example.com:*
          https://*example.com               | https://*.example.com
          https://*.example.com.             | https://*.example.com
          https://*.0x7f.1:8080              | https://127.0.0.1:8080
          https://[2001:DB8:0::1]:08080      | https://[2001:db8::1]:8080
          https://2001:db8::a                | https://[2001:db8::a]
          https://2001:db8::5                | https://[2001:db8::5]
          https://Bücher.example             | https://xn--bcher-kva.example
          app://a b                          | app://a%20b
          app://~ä                           | app://~%C3%A4
          https://user@*.Bücher.example:443/ | https://*.xn--bcher-kva.example
          """)
  void what_is_meant_can_be_told(String text, String corrected) {
    assertThat(OriginDraft.of(text).corrected()).isEqualTo(corrected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https",
        "http",
        "https://",
        "https://*",
        "https://a*.example",
        "https://*.*.example",
        "https://app..example",
        "https://app.example..",
        "https://app.example:0",
        "https://app.example:000",
        "https://app.example:65536",
        "https://app.example:x",
        "https://app_!.example",
        "https://256.256.256.256",
        "https://[::g]",
        "ht_tp://app.example",
        "file://server",
        "javascript://x",
        // A correction of these could name another host than the one that is meant.
        "https://app\\.example\\.com",
        "https://::1:8080",
        "https//app.example.com",
        "https://fa\u00DF.example",
        "https://\u03B2\u03CC\u03BB\u03BF\u03C2.example",
        "https://a\u200Db.example",
        "https://a\u200Cb.example"
      })
  void what_is_meant_cannot_be_told(String text) {
    assertThat(OriginDraft.of(text).corrected()).isNull();
  }

  @Test
  void another_scheme_or_host_can_be_put_in() {
    OriginDraft draft = OriginDraft.of("http*://*.example.com:8080");
    assertThat(draft.withScheme("http").corrected()).isEqualTo("http://*.example.com:8080");
    assertThat(draft.withScheme("http").withHost("example.org").corrected())
        .isEqualTo("http://example.org:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "https://*.example.com, example.com",
    "https://*example.com, example.com",
    "https://**.example.com, *.example.com",
    "https://example.com, example.com",
    "https://.example.com, .example.com",
    "https://app.*.com, app.*.com"
  })
  void the_domain_is_what_follows_the_first_asterisk(String text, String domain) {
    assertThat(OriginDraft.of(text).domain()).isEqualTo(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "http://[::1], true",
    "http://::1, true",
    "http://[, true",
    "http://], true",
    "http://example.com, false",
    "http://example.com:80:90, false",
    "http://127.0.0.1, false"
  })
  void brackets_and_colons_are_those_of_an_ipv6_address(String text, boolean expected) {
    assertThat(OriginDraft.of(text).isMeantAsIpv6()).isEqualTo(expected);
  }
}
