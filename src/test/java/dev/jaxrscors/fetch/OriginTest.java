package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  private static Origin parsed(String text) {
    return requireNonNull(Origin.parse(text), text);
  }

  @Nested
  class The_parser_for_requests {
    @ParameterizedTest
    @CsvSource({
      "https://app.example.com, https, app.example.com, DOMAIN, 443",
      "http://app.example.com, http, app.example.com, DOMAIN, 80",
      "https://app.example.com:8443, https, app.example.com, DOMAIN, 8443",
      "http://app.example.com:443, http, app.example.com, DOMAIN, 443",
      "https://app.example.com:80, https, app.example.com, DOMAIN, 80",
      "http://localhost:3000, http, localhost, DOMAIN, 3000",
      "https://bat, https, bat, DOMAIN, 443",
      "https://a.b.c.d.e.f.g.example, https, a.b.c.d.e.f.g.example, DOMAIN, 443",
      "https://x:1, https, x, DOMAIN, 1",
      "https://x:65535, https, x, DOMAIN, 65535",
      "http://127.0.0.1, http, 127.0.0.1, IPV4, 80",
      "http://127.0.0.1:8080, http, 127.0.0.1, IPV4, 8080",
      "https://192.168.1.10, https, 192.168.1.10, IPV4, 443",
      "http://[::1], http, [::1], IPV6, 80",
      "http://[::1]:8080, http, [::1], IPV6, 8080",
      "https://[2001:db8::1], https, [2001:db8::1], IPV6, 443",
      "capacitor://localhost, capacitor, localhost, DOMAIN, -1",
      "ionic://localhost, ionic, localhost, DOMAIN, -1",
      "tauri://localhost:80, tauri, localhost, DOMAIN, 80",
      "ws://x.example, ws, x.example, DOMAIN, 80",
      "wss://x.example, wss, x.example, DOMAIN, 443",
      "ftp://x.example, ftp, x.example, DOMAIN, 21",
      "chrome-extension://abcdefghijklmnopabcdefghijklmnop, chrome-extension, abcdefghijklmnopabcdefghijklmnop, DOMAIN, -1",
      "moz-extension://6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11, moz-extension, 6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11, DOMAIN, -1",
      "safari-web-extension://AF1F4F2C-2B0B-4F4E-9E7A-0D3F7F1F2A33, safari-web-extension, AF1F4F2C-2B0B-4F4E-9E7A-0D3F7F1F2A33, OPAQUE, -1",
      "app://., app, ., OPAQUE, -1",
      "app://-, app, -, DOMAIN, -1",
      "app://.:8080, app, ., OPAQUE, 8080",
      "app://, app, '', OPAQUE, -1",
      "qrc://, qrc, '', OPAQUE, -1",
      "file://, file, '', OPAQUE, -1",
      "app://Example.com., app, Example.com., OPAQUE, -1",
      "app://1.2.3, app, 1.2.3, OPAQUE, -1",
      "app://127.0.0.1, app, 127.0.0.1, IPV4, -1",
      "app://[::1]:80, app, [::1], IPV6, 80",
      "app://b%C3%BCcher, app, b%C3%BCcher, OPAQUE, -1",
      "app://*, app, *, OPAQUE, -1",
      "ms-appx-web://Microsoft.App_8wekyb3d8bbwe!App, ms-appx-web, Microsoft.App_8wekyb3d8bbwe!App, OPAQUE, -1",
      "https://r3---sn-25ge7n.example.net, https, r3---sn-25ge7n.example.net, DOMAIN, 443",
      "https://my_app.example.com, https, my_app.example.com, DOMAIN, 443",
      "https://1and1.example, https, 1and1.example, DOMAIN, 443",
      "https://xn--bcher-kva.example, https, xn--bcher-kva.example, DOMAIN, 443"
    })
    void reads_what_browsers_send(
        String text, String scheme, String host, Host.Kind kind, int port) {
      Origin origin = parsed(text);
      assertThat(origin.isOpaque()).isFalse();
      assertThat(origin.scheme()).isEqualTo(scheme);
      assertThat(origin.host()).hasToString(host);
      assertThat(origin.host().kind()).isEqualTo(kind);
      assertThat(origin.port()).isEqualTo(port);
      assertThat(origin.serialized()).isSameAs(text);
      assertThat(origin).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "*",
          "null ",
          " null",
          "NULL",
          "Null",
          "nul",
          "nulll",
          "null,null",
          "undefined",
          "https",
          "https:",
          "https:/",
          "https://",
          "https:///",
          "//app.example.com",
          "app.example.com",
          "app.example.com:8443",
          "://app.example.com",
          ":",
          "https:app.example",
          "https:/app.example.com",
          "https:///app.example.com",
          "https:\\\\app.example.com",
          "HTTPS://app.example.com",
          "Https://app.example.com",
          "https://App.example.com",
          "https://app.example.COM",
          "https://app.example.com/",
          "https://app.example.com/path",
          "https://app.example.com?",
          "https://app.example.com?q",
          "https://app.example.com#",
          "https://app.example.com#f",
          "https://app.example.com\\",
          "https://app.example.com:443",
          "http://app.example.com:80",
          "ws://app.example.com:80",
          "wss://app.example.com:443",
          "ftp://app.example.com:21",
          "https://app.example.com:",
          "https://app.example.com:0",
          "https://app.example.com:00",
          "https://app.example.com:08443",
          "https://app.example.com:65536",
          "https://app.example.com:99999999999",
          "https://app.example.com:+443",
          "https://app.example.com:-1",
          "https://app.example.com:8443a",
          "https://app.example.com: 8443",
          "https://app.example.com:8443 ",
          "https://app.example.com:*",
          "https://app.example.com:8443:8443",
          "https://app.example.com:8443/",
          "https://:8443",
          "https://user@app.example.com",
          "https://user:secret@app.example.com",
          "https://@app.example.com",
          "https://app.example.com@evil.com",
          "https://app.example.com:pw@evil.com",
          " https://app.example.com",
          "https://app.example.com ",
          "\thttps://app.example.com",
          "https://app.example.com\r\n",
          "https://app.example.com\r\nX: y",
          "https://app.example.com\u0000",
          "https://app.exa mple.com",
          "https://app%2eexample.com",
          "https://app.example.com%00",
          "https://app.example.com,https://evil.com",
          "https://app.example.com, https://evil.com",
          "https://app.example.com https://evil.com",
          "https://app.example.com;",
          "https://app.example.com.",
          "https://.app.example.com",
          "https://.",
          "https://..",
          "https://app..example.com",
          "https://*.example.com",
          "https://*",
          "https://b\u00FCcher.example",
          "https://\u212Aelvin.example",
          "https://app\uFF0Eexample.com",
          "https://app\u3002example.com",
          "https://app.example\u200B.com",
          "https://127.1",
          "https://127.0.0.01",
          "https://0x7f000001",
          "https://2130706433",
          "https://127.0.0.1.",
          "https://127.0.0.256",
          "https://1.2.3.4.5",
          "https://example.1",
          "https://[::1",
          "https://::1",
          "https://[::1]x",
          "https://[::1]:",
          "https://[::1]:443",
          "https://[0:0:0:0:0:0:0:1]",
          "https://[::FFFF]",
          "https://[::ffff:127.0.0.1]",
          "https://[fe80::1%25eth0]",
          "https://[]",
          "https://[",
          "https://]",
          "1http://app.example.com",
          "ht tp://app.example.com",
          "ht_tp://app.example.com",
          "javascript:alert(1)",
          "data:text/html,x",
          "file:",
          "file:/",
          "file:///",
          "file:///etc/passwd",
          "file://Server",
          "file://:80",
          "FILE://",
          "about:blank",
          "app:",
          "app:/",
          "app:///",
          "app://./",
          "app://:80",
          "app://:",
          "app://x:",
          "app://x:0",
          "app://x:65536",
          "app://x y",
          "app://x\t",
          "app://x#",
          "app://x?",
          "app://x/y",
          "app://x@y",
          "app://x<y",
          "app://x>y",
          "app://x[y",
          "app://x]y",
          "app://x\\y",
          "app://x^y",
          "app://x|y",
          "app://x%",
          "app://x%4",
          "app://x%4g",
          "app://x%\uFF14\uFF11",
          "app://x\u007F",
          "app://b\u00FCcher",
          "app://\u212Aelvin",
          "app://[::01]",
          "app://[::1]x",
          "app://x, https://evil.com",
          "app://x,https://evil.com",
          "APP://x",
          "<script>alert(1)</script>",
          "https://<script>",
          "https://app.example.com'",
          "https://\"app\""
        })
    void refuses_what_no_browser_sends(String text) {
      assertThat(Origin.parse(text)).isNull();
    }

    /**
     * What look-alikes other CORS software has let in: here each is either malformed or foreign.
     */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.com/.example.org",
          "https://evil.com#.example.org",
          "https://evil.com?.example.org",
          "https://evil.com\\.example.org",
          "https://evil.com:443@example.org",
          "https://evil.com%00.example.org",
          "https://.example.org",
          "https://a..example.org",
          "https://good https://evil",
          "https://evil.com`.example.org",
          "https://evil.com{.example.org",
          "https://evil.com}.example.org",
          "https://evil.com|.example.org",
          "https://evil.com!.example.org",
          "https://evil.com$.example.org",
          "https://evil.com&.example.org",
          "https://evil.com'.example.org",
          "https://evil.com(.example.org",
          "https://evil.com).example.org",
          "https://evil.com*.example.org",
          "https://evil.com+.example.org",
          "https://evil.com,.example.org",
          "https://evil.com;.example.org",
          "https://evil.com=.example.org",
          "https://evil.com^.example.org",
          "https://evil.com~.example.org",
          "https://evil.com\".example.org",
          "https://evil.com\u007F.example.org",
          "https://evil.com\u0001.example.org"
        })
    void refuses_what_is_made_to_look_like_a_subdomain(String text) {
      assertThat(Origin.parse(text)).isNull();
    }

    @Test
    void reads_the_opaque_origin() {
      assertThat(Origin.parse("null")).isSameAs(Origin.OPAQUE);
    }

    @Test
    void reads_the_longest_origin_and_refuses_one_character_more() {
      String scheme = "a".repeat(Scheme.MAX_LENGTH);
      String longest = scheme + "://" + "b.".repeat(126) + "c:65535";
      assertThat(longest).hasSize(Origin.MAX_LENGTH);
      assertThat(parsed(longest).port()).isEqualTo(65535);
      assertThat(Origin.parse("a" + longest)).isNull();
      assertThat(Origin.parse(scheme + "://" + "b.".repeat(126) + "cc")).isNull();
    }

    @Test
    void reads_an_opaque_host_as_long_as_any() {
      assertThat(Origin.parse("a".repeat(64) + "://" + "B".repeat(253) + ":65535")).isNotNull();
      assertThat(Origin.parse("app://" + "B".repeat(254))).isNull();
      assertThat(Origin.parse("app://" + "%41".repeat(84) + "B")).isNotNull();
      assertThat(Origin.parse("app://" + "%41".repeat(84) + "BB")).isNull();
    }

    @Test
    void refuses_mebibytes_without_reading_them() {
      String huge = "https://" + "a.".repeat(1 << 24);
      long start = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        assertThat(Origin.parse(huge)).isNull();
      }
      assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
  }

  @Test
  void the_opaque_origin_and_that_of_pages_from_disk_are_anyones() {
    assertThat(Origin.OPAQUE.isAnyones()).isTrue();
    assertThat(parsed("file://").isAnyones()).isTrue();
    assertThat(parsed("file://").isOpaque()).isFalse();
    for (String text : new String[] {"https://null", "app://", "files://", "https://file"}) {
      assertThat(parsed(text).isAnyones()).as(text).isFalse();
    }
  }

  @Nested
  class The_opaque_origin {
    @Test
    void is_serialised_as_null() {
      assertThat(Origin.OPAQUE.isOpaque()).isTrue();
      assertThat(Origin.OPAQUE.serialized()).isEqualTo("null");
      assertThat(Origin.OPAQUE).hasToString("null");
      assertThat(Origin.OPAQUE.port()).isEqualTo(-1);
    }

    @Test
    void has_no_scheme_and_no_host() {
      assertThatIllegalStateException().isThrownBy(Origin.OPAQUE::scheme);
      assertThatIllegalStateException().isThrownBy(Origin.OPAQUE::host);
    }
  }

  @Nested
  class The_origin_of_a_uri {
    @ParameterizedTest
    @CsvSource({
      "https://app.example.com/orders?q=1#top, https://app.example.com",
      "https://app.example.com, https://app.example.com",
      "HTTPS://App.Example.COM/Orders, https://app.example.com",
      "https://app.example.com:443/, https://app.example.com",
      "http://app.example.com:80/, http://app.example.com",
      "http://app.example.com:443/, http://app.example.com:443",
      "https://app.example.com:80/, https://app.example.com:80",
      "https://app.example.com:4430/, https://app.example.com:4430",
      "http://localhost:8080/api/orders, http://localhost:8080",
      "https://user:secret@app.example.com:8443/, https://app.example.com:8443",
      "https://my_app.example.com/, https://my_app.example.com",
      "https://my_app.example.com:443/, https://my_app.example.com",
      "https://my_app.example.com:8443/, https://my_app.example.com:8443",
      "http://127.0.0.1:8080/, http://127.0.0.1:8080",
      "http://[::1]:8080/, http://[::1]:8080",
      "http://[::1]:80/, http://[::1]",
      "https://[2001:DB8::1]/, https://[2001:db8::1]",
      "ws://app.example.com:80/chat, ws://app.example.com",
      "capacitor://localhost/index.html, capacitor://localhost",
      "APP://Foo/index.html, app://Foo",
      "app://Foo:443/, app://Foo:443",
      "safari-web-extension://AF1F4F2C-2B0B/popup.html, safari-web-extension://AF1F4F2C-2B0B"
    })
    void is_its_scheme_host_and_port_as_a_browser_serialises_them(URI uri, String origin) {
      assertThat(Origin.of(uri)).isNotNull().hasToString(origin);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "/orders",
          "orders",
          "?q",
          "//app.example.com/orders",
          "mailto:a@example.com",
          "urn:isbn:1",
          "file:/etc",
          "file:///etc",
          "data:text/plain,x",
          "http:/orders",
          "http://app.example.com./",
          "http://app.example.com:0/",
          "http://127.1/",
          "http://[fe80::1%25eth0]/",
          "http://a%20b/",
          "http://host:99999/",
          "x://h:-1"
        })
    void is_null_if_it_has_none(URI uri) {
      assertThat(Origin.of(uri)).isNull();
    }

    @Test
    void is_null_if_its_host_is_longer_than_any() {
      assertThat(Origin.of(URI.create("http://" + "a.".repeat(5_000) + "b/"))).isNull();
    }

    @Test
    void equals_the_origin_a_browser_sends_for_it() {
      assertThat(Origin.of(URI.create("https://Shop.example:443/x")))
          .isEqualTo(Origin.parse("https://shop.example"));
    }
  }

  @Test
  void origins_are_equal_by_their_serialisation() {
    assertThat(parsed("https://app.example.com"))
        .isEqualTo(parsed("https://app.example.com"))
        .hasSameHashCodeAs(parsed("https://app.example.com"))
        .isNotEqualTo(parsed("http://app.example.com"))
        .isNotEqualTo(parsed("https://app.example.com:8443"))
        .isNotEqualTo(Origin.OPAQUE)
        .isNotEqualTo("https://app.example.com")
        .isNotEqualTo(null);
  }
}
