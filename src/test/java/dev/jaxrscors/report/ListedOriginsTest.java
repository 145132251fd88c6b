package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many origins of a policy are shown. */
class ListedOriginsTest {

  private static List<String> origins(int number) {
    return IntStream.range(0, number).mapToObj("https://tenant-%d.example"::formatted).toList();
  }

  @Test
  void two_hundred_are_shown_in_whole() {
    assertThat(ListedOrigins.shown(origins(200))).isEqualTo(origins(200));
  }

  @Test
  void of_more_the_rest_is_counted_and_has_a_fingerprint() {
    List<String> shown = ListedOrigins.shown(origins(201));
    assertThat(shown).hasSize(201).startsWith(origins(200).toArray(String[]::new));
    assertThat(shown.get(200)).matches("and 1 more \\(SHA-256 of all: [0-9a-f]{16}\\)");
  }

  @Test
  void policies_that_share_a_list_share_what_is_read_of_it() {
    Policy first = Policy.builder().origins("http://a.example", "https://b.example").build();
    ListedOrigins.Reader reader = new ListedOrigins.Reader();
    ListedOrigins listed = reader.of(first);
    assertThat(listed.patterns()).containsExactly("http://a.example", "https://b.example");
    assertThat(listed.hazards()).containsExactly(Hazard.INSECURE_ORIGIN);
    assertThat(reader.of(first)).isSameAs(listed);
  }
}
