package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Origins that some CORS software has taken for others. Each is either malformed, or meant by none
 * of the patterns it resembles, whichever way one asks.
 */
class LookAlikesTest {
  private static List<OriginPattern> patterns(String texts) {
    return Stream.of(texts.split(" ", -1)).map(OriginPattern::parse).toList();
  }

  private static void assertRefused(String texts, String origin) {
    Origin parsed = requireNonNull(Origin.parse(origin), origin);
    List<OriginPattern> patterns = patterns(texts);
    assertThat(patterns).noneMatch(pattern -> pattern.matches(parsed));
    assertThat(OriginSet.of(patterns).contains(parsed)).isFalse();
  }

  private static void assertAllowed(String texts, String origin) {
    Origin parsed = requireNonNull(Origin.parse(origin), origin);
    List<OriginPattern> patterns = patterns(texts);
    assertThat(patterns).anyMatch(pattern -> pattern.matches(parsed));
    assertThat(OriginSet.of(patterns).contains(parsed)).isTrue();
  }

  /**
   * <a href="https://github.com/advisories/GHSA-vhxv-fg4m-p2w8">GHSA-vhxv-fg4m-p2w8</a>: hosts with
   * a common end were kept in a tree, and what was put together from two of them was let in.
   */
  @ParameterizedTest
  @CsvSource({
    "https://bat https://cat, https://batcat",
    "https://bat https://cat, https://catbat",
    "https://bat https://cat, https://bcat",
    "https://bat https://cat, https://cbat",
    "https://bat https://cat, https://at",
    "https://bat https://cat, https://kat",
    "https://bat https://cat, https://t",
    "https://foo.com https://bar.com, https://foobar.com",
    "https://foo.com https://bar.com, https://bar.foo.com",
    "https://foo.com https://bar.com, https://foo.com.bar.com",
    "https://foo.com https://bar.com, https://com",
    "https://a.example https://b.a.example, https://a.b.a.example",
    "https://bat https://cat https://meerkat https://oat https://rat, https://meercat",
    "https://bat https://cat https://meerkat https://oat https://rat, https://boat",
    "https://bat https://cat https://meerkat https://oat https://rat, https://eerkat"
  })
  void hosts_with_a_common_end_do_not_mix(String patterns, String origin) {
    assertRefused(patterns, origin);
  }

  /** What was put together must not shut out what is listed. */
  @ParameterizedTest
  @CsvSource({
    "https://bat https://cat, https://bat",
    "https://bat https://cat, https://cat",
    "https://bat https://cat https://meerkat https://oat https://rat, https://meerkat",
    "https://foo.com https://bar.com, https://bar.com",
    "https://a.example https://b.a.example, https://b.a.example",
    "https://*.example.org https://example.org, https://example.org",
    "https://*.example.org https://*.a.example.org:8443, https://b.a.example.org",
    "https://*.example.org https://*.a.example.org:8443, https://b.a.example.org:8443",
    "http://localhost:* http://localhost:3000, http://localhost:3001"
  })
  void hosts_with_a_common_end_are_each_let_in(String patterns, String origin) {
    assertAllowed(patterns, origin);
  }

