package dev.jaxrscors.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a process of its own: how it starts, how it fails to, and how it ends. */
@Timeout(60)
class DemoTest {

  private Process demo;

  @AfterEach
  void end() {
    demo.destroyForcibly();
  }

  @Test
  void it_prints_where_it_is_and_what_to_try_and_ends_by_a_signal() throws Exception {
    demo = at("0", "0");
    try (BufferedReader out = demo.inputReader(UTF_8)) {
      int port = portIn(out.readLine());
      List<String> rest = out.lines().limit(Welcome.lines(port, 0).size() - 1).toList();
      int pages = pagesPortIn(rest);
      assertThat(rest).isEqualTo(Welcome.lines(port, pages).stream().skip(1).toList());
      assertThat(Http.exchange(pages, "GET / HTTP/1.1\nHost: app.localhost\n\n"))
          .startsWith("HTTP/1.1 200 OK\n")
          .contains("<title>");
      assertThat(Http.exchange(port, Curl.request(Welcome.curls(port).get(0))))
          .startsWith("HTTP/1.1 200 OK\n");
      demo.toHandle().destroy();
      assertThat(out.readLine()).isEqualTo("Stopped.");
    }
    assertThat(demo.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void the_pages_are_at_the_port_after_that_of_the_shop() throws Exception {
    int port = freePortBeforeAnotherFreeOne();
    demo = demo("-D" + Demo.PORT + "=" + port);
    try (BufferedReader out = demo.inputReader(UTF_8)) {
      assertThat(portIn(out.readLine())).isEqualTo(port);
      assertThat(pagesPortIn(out.lines().takeWhile(line -> !line.startsWith("Try")).toList()))
          .isEqualTo(port + 1);
    }
  }

  @Test
  void a_port_that_is_taken_is_one_line_and_status_1() throws Exception {
    try (DemoServer other = DemoServer.start(0)) {
      demo = at(Integer.toString(other.port()), "0");
      assertThat(errorLines())
          .containsExactly(
              "Port %d is taken: choose another with -Ddemo.port=8090.".formatted(other.port()));
      assertThat(demo.waitFor()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "-1", "65536", ""})
  void a_port_that_is_none_is_one_line_and_status_1(String port) throws Exception {
    demo = at(port, "0");
    assertThat(errorLines())
        .containsExactly("demo.port is a number from 0 to 65535, not \"%s\".".formatted(port));
    assertThat(demo.waitFor()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "65536"})
  void a_port_of_the_pages_that_is_none_is_one_line_and_status_1(String port) throws Exception {
    demo = at("0", port);
    assertThat(errorLines())
        .containsExactly(
            "demo.pages.port is a number from 0 to 65535, not \"%s\".".formatted(port));
    assertThat(demo.waitFor()).isEqualTo(1);
  }

  /** Returns what it says before it ends, the log's own lines left out. */
  private List<String> errorLines() throws IOException {
    try (BufferedReader err = demo.errorReader(UTF_8)) {
      return err.lines().filter(line -> !line.startsWith("INFO ")).toList();
    }
  }

  private static int portIn(String line) {
    assertThat(line).startsWith("http://api.localhost:");
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }

  private static int pagesPortIn(List<String> lines) {
    Pattern friend = Pattern.compile("  http://app\\.localhost:(\\d+) .*");
    return lines.stream()
        .map(friend::matcher)
        .filter(Matcher::matches)
        .mapToInt(line -> Integer.parseInt(line.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static int freePortBeforeAnotherFreeOne() throws IOException {
    for (int i = 0; i < 100; i++) {
      int port = freePort(0);
      if (port < 65_535 && isFree(port + 1)) {
        return port;
      }
    }
    throw new AssertionError("no two free ports stand side by side");
  }

  private static boolean isFree(int port) throws IOException {
    try {
      return freePort(port) == port;
    } catch (BindException e) {
      return false;
    }
  }

  private static int freePort(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process at(String port, String pagesPort) throws IOException {
    return demo("-D" + Demo.PORT + "=" + port, "-D" + Demo.PAGES_PORT + "=" + pagesPort);
  }

  private static Process demo(String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(properties));
    command.add(Demo.class.getName());
    return new ProcessBuilder(command).start();
  }
}
