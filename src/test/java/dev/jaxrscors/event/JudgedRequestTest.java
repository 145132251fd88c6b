package dev.jaxrscors.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What events hold. */
class JudgedRequestTest {

  @Test
  void what_a_client_sends_is_cut() {
    String longOne = "x".repeat(100_000);
    JudgedRequest request =
        new JudgedRequest(RequestKind.ACTUAL, longOne, longOne, longOne, "Orders");

    assertThat(Stream.of(request.origin(), request.method(), request.path()))
        .allSatisfy(text -> assertThat(text).hasSize(256));
  }

  @Test
  void what_is_short_stays_as_it_is() {
    JudgedRequest request =
        new JudgedRequest(
            RequestKind.PREFLIGHT, "https://a.example", "PUT", "/orders/{id}", "Orders");

    assertThat(Stream.of(request.origin(), request.method(), request.path()))
        .containsExactly("https://a.example", "PUT", "/orders/{id}");
  }

  @Test
  void a_change_without_mistakes_is_in_force() {
    assertThat(new CorsEvent.Reconfigured(List.of("a"), "", List.of()).isInForce()).isTrue();
    assertThat(new CorsEvent.Reconfigured(List.of("a"), "", List.of("b")).isInForce()).isFalse();
  }

  @Test
  void every_reason_is_a_clause_of_its_own() {
    assertThat(Stream.of(Reason.values()).map(Reason::text)).doesNotHaveDuplicates();
  }
}
