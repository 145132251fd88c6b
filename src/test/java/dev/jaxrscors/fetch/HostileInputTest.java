package dev.jaxrscors.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever bytes a request has, the parsers for requests read them, and never throw. */
@Tag("large")
class HostileInputTest {
  private static final String[] VALID = {
    "https://app.example.com",
    "https://app.example.com:8443",
    "http://localhost:3000",
    "http://127.0.0.1:8080",
    "https://[2001:db8::1]:8443",
    "http://[::ffff:c000:201]",
    "capacitor://localhost",
    "https://xn--bcher-kva.example",
    "https://r3---sn-25ge7n.example.net",
    "null",
    "https://my_app.example.com:1",
    "https://255.255.255.255:65535",
    "safari-web-extension://AF1F4F2C-2B0B-4F4E-9E7A-0D3F7F1F2A33",
    "app://.",
    "app://x:8080",
    "qrc://",
    "file://"
  };

  /** What may stand in an opaque host besides. */
  private static final String OPAQUE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!\"$%&'()*,;=`{}~";

  private final Random random = new Random(2024);

  private void assertReads(String text) {
    assertThatCode(
            () -> {
              Origin origin = Origin.parse(text);
              if (origin != null) {
                assertThat(origin.serialized()).isEqualTo(text);
                assertRoundTrip(origin);
              }
              assertThat(Origin.isOrigin(text)).isEqualTo(origin != null);
              RequestMethod method = RequestMethod.parse(text);
              assertThat(RequestMethod.isAskable(text))
                  .isEqualTo(method != null && !method.isForbidden());
              HeaderList list = HeaderList.of(List.of(text, text));
              assertThat(list.names()).allMatch(n -> HeaderName.isToken(n, 0, n.length()));
            })
        .as(text)
        .doesNotThrowAnyException();
  }

  /** An origin's parts, put together, are the origin. */
  private static void assertRoundTrip(Origin origin) {
    if (origin.isOpaque()) {
      return;
    }
    String start = origin.scheme() + "://" + origin.host();
    assertThat(origin.serialized()).isIn(start, start + ":" + origin.port());
    assertThat(origin.host().kind()).isNotNull();
  }

  @Test
  void random_bytes_never_throw() {
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertReads(new String(bytes, ISO_8859_1));
    }
  }

  @Test
  void random_characters_never_throw() {
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("https://");
      for (int c = random.nextInt(20); c > 0; c--) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      }
      assertReads(text.toString());
    }
  }

  @Test
  void every_prefix_and_every_suffix_of_a_valid_origin_is_read() {
    for (String valid : VALID) {
      for (int i = 0; i <= valid.length(); i++) {
        assertReads(valid.substring(0, i));
        assertReads(valid.substring(i));
      }
    }
  }

  @Test
  void every_character_at_every_place_of_a_valid_origin_is_read() {
    for (String valid : VALID) {
      for (int at = 0; at <= valid.length(); at++) {
        for (char c = 0; c < 256; c++) {
          assertReads(valid.substring(0, at) + c + valid.substring(at));
        }
      }
    }
  }

  @Test
  void no_character_beyond_the_grammar_is_ever_admitted() {
    for (String valid : VALID) {
      String more = valid.startsWith("http") || valid.equals("null") ? "" : OPAQUE;
      for (int at = 0; at <= valid.length(); at++) {
        for (char c = 0; c < 0x3000; c++) {
          if (("abcdefghijklmnopqrstuvwxyz0123456789+-._:/[]" + more).indexOf(c) < 0) {
            assertThat(Origin.parse(valid.substring(0, at) + c + valid.substring(at))).isNull();
          }
        }
      }
    }
  }

  @Test
  void mutations_are_accepted_exactly_when_a_regular_expression_accepts_them() {
    int accepted = 0;
    for (int i = 0; i < 300_000; i++) {
      String text = mutated();
      boolean expected = ReferenceOrigins.isOrigin(text);
      assertThat(Origin.parse(text) != null).as(text).isEqualTo(expected);
      accepted += expected ? 1 : 0;
    }
    // Both answers are common, or the comparison would say little.
    assertThat(accepted).isBetween(30_000, 200_000);
  }

  private String mutated() {
    String alphabet = "abx0123456789..::--_/htps*@A %!{^";
    StringBuilder text = new StringBuilder(VALID[random.nextInt(VALID.length)]);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      String c = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + 1 + random.nextInt(2));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, c);
        case 1 -> text.replace(at, end, c);
        default -> text.delete(at, end);
      }
    }
    return text.toString();
  }

  @Test
  void an_origin_with_brackets_is_accepted_only_in_its_canonical_spelling() {
    String alphabet = "0123abcf:::.]";
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder address = new StringBuilder();
      for (int c = random.nextInt(12); c > 0; c--) {
        address.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String text = "https://[" + address + "]";
      if (Origin.parse(text) != null) {
        assertThat(Ipv6.canonical(address.toString())).isEqualTo(address.toString());
        accepted++;
      }
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void reading_an_origin_allocates_nothing_but_the_origin() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    int read = 0;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        read += Origin.parse("https://app.example.com:8443") == null ? 0 : 1;
        read += Origin.parse("https://192.0.2.1") == null ? 0 : 1;
        read += Origin.parse("https://app.example.com/") == null ? 0 : 1;
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(read).isEqualTo(20 * 200);
    // Two objects of a header, a reference and three numbers.
    assertThat(least).isLessThanOrEqualTo(100 * 2 * 40L);
  }
}