  /** The same advisory: the origin was split, not read, and its end was what counted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.com/.example.org",
        "https://evil.com/a.example.org",
        "https://evil.com?.example.org",
        "https://evil.com#.example.org",
        "https://evil.com\\.example.org",
        "https://evil.com@a.example.org",
        "https://a.example.org@evil.com",
        "https://evil.com:443.example.org",
        "https://evil.com:.example.org",
        "https://evil.com,https://a.example.org",
        "https://a.example.org https://evil.com",
        "https://evil.com\t.example.org",
        "https://evil.com\n.example.org",
        "https://evil.com%2f.example.org",
        "https://.example.org",
        "https://..example.org",
        "https://a..example.org",
        "https://a.example.org.",
        "https://*.example.org"
      })
  void what_only_ends_like_a_subdomain_is_malformed(String origin) {
    assertThat(Origin.parse(origin)).isNull();
  }

  /** Patterns that were regular expressions, with dots that stood for any character. */
  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, https://appxexample.com",
    "https://app.example.com, https://app-example.com",
    "https://app.example.com, https://app.examplexcom",
    "https://*.example.com, https://xexample.com",
    "https://*.example.com, https://axexample.com",
    "https://*.example.com, https://a.examplexcom",
    "https://my_app.example.com, https://myxapp.example.com",
    "http://127.0.0.1, http://127x0x0x1",
    "http://[::1], http://[::2]"
  })
  void a_dot_is_a_dot(String patterns, String origin) {
    assertRefused(patterns, origin);
  }

  /** Patterns that were looked for anywhere in the origin, or at one end of it. */
  @ParameterizedTest
  @CsvSource({
    "https://example.com, https://example.com.evil.com",
    "https://example.com, https://evilexample.com",
    "https://example.com, https://evil-example.com",
    "https://example.com, https://example.community",
    "https://example.com, https://example.co",
    "https://example.com, xhttps://example.com",
    "https://example.com:844, https://example.com:8443",
    "https://example.com:8443, https://example.com:844",
    "https://*.example.com, https://a.example.com.evil.com",
    "https://*.example.com, https://a.example.com-evil.com",
    "https://*.example.com, https://evilexample.com",
    "https://*.example.com, https://example.com.evil",
    "https://*.example.com:*, https://example.com:8443",
    "http://localhost:*, http://localhost.evil.com",
    "http://localhost:*, http://localhost.evil.com:3000",
    "http://localhost:*, http://evil-localhost:3000",
    "capacitor://localhost, xcapacitor://localhost",
    "capacitor://localhost, capacitor://localhost.evil"
  })
  void the_whole_origin_counts(String patterns, String origin) {
    assertRefused(patterns, origin);
  }

  /** The apex is often run by someone else than its subdomains, and the other way about. */
  @ParameterizedTest
  @CsvSource({
    "https://*.example.org, https://example.org",
    "https://*.a.example.org, https://a.example.org",
    "https://*.a.example.org, https://b.example.org",
    "https://*.example.org:8443, https://example.org:8443",
    "https://example.org, https://a.example.org",
    "https://example.org:*, https://a.example.org:1"
  })
  void an_apex_and_its_subdomains_are_listed_apart(String patterns, String origin) {
    assertRefused(patterns, origin);
  }

  /** Other spellings of an allowed address or host, which no browser sends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.1",
        "http://0x7f000001",
        "http://2130706433",
        "http://0177.0.0.1",
        "http://127.0.0.1.",
        "http://127.0.0.01",
        "http://[0:0:0:0:0:0:0:1]",
        "http://[::0001]",
        "http://[::ffff:127.0.0.1]",
        "http://[::1%25lo]",
        "HTTP://localhost",
        "http://LOCALHOST",
        "http://localhost.",
        "http://localhost:80",
        "http://localhost:03000",
        "http://localhost:99999",
        "http://localhost:*",
        "http://localhost/"
      })
  void another_spelling_of_the_same_host_is_malformed(String origin) {
    assertThat(Origin.parse(origin)).isNull();
  }

  /** Names that are read alike, and are not the same: browsers send punycode. */
  @ParameterizedTest
  @CsvSource({
    "https://xn--bcher-kva.example, https://xn--bcher-kvb.example",
    "https://xn--bcher-kva.example, https://bcher.example",
    "https://xn--bcher-kva.example, https://bucher.example",
    "https://paypal.example, https://xn--pypal-4ve.example",
    "https://example.com, https://examp1e.com",
    "https://r3---sn-25ge7n.example.net, https://r3--sn-25ge7n.example.net"
  })
  void punycode_is_compared_letter_by_letter(String patterns, String origin) {
    assertRefused(patterns, origin);
  }
}
