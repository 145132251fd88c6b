package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 79, 81, 80, 442, 444, 3000, 8080, 8443, 65534, 65535})
  void a_port_is_a_number_from_1_to_65535(int port) {
    assertThat(Port.after("x:" + port, 1, 443)).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        ":0",
        ":00",
        ":01",
        ":080",
        ":65536",
        ":70000",
        ":655350",
        ":4294967297",
        ":+80",
        ":-80",
        ": 80",
        ":80 ",
        ":8o",
        ":80:90",
        ":*",
        ":**",
        ":80*",
        "80",
        "/",
        "/80",
        "?",
        "#",
        " ",
        ",",
        ":\uFF18\uFF10",
        ":80/",
        ":80\r\n",
        ":0x50",
        ":8_0"
      })
  void anything_else_after_the_host_is_malformed(String tail) {
    assertThat(Port.after("x" + tail, 1, 443)).isEqualTo(Port.MALFORMED);
  }

  @Test
  void without_a_port_the_default_one_counts() {
    assertThat(Port.after("x", 1, 443)).isEqualTo(443);
    assertThat(Port.after("x", 1, Port.NONE)).isEqualTo(Port.NONE);
  }

  @Test
  void the_default_port_is_malformed_because_browsers_leave_it_out() {
    assertThat(Port.after("x:443", 1, 443)).isEqualTo(Port.MALFORMED);
    assertThat(Port.after("x:443", 1, 80)).isEqualTo(443);
    assertThat(Port.after("x:443", 1, Port.NONE)).isEqualTo(443);
  }
}
