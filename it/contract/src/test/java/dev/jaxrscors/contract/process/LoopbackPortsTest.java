package dev.jaxrscors.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

  @Test
  void they_differ_and_a_system_hands_out_none_of_them_by_itself() {
    assertThat(LoopbackPorts.free(200))
        .hasSize(200)
        .doesNotHaveDuplicates()
        .allMatch(port -> port >= 1_024 && port < 32_768);
  }

  @Test
  void what_is_taken_is_not_among_them() throws IOException {
    List<ServerSocket> taken = new ArrayList<>();
    try {
      // So many that some of them are drawn again for certain.
      for (int port : LoopbackPorts.free(200)) {
        taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
      }
      assertThat(LoopbackPorts.free(2_000))
          .doesNotContainAnyElementsOf(taken.stream().map(ServerSocket::getLocalPort).toList());
    } finally {
      for (ServerSocket socket : taken) {
        socket.close();
      }
    }
  }

  @Test
  void there_are_not_endlessly_many() {
    assertThatThrownBy(() -> LoopbackPorts.free(20_000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("only \\d+ free ports on loopback");
  }
}
