package dev.jaxrscors.internal.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever {@code Forwarded} holds: each line of the input is one of the field. */
class ForwardedFuzzTest {

  @FuzzTest
  void a_list_of_proxies_is_read_as_cutting_it_reads_it(byte[] input) {
    List<String> lines = List.of(new String(input, ISO_8859_1).split("\n", -1));
    assertThat(Forwarded.of(lines)).isEqualTo(NaiveForwarded.of(lines));
  }
}
