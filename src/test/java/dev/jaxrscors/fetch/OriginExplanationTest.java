package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jaxrscors.fetch.InvalidValueException.Word;
import java.time.Duration;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a developer is told: each table holds texts that break one rule, and what to do instead. */
class OriginExplanationTest {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private static InvalidValueException explanation(String text) {
    return requireNonNull(
        catchThrowableOfType(InvalidValueException.class, () -> OriginPattern.parse(text)), text);
  }

  private static void assertInvalid(String text, String rule, String remedy) {
    assertExplained(text, Word.INVALID, rule, remedy);
  }

  private static void assertExplained(String text, Word word, String rule, String remedy) {
    InvalidValueException e = explanation(text);
    assertThat(e.rule()).isEqualTo(rule);
    assertThat(e.remedy()).isEqualTo(remedy);
    assertThat(e.word()).isEqualTo(word);
    assertThat(e.value()).isEqualTo(text);
    assertThat(e).hasMessage(Quoted.of(text) + " is " + word + ", because " + rule + "; " + remedy);
    assertQuotedTextsAreValid(remedy);
  }

  /** Whatever a remedy has in quotes can be copied: it is a pattern itself. */
  private static void assertQuotedTextsAreValid(String remedy) {
    assertThat(QUOTED.matcher(remedy).results().map(MatchResult::group))
        .allSatisfy(q -> OriginPattern.parse(q.substring(1, q.length() - 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | write one such as "https://app.example.com"
          `  ` | write one such as "https://app.example.com"
          `\t` | write one such as "https://app.example.com"
          """)
  void a_blank_text_names_no_origin(String text, String remedy) {
    assertInvalid(text, "an origin names a scheme and a host", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://a.example, https://b.example` | write two elements: "https://a.example", "https://b.example"
          `https://a.example,https://B.example/` | write two elements: "https://a.example", "https://b.example"
          `https://a.example https://b.example` | write two elements: "https://a.example", "https://b.example"
          `https://a.example;https://b.example;https://c.example` | write 3 elements: "https://a.example", "https://b.example", "https://c.example"
          `https://a.example,` | use "https://a.example"
          `,` | write one such as "https://app.example.com"
          `https://a.example,foo bar` | write 3 elements: "https://a.example", "https://foo", "https://bar"
          `https://a.example,null` | write two elements: "https://a.example", "null"
          `https://a.example,*` | write two elements: "https://a.example", "*"
          `https://a b.example` | write two elements: "https://a", "https://b.example"
          `null,https://a.example` | write two elements: "null", "https://a.example"
          `https://a.example https://b.example https://c.example` | write 3 elements: "https://a.example", "https://b.example", "https://c.example"
          `https://a.example,b.example:8443` | write two elements: "https://a.example", "https://b.example:8443"
          `https://a.example , http://localhost:3000` | write two elements: "https://a.example", "http://localhost:3000"
          `https://a.example,https://a*b*.example` | write two elements
          `https://a.example|https://b.example` | write two elements: "https://a.example", "https://b.example"
          `app://a,Foo.example` | write two elements: "app://a", "https://foo.example"
          `app://a;b` | write two elements: "app://a", "https://b"
          `http://localhost:30,00` | write two elements: "http://localhost:30", "https://0.0.0.0"
          """)
  void a_list_in_one_text_is_to_be_written_as_elements(String text, String remedy) {
    assertInvalid(text, "one element holds one origin", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ` https://app.example.com` | use "https://app.example.com"
          `https://app.example.com ` | use "https://app.example.com"
          ` https://App.example.com/` | use "https://app.example.com"
          ` null` | use "null"
          `https://app.example.com: ` | use "https://app.example.com"
          """)
  void spaces_around_an_origin_are_to_be_removed(String text, String remedy) {
    assertInvalid(text, "no space stands before or after an origin", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `NULL` | use "null"
          `Null` | use "null"
          """)
  void the_opaque_origin_is_written_in_lower_case(String text, String remedy) {
    assertInvalid(text, "browsers send the opaque origin in lower case", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `data:text/html,x` | use the origin of the page, or "null", which anyone can send
          `data:text/html;base64,x` | use the origin of the page, or "null", which anyone can send
          `javascript:alert(1)` | use the origin of the page, or "null", which anyone can send
          `blob:https://app.example.com/9115d58c` | use "https://app.example.com"
          `blob:null/9115` | use the origin of the page, or "null", which anyone can send
          `Data:,x` | use the origin of the page, or "null", which anyone can send
          `JavaScript:void(0)` | use the origin of the page, or "null", which anyone can send
          `blob:https://App.example.com:443/9115d58c` | use "https://app.example.com"
          `blob:https://app.example.com:8443/9115d58c` | use "https://app.example.com:8443"
          """)
  void some_schemes_are_forbidden(String text, String remedy) {
    assertExplained(
        text,
        Word.FORBIDDEN,
        "no browser sends an origin with this scheme: the origin of such a URL is opaque and serialised as null, or that of the page which made it",
        remedy);
  }

  /** Some agents send file:// from every page opened from disk, and nothing longer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///",
        "file:///pages/me",
        "file://server",
        "FILE://server",
        "FILE:///C:/index.html",
        "file://*",
        "file://:80",
        "file://:*",
        "FILE://",
        "file:"
      })
  void a_page_from_disk_is_no_origin_of_its_own(String text) {
    assertExplained(
        text,
        Word.FORBIDDEN,
        "a page opened from disk has no origin of its own: agents send null for all of them, or file:// alone",
        "use \"null\" or \"file://\"; anyone can send either");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://.*\\.example\\.com` | use "https://*.example.com"
          `https://.*.example.com` | use "https://*.example.com"
          `https://.+\\.example\\.com` | use "https://*.example.com"
          `https://(.*)\\.example\\.com` | use "https://*.example.com"
          `https://(.*\\.)example\\.com` | use "https://*.example.com"
          `https://[^.]+\\.example\\.com` | use "https://*.example.com"
          `https://[a-z]+.example.com` | use "https://*.example.com"
          `https://[\\w-]+[.]example[.]com` | use "https://*.example.com"
          `https://\\w+\\.example\\.com:8443` | use "https://*.example.com:8443"
          `*.example\\.com` | use "https://*.example.com"
          `.*\\.example\\.com` | use "https://*.example.com"
          `https://.*example\\.com` | write two elements: "https://example.com", "https://*.example.com"
          `https://(.*\\.)?example\\.com` | write two elements: "https://example.com", "https://*.example.com"
          `https://([a-z0-9-]+\\.)*example\\.com` | write two elements: "https://example.com", "https://*.example.com"
          `https://(www\\.)?example\\.com` | write two elements: "https://example.com", "https://www.example.com"
          `https://app\\.example\\.com` | use "https://app.example.com"
          `https://app\\.example.com` | use "https://app.example.com"
          `^https://app.example.com$` | use "https://app.example.com"
          `^https://app\\.example\\.com` | use "https://app.example.com"
          `/https:\\/\\/app\\.example\\.com/` | use "https://app.example.com"
          `/^https:\\/\\/.*\\.example\\.com$/i` | use "https://*.example.com"
          `/https://app.example.com/` | use "https://app.example.com"
          `(?i)^https://app\\.example\\.com$` | use "https://app.example.com"
          `https://.*\\.example\\.com/?` | use "https://*.example.com"
          `https?://app\\.example\\.com` | write two elements: "https://app.example.com", "http://app.example.com"
          `^(http|https)://app.example.com$` | write two elements: "http://app.example.com", "https://app.example.com"
          `https://(app|admin).example.com` | write two elements: "https://app.example.com", "https://admin.example.com"
          `https://(?:app|admin)\\.example\\.com` | write two elements: "https://app.example.com", "https://admin.example.com"
          `https://.*\\.(a|b)\\.example` | write two elements: "https://*.a.example", "https://*.b.example"
          `(https://a\\.example|https://b\\.example)` | write two elements: "https://a.example", "https://b.example"
          `^https://a\\.example|https://b\\.example$` | write two elements: "https://a.example", "https://b.example"
          `http://localhost:\\d+` | use "http://localhost:*"
          `http://localhost(:\\d+)?` | use "http://localhost:*"
          `http://localhost:[0-9]+` | use "http://localhost:*"
          `^http://localhost(:[0-9]{1,5})?$` | use "http://localhost:*"
          `.*` | use "*"
          `^.*$` | use "*"
          `https://.*` | list the origins one by one, or let an OriginSource decide
          `https?://.*` | list the origins one by one, or let an OriginSource decide
          `https://app\\d+\\.example\\.com` | list the origins one by one, or let an OriginSource decide
          `https://app[0-9]+.example.com` | list the origins one by one, or let an OriginSource decide
          `https://deploy-preview-\\d+--shop\\.netlify\\.app` | list the origins one by one, or let an OriginSource decide
          `http://192\\.168\\.\\d+\\.\\d+` | list the origins one by one, or let an OriginSource decide
          `http://localhost:300[0-9]` | list the origins one by one, or let an OriginSource decide
          `http://localhost:\\d{4}` | list the origins one by one, or let an OriginSource decide
          `moz-extension://.*` | list the origins one by one, or let an OriginSource decide
          `^moz-extension://` | list the origins one by one, or let an OriginSource decide
          `chrome-extension://[a-p]{32}` | list the origins one by one, or let an OriginSource decide
          `app://.+` | list the origins one by one, or let an OriginSource decide
          `https://(a|b)(c|d)(e|f)(g|h).example` | list the origins one by one, or let an OriginSource decide
          `^(?!https://evil).*$` | list the origins one by one, or let an OriginSource decide
          """)
  void a_regular_expression_is_no_pattern(String text, String remedy) {
    assertInvalid(
        text,
        "it is a regular expression, and here only *. in front of a domain and :* behind a host stand for more than themselves",
        remedy);
  }

  /** Backslashes that browsers take for slashes, and brackets of addresses, are none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https:\\\\app.example.com",
        "https://app.example.com\\",
        "https://app.example.com\\path",
        "https://[2001:DB8::1]",
        "https://app.example.com (a)",
        "https://app.example.com?",
        "https://app.example.com/?",
        "https://*.*",
        "https://app.*.com",
        "https://${shop.origin}",
        "/path/"
      })
  void not_every_sign_is_that_of_a_regular_expression(String text) {
    assertThat(explanation(text).rule()).doesNotContain("regular");
  }

  @Tag("large")
  @Test
  void a_text_of_a_mebibyte_is_explained_at_once() {
    for (String piece : new String[] {"[", "(", "\\", "https://.*", "a-", "*.", "?", "xn--a."}) {
      String text = "https://" + piece.repeat((1 << 20) / piece.length());
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> explanation(text));
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> explanation("app" + text.substring(5)));
    }
  }

  /** What varies is code's to decide: a prefix of an address, an id for each preview. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `http://192.168.1.0/24` | list the addresses one by one, or let an OriginSource decide by the host
          `http://10.0.0.0/8` | list the addresses one by one, or let an OriginSource decide by the host
          `http://192.168.1.0/24:8080` | list the addresses one by one, or let an OriginSource decide by the host
          `http://[fd00::]/8` | list the addresses one by one, or let an OriginSource decide by the host
          `https://app-??.example.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://?.example.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          """)
  void no_other_sign_stands_for_a_part(String text, String remedy) {
    assertInvalid(
        text,
        "no sign stands for a part of an origin, but for the asterisk in front of a domain and that for a port",
        remedy);
  }

  /**
   * A host that is another one in each installation cannot be listed: see <a
   * href="https://github.com/ActivityWatch/aw-server-rust/issues/24">aw-server-rust#24</a>.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "moz-extension://*",
        "vscode-webview://*",
        "chrome-extension://*:*",
        "capacitor://*",
        "capacitor://*.example.com",
        "app://*.",
        "app://a*",
        "safari-web-extension://AF1F*"
      })
  void no_asterisk_stands_in_an_opaque_host(String text) {
    assertInvalid(
        text,
        "the hosts of a scheme that is not one of the web are spelled out: no asterisk stands for a part of one",
        "list the origins one by one, or let an OriginSource decide by their scheme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `app://bücher` | use "app://b%C3%BCcher"
          `app://b\u0001` | use "app://b%01"
          `app://a<b` | write it as location.origin shows it in a browser's console
          `app://a^b` | write it as location.origin shows it in a browser's console
          `app://a"b` | write it as location.origin shows it in a browser's console
          `app://'a'` | write it as location.origin shows it in a browser's console
          `app://%` | write it as location.origin shows it in a browser's console
          `app://%zz` | write it as location.origin shows it in a browser's console
          `app://%4` | write it as location.origin shows it in a browser's console
          """)
  void an_opaque_host_has_a_grammar(String text, String remedy) {
    assertInvalid(
        text,
        "a host of this scheme has printable ASCII, but no space, no quote, none of #/:<>?@[\\]^|, and a percent sign only before two hexadecimal digits",
        remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `app.example.com` | use "https://app.example.com"
          `app.example.com:8443` | use "https://app.example.com:8443"
          `app.example.com:443` | use "https://app.example.com"
          `App.Example.com/path` | use "https://app.example.com"
          `//app.example.com` | use "https://app.example.com"
          `/path` | write one such as "https://app.example.com"
          `localhost` | use "http://localhost"
          `localhost:3000` | use "http://localhost:3000"
          `127.0.0.1:8080` | use "http://127.0.0.1:8080"
          `[::1]:8080` | use "http://[::1]:8080"
          `foo.localhost` | use "http://foo.localhost"
          `*.example.com` | use "https://*.example.com"
          `*.localhost:3000` | use "http://*.localhost:3000"
          `*:8080` | write one such as "https://app.example.com"
          `*:*` | write one such as "https://app.example.com"
          `**` | write one such as "https://app.example.com"
          `.example.com` | write one such as "https://app.example.com"
          `://app.example.com` | use "https://app.example.com"
          `example.com/orders?q=1` | use "https://example.com"
          `www.example.co.uk` | use "https://www.example.co.uk"
          `my_app.example.com` | use "https://my_app.example.com"
          `app` | use "https://app"
          `192.168.1.10` | use "https://192.168.1.10"
          `192.168.1.10:8080` | use "https://192.168.1.10:8080"
          `0x7f.1` | use "http://127.0.0.1"
          `[2001:DB8::1]` | use "https://[2001:db8::1]"
          `2001:db8::1` | use "https://[2001:db8::1]"
          `::1` | use "http://[::1]"
          `bücher.example` | use "https://xn--bcher-kva.example"
          `https` | write one such as "https://app.example.com"
          `user@app.example.com` | use "https://app.example.com"
          `https//app.example.com` | write one such as "https://app.example.com"
          """)
  void a_missing_scheme_is_to_be_written(String text, String remedy) {
    assertInvalid(text, "an origin starts with a scheme", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `http*://x.example` | write two elements: "https://x.example", "http://x.example"
          `*://app.example.com` | write two elements: "https://app.example.com", "http://app.example.com"
          `*://app.example.com/x` | write two elements: "https://app.example.com", "http://app.example.com"
          `ws*://x.example` | write the scheme out
          """)
  void no_asterisk_stands_for_a_scheme(String text, String remedy) {
    assertInvalid(text, "no asterisk stands for a scheme", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `HTTPS://app.example.com` | use "https://app.example.com"
          `Https://App.Example.Com:443/` | use "https://app.example.com"
          `HTTPS:app.example.com` | use "https://app.example.com"
          `HTTP://LOCALHOST:3000` | use "http://localhost:3000"
          `CAPACITOR://localhost` | use "capacitor://localhost"
          """)
  void the_scheme_is_written_in_lower_case(String text, String remedy) {
    assertInvalid(text, "browsers send the scheme in lower case", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `1http://x.example` | write a scheme as in "https://app.example.com"
          `ht_tp://x.example` | write a scheme as in "https://app.example.com"
          `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa://x.example` | write a scheme as in "https://app.example.com"
          `"https://app.example.com"` | write a scheme as in "https://app.example.com"
          `'https://app.example.com'` | write a scheme as in "https://app.example.com"
          `-x://y` | write a scheme as in "https://app.example.com"
          `+://y` | write a scheme as in "https://app.example.com"
          `x_y://z` | write a scheme as in "https://app.example.com"
          """)
  void a_scheme_has_a_grammar(String text, String remedy) {
    assertInvalid(
        text,
        "a scheme is a lower-case letter, then lower-case letters, digits, '+', '-' and '.', at most 64 in all",
        remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://user@app.example.com` | use "https://app.example.com"
          `https://user:secret@app.example.com:8443` | use "https://app.example.com:8443"
          `https://@app.example.com` | use "https://app.example.com"
          `https://user@` | remove all up to the at sign
          `https://user:pw@` | remove all up to the at sign
          `https://a@b@app.example.com` | use "https://app.example.com"
          `https://user@app.example.com/path` | use "https://app.example.com"
          `https://admin:secret@[::1]:8443` | use "https://[::1]:8443"
          `https://@` | remove all up to the at sign
          """)
  void an_origin_has_no_user_info(String text, String remedy) {
    assertInvalid(text, "an origin has no user-info", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://app.example.com/` | use "https://app.example.com"
          `https://app.example.com/orders` | use "https://app.example.com"
          `https://app.example.com?q=1` | use "https://app.example.com"
          `https://app.example.com#top` | use "https://app.example.com"
          `https://app.example.com\\` | use "https://app.example.com"
          `https://*.example.com/` | use "https://*.example.com"
          `https://app.example.com:*/` | use "https://app.example.com:*"
          `https://app.example.com//` | use "https://app.example.com"
          `https://app.example.com/?` | use "https://app.example.com"
          `https://app.example.com/index.html#x` | use "https://app.example.com"
          `http://localhost:3000/` | use "http://localhost:3000"
          `http://127.0.0.1:8080/app` | use "http://127.0.0.1:8080"
          `capacitor://localhost/` | use "capacitor://localhost"
          `https://[::1]/` | use "https://[::1]"
          `https://bücher.example/` | use "https://xn--bcher-kva.example"
          `https://münchen.example/` | use "https://xn--mnchen-3ya.example"
          `app://./` | use "app://."
          `app://./index.html` | use "app://."
          `app:///index.html` | use "app://"
          `qrc:///index.html` | use "qrc://"
          `safari-web-extension://AF1F4F2C-2B0B/popup.html` | use "safari-web-extension://AF1F4F2C-2B0B"
          """)
  void an_origin_has_no_slash_path_query_or_fragment(String text, String remedy) {
    assertInvalid(
        text,
        "an origin ends after its host and port: it has no slash, path, query or fragment",
        remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://` | write one such as "https://app.example.com"
          `https:///` | write one such as "https://app.example.com"
          `https://:8080` | write one such as "https://app.example.com"
          `https:` | write one such as "https://app.example.com"
          `http:` | write one such as "https://app.example.com"
          `https://?` | write one such as "https://app.example.com"
          `https://#` | write one such as "https://app.example.com"
          """)
  void an_origin_names_a_host(String text, String remedy) {
    assertInvalid(text, "an origin names a host", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https:app.example.com` | use "https://app.example.com"
          `https:/app.example.com` | use "https://app.example.com"
          `http:localhost:3000` | use "http://localhost:3000"
          `https:\\\\app.example.com` | use "https://app.example.com"
          `https:///app.example.com` | use "https://app.example.com"
          """)
  void two_slashes_stand_between_scheme_and_host(String text, String remedy) {
    assertInvalid(text, "a colon and two slashes stand between the scheme and the host", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://app*.example.com` | list the origins one by one, use "https://*.example.com" if all of them are yours, or let an OriginSource decide
          `https://*app.example.com` | list the origins one by one, use "https://*.app.example.com" if all of them are yours, or let an OriginSource decide
          `https://*example.com` | list the origins one by one, use "https://*.example.com" if all of them are yours, or let an OriginSource decide
          `https://*.*.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*.*` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*:8080` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*.` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://app.*.example.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://app.example.*` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://example.*:*` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://**.example.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*-app.example.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://app-*.example.com` | list the origins one by one, use "https://*.example.com" if all of them are yours, or let an OriginSource decide
          `https://a*b.example.com:8443` | list the origins one by one, use "https://*.example.com:8443" if all of them are yours, or let an OriginSource decide
          `https://*192.0.2.1` | list the addresses one by one, or let an OriginSource decide by the host
          `https://*.app*.example.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*a.b` | list the origins one by one, use "https://*.a.b" if all of them are yours, or let an OriginSource decide
          `https://a*` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://a*.com` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://a*.co.uk` | list the origins one by one, use "https://*.co.uk" if all of them are yours, or let an OriginSource decide
          `https://*.example.*` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*.*.example.com:8443` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `https://*.*:*` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          `http://*localhost` | list the origins one by one, use "http://*.localhost" if all of them are yours, or let an OriginSource decide
          `https://*1.example` | list the origins one by one, use "https://*.1.example" if all of them are yours, or let an OriginSource decide
          `https://*_x.example` | list the origins one by one, use "https://*._x.example" if all of them are yours, or let an OriginSource decide
          `http://192.168.1.*:*` | list the addresses one by one, or let an OriginSource decide by the host
          `http://192.168.*` | list the addresses one by one, or let an OriginSource decide by the host
          `http://10.*.*.*:8080` | list the addresses one by one, or let an OriginSource decide by the host
          `http://*.168.1.1` | list the addresses one by one, or let an OriginSource decide by the host
          `http://[fe80::*]` | list the addresses one by one, or let an OriginSource decide by the host
          `https://deploy-preview-*--site.netlify.app` | list the origins one by one, use "https://*.netlify.app" if all of them are yours, or let an OriginSource decide
          `https://*--site.netlify.app` | write it as in "https://*.example.com", list the origins one by one, or let an OriginSource decide
          """)
  void an_asterisk_stands_only_in_front_of_a_host(String text, String remedy) {
    assertInvalid(
        text, "an asterisk in a host stands only in front, as a label of its own", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://*.192.0.2.1` | use "https://192.0.2.1"
          `https://*.[::1]` | use "https://[::1]"
          `https://*.[::1]:8080` | use "https://[::1]:8080"
          `https://*.0x7f.1` | use "https://127.0.0.1"
          `https://*.127.0.0.1:8080` | use "https://127.0.0.1:8080"
          `https://*.10.1` | use "https://10.0.0.1"
          `https://*.2130706433` | use "https://127.0.0.1"
          """)
  void an_address_has_no_subdomains(String text, String remedy) {
    assertInvalid(text, "an IP address has no subdomains", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://[2001:DB8::1]` | use "https://[2001:db8::1]"
          `https://[2001:db8:0:0:0:0:0:1]` | use "https://[2001:db8::1]"
          `https://[2001:0db8::0001]:8443` | use "https://[2001:db8::1]:8443"
          `https://[::ffff:192.0.2.1]` | use "https://[::ffff:c000:201]"
          `https://[2001:db8::1` | write an address such as "https://[2001:db8::1]"
          `https://2001:db8::1` | use "https://[2001:db8::1]"
          `https://2001:db8::1]` | use "https://[2001:db8::1]"
          `https://[]` | write an address such as "https://[2001:db8::1]"
          `https://[::1]x` | write an address such as "https://[2001:db8::1]"
          `https://[fe80::1%25eth0]` | write an address such as "https://[2001:db8::1]"
          `https://[192.0.2.1]` | write an address such as "https://[2001:db8::1]"
          `https://[::g]` | write an address such as "https://[2001:db8::1]"
          `https://[:::]` | write an address such as "https://[2001:db8::1]"
          `https://[::FFFF:7f00:1]` | use "https://[::ffff:7f00:1]"
          `https://[1:2:3:4:5:6:7]` | write an address such as "https://[2001:db8::1]"
          `https://[1::2::3]` | write an address such as "https://[2001:db8::1]"
          `https://[0:0:0:0:0:0:0:0]` | use "https://[::]"
          `https://::1:8080` | write an address such as "https://[2001:db8::1]"
          `https://1:2:3:4:5:6:7:8` | use "https://[1:2:3:4:5:6:7:8]"
          `https://[::1` | write an address such as "https://[2001:db8::1]"
          `https://::1]:80` | use "https://[::1]:80"
          `https://[::1].` | use "https://[::1]"
          `http://localhost:[3000]` | write an address such as "https://[2001:db8::1]"
          """)
  void an_ipv6_address_is_canonical(String text, String remedy) {
    assertInvalid(
        text, "browsers send an IPv6 address in brackets, lower case and shortest form", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://bücher.example` | use "https://xn--bcher-kva.example"
          `https://BÜCHER.example` | use "https://xn--bcher-kva.example"
          `https://*.bücher.example:8443` | use "https://*.xn--bcher-kva.example:8443"
          `https://straße.example` | write it as location.origin shows it in a browser's console
          `https://例え.テスト` | use "https://xn--r8jz45g.xn--zckzah"
          `https://☃.example` | use "https://xn--n3h.example"
          `https://\uFF11\uFF12\uFF17.0.0.1` | use "https://127.0.0.1"
          `https://MÜNCHEN.example:443` | use "https://xn--mnchen-3ya.example"
          `https://faß.example` | write it as location.origin shows it in a browser's console
          `https://βόλος.example` | write it as location.origin shows it in a browser's console
          `https://a\u200Db.example` | write it as location.origin shows it in a browser's console
          `https://пример.испытание` | use "https://xn--e1afmkfd.xn--80akhbyknj4f"
          `https://мой_сайт.example` | use "https://xn--_-8sbzclmxk.example"
          `https://a\u3002example` | use "https://a.example"
          `https://\uFF41pp.example.com` | use "https://app.example.com"
          `https://\u2100.example` | write it as location.origin shows it in a browser's console
          """)
  void a_host_is_written_in_punycode(String text, String remedy) {
    assertInvalid(text, "browsers send the host in punycode", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://App.example.com` | use "https://app.example.com"
          `https://*.Example.com` | use "https://*.example.com"
          `https://0x7F000001` | use "https://127.0.0.1"
          `https://EXAMPLE.COM` | use "https://example.com"
          """)
  void a_host_is_written_in_lower_case(String text, String remedy) {
    assertInvalid(text, "browsers send the host in lower case", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://xn--bcher-kva.example.` | use "https://xn--bcher-kva.example"
          `https://app.example.com.` | use "https://app.example.com"
          `https://app.example.com..` | remove the dot
          `https://.` | remove the dot
          `https://127.0.0.1.` | use "https://127.0.0.1"
          `https://localhost.` | use "https://localhost"
          `https://*.example.com.` | use "https://*.example.com"
          `https://..` | remove the dot
          """)
  void a_host_has_no_dot_at_its_end(String text, String remedy) {
    assertInvalid(
        text,
        "a host with a dot at its end is another host to a browser, and not allowed here",
        remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://.example.com` | remove the superfluous dot
          `https://a..example.com` | remove the superfluous dot
          `https://*..example.com` | remove the superfluous dot
          `https://a...b` | remove the superfluous dot
          """)
  void no_label_is_empty(String text, String remedy) {
    assertInvalid(text, "no label of a host is empty", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://app!.example.com` | write it as location.origin shows it in a browser's console
          `https://app%41.example.com` | write it as location.origin shows it in a browser's console
          `https://"app".example.com` | write it as location.origin shows it in a browser's console
          `https://app'.example.com` | write it as location.origin shows it in a browser's console
          `https://app$.example.com` | write it as location.origin shows it in a browser's console
          `https://app=.example.com` | write it as location.origin shows it in a browser's console
          `https://app~.example.com` | write it as location.origin shows it in a browser's console
          `https://${shop.origin}` | write it as location.origin shows it in a browser's console
          `https://<app>.example.com` | list the origins one by one, use "https://*.example.com" if all of them are yours, or let an OriginSource decide
          `https://{tenant}.example.com` | list the origins one by one, use "https://*.example.com" if all of them are yours, or let an OriginSource decide
          `https://app-{id}.example.com` | list the origins one by one, use "https://*.example.com" if all of them are yours, or let an OriginSource decide
          `https://%.example.com` | list the origins one by one, use "https://*.example.com" if all of them are yours, or let an OriginSource decide
          """)
  void a_host_is_made_of_label_characters(String text, String remedy) {
    assertInvalid(text, "a host is made of letters, digits, '-', '_' and '.'", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example` | shorten it
          """)
  void a_label_has_at_most_63_characters(String text, String remedy) {
    assertInvalid(text, "a label of a host has at most 63 characters", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://192.0.2.01` | use "https://192.0.2.1"
          `https://192.0.2` | use "https://192.0.0.2"
          `https://3221225985` | use "https://192.0.2.1"
          `https://0x7f000001` | use "https://127.0.0.1"
          `https://127.1` | use "https://127.0.0.1"
          `https://192.0.2.256` | write an address such as "https://192.0.2.1"
          `https://192.0.2.1.1` | write an address such as "https://192.0.2.1"
          `https://a.1` | write an address such as "https://192.0.2.1"
          `https://1.2.3.08` | write an address such as "https://192.0.2.1"
          `https://a.0x` | write an address such as "https://192.0.2.1"
          `https://010.0.0.1` | use "https://8.0.0.1"
          `https://0` | use "https://0.0.0.0"
          `https://4294967296` | write an address such as "https://192.0.2.1"
          `https://1.2.3.4.5.6` | write an address such as "https://192.0.2.1"
          `https://1.1.1.0x100` | write an address such as "https://192.0.2.1"
          `https://a.b.42` | write an address such as "https://192.0.2.1"
          """)
  void an_ipv4_address_is_canonical(String text, String remedy) {
    assertInvalid(
        text,
        "a host that ends in a number is an IPv4 address, and browsers send it as four decimal numbers",
        remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://app.example.com:` | use "https://app.example.com"
          `https://[::1]:` | use "https://[::1]"
          `http://localhost:` | use "http://localhost"
          """)
  void a_port_follows_the_colon(String text, String remedy) {
    assertInvalid(text, "a port follows the colon", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://[::1]:443` | use "https://[::1]"
          `https://app.example.com:443` | use "https://app.example.com"
          `http://app.example.com:80` | use "http://app.example.com"
          `ws://x:80` | use "ws://x"
          `wss://x:443` | use "wss://x"
          `ftp://x:21` | use "ftp://x"
          `http://localhost:80` | use "http://localhost"
          `http://[::1]:80` | use "http://[::1]"
          `https://*.example.com:443` | use "https://*.example.com"
          `https://127.0.0.1:443` | use "https://127.0.0.1"
          """)
  void the_default_port_is_left_out(String text, String remedy) {
    assertInvalid(text, "browsers leave out the default port of a scheme", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `http://app.example.com:0080` | use "http://app.example.com"
          `https://app.example.com:08443` | use "https://app.example.com:8443"
          `https://app.example.com:0` | write a port from 1 to 65535
          `https://app.example.com:00` | write a port from 1 to 65535
          `http://localhost:080` | use "http://localhost"
          `http://localhost:03000` | use "http://localhost:3000"
          `https://*.example.com:0443` | use "https://*.example.com"
          `https://*.example.com:0` | write a port from 1 to 65535
          """)
  void a_port_has_no_leading_zero(String text, String remedy) {
    assertInvalid(text, "a port has no leading zero, and 0 is none", remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `https://app.example.com:65536` | write such a port, or none
          `https://app.example.com:99999999999999999999` | write such a port, or none
          `https://app.example.com:80a` | write such a port, or none
          `https://app.example.com:+80` | write such a port, or none
          `https://app.example.com:-80` | write such a port, or let an OriginSource decide by the port
          `https://app.example.com:80*` | write such a port, or let an OriginSource decide by the port
          `https://app.example.com:**` | write such a port, or let an OriginSource decide by the port
          `https://app.example.com:*0` | write such a port, or let an OriginSource decide by the port
          `https://app.example.com:80:90` | write such a port, or none
          `https://app.example.com:\uFF18\uFF10` | write such a port, or none
          `https://app.example.com:65537` | write such a port, or none
          `https://app.example.com:8443x` | write such a port, or none
          `https://app.example.com:https` | write such a port, or none
          `https://app.example.com:*:*` | write such a port, or none
          `https://app.example.com:8*` | write such a port, or let an OriginSource decide by the port
          `http://localhost:3000-3010` | write such a port, or let an OriginSource decide by the port
          `http://localhost:3000:*` | write such a port, or none
          `app://x:-1` | write such a port, or let an OriginSource decide by the port
          `app://Foo:65536` | write such a port, or none
          """)
  void a_port_is_a_number_or_an_asterisk(String text, String remedy) {
    assertInvalid(text, "a port is a number from 1 to 65535, or an asterisk alone", remedy);
  }

  @Test
  void a_host_has_at_most_253_characters() {
    String host = "a.".repeat(126) + "bc";
    assertInvalid("https://" + host, "a host has at most 253 characters", "shorten it");
    assertInvalid("https://*." + host, "a host has at most 253 characters", "shorten it");
    assertInvalid("app://" + host, "a host has at most 253 characters", "shorten it");
  }

  @Test
  void below_a_domain_of_252_characters_is_no_host() {
    String domain = "a.".repeat(125) + "b";
    assertThat(domain).hasSize(251);
    assertThat(OriginPattern.match("https://*." + domain)).isNotNull();
    String rule = "a host below this domain would have more than 253 characters";
    assertInvalid("https://*.b" + domain, rule, "shorten it");
    assertInvalid("https://*.bb" + domain + ":*", rule, "shorten it");
    assertThat(OriginPattern.match("https://bb" + domain)).isNotNull();
  }

  /** To each of these browsers say that it is no valid URL. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://xn--f",
        "https://*.xn--f",
        "https://a.xn--f.example",
        "https://xn--f.example:*",
        "https://xn--bcher-kva.xn--f",
        "https://xn--",
        "https://xn--a-.example",
        "https://xn--abc-.example",
        "https://xn---.example",
        "https://xn--9999999999.example",
        "https://xn--bcher-kvb.example",
        "https://xn--_.example"
      })
  void a_label_that_looks_like_punycode_is_some(String text) {
    assertInvalid(
        text,
        "a label that starts with xn-- is a name in punycode, and this one stands for none",
        "write it as location.origin shows it in a browser's console");
  }

  @Test
  void a_scheme_of_64_characters_is_the_longest() {
    assertThat(OriginPattern.match("a".repeat(64) + "://x")).isNotNull();
    assertThat(explanation("a".repeat(65) + "://x").rule()).contains("at most 64 in all");
  }

  @Test
  void a_label_of_63_characters_is_the_longest() {
    assertThat(OriginPattern.match("https://" + "a".repeat(63) + ".example")).isNotNull();
    assertThat(explanation("https://*." + "a".repeat(64) + ".example").rule())
        .isEqualTo("a label of a host has at most 63 characters");
  }

  /** IDNA 2003, which the JDK knows, maps these to other names than browsers do. */
  @Test
  void no_punycode_is_suggested_where_the_jdk_and_browsers_differ() {
    for (String deviation : new String[] {"\u00DF", "\u03C2", "\u200C", "\u200D"}) {
      assertThat(explanation("https://a" + deviation + "b.example").remedy())
          .doesNotContain("https://");
    }
  }

  @Test
  void several_mistakes_are_corrected_at_once() {
    assertThat(explanation(" HTTPS://User@*.B\u00DCCHER.Example.:0443/path?q#f ").remedy())
        .isEqualTo("use \"https://*.xn--bcher-kva.example\"");
  }

  @Tag("large")
  @Test
  void every_text_that_is_no_pattern_is_explained_and_every_correction_is_one() {
    Random random = new Random(7);
    String alphabet = "htps:/*.[]@?#\\,; 0189afxAZ-_%^$|(){}'+\u00FC\u00DF\t\"";
    int explained = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = mutated(random, alphabet);
      if (OriginPattern.match(text) == null) {
        assertQuotedTextsAreValid(explanation(text).remedy());
        explained++;
      }
    }
    assertThat(explained).isGreaterThan(12_000);
  }

  /** The last rule has no condition: it may explain only what is wrong with a port. */
  @Tag("large")
  @Test
  void no_text_without_a_port_is_said_to_have_a_wrong_one() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      String text = mutated(random, "https/*.[]@?#\\,; 0189afxAZ-_%\u00FC\t\"");
      if (OriginPattern.match(text) == null && text.lastIndexOf(':') <= text.indexOf("://")) {
        assertThat(explanation(text).rule()).doesNotContain("a port is a number");
      }
    }
  }

  private static String mutated(Random random, String alphabet) {
    String[] seeds = {
      "https://app.example.com",
      "http://localhost:3000",
      "https://*.example.org:*",
      "http://[2001:db8::1]:8080",
      "https://192.0.2.1",
      "capacitor://localhost",
      "safari-web-extension://AF1F4F2C",
      "app://.",
      "file://",
      "https://(a|b)\\.example",
      "https://xn--bcher-kva.example",
      "null",
      "*"
    };
    StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      char c = alphabet.charAt(random.nextInt(alphabet.length()));
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, c);
        case 1 -> text.replace(at, Math.min(text.length(), at + 1), String.valueOf(c));
        default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      }
    }
    return text.toString();
  }
}
