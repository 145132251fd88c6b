package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VaryingPartTest {

  @Test
  void a_block_of_addresses_is_looked_for_in_a_host_that_is_not_too_long() {
    String longest = "1.".repeat(126) + "1";
    assertThat(longest).hasSize(Host.MAX_LENGTH);
    assertThat(VaryingPart.isBehind(OriginDraft.of("http://" + longest + "/24"))).isTrue();
    assertThat(VaryingPart.isBehind(OriginDraft.of("http://" + longest + ".1/24"))).isFalse();
  }
}
