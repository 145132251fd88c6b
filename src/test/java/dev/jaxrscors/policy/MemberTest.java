package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberTest {

  @Test
  void what_can_be_configured_has_a_key() {
    assertThat(Member.withKeys())
        .extracting(Member::key)
        .containsExactly(
            "origins",
            "dangerously",
            "methods",
            "allowed-headers",
            "exposed-headers",
            "credentials",
            "max-age",
            "refusal");
  }

  @Test
  void four_are_lists() {
    assertThat(Stream.of(Member.values()).filter(Member::isList))
        .containsExactly(
            Member.ORIGINS, Member.METHODS, Member.ALLOWED_HEADERS, Member.EXPOSED_HEADERS);
  }
}
