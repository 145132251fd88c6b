package dev.jaxrscors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.Origin;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the words on a resource say where an application leaves it to them. */
class WordsTest {

  private static final Target ORDERS = new FakeTarget("api.example.com", "/orders/{id}", "GET");
  private static final Target NONE = new FakeTarget("api.example.com", Target.UNMATCHED, "GET");

  @Test
  void a_target_is_matched_unless_its_path_stands_for_none() {
    assertThat(ORDERS.isMatched()).isTrue();
    assertThat(NONE.isMatched()).isFalse();
  }

  @Test
  void a_source_of_origins_need_not_know_how_to_add_one() {
    OriginSource source = (origin, target) -> false;
    Origin origin = Objects.requireNonNull(Origin.parse("https://app.example.com"));
    assertThat(source.remedy(origin, ORDERS)).isEmpty();
  }
}
