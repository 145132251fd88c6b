package dev.jaxrscors.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServerProcessTest {

  private static final Pattern PID = Pattern.compile("pid (\\d+)");

  @Test
  void a_server_that_answers_with_its_token_is_up() {
    ServerProcess server = tiny("serve");
    server.start();
    try {
      SocketClient client = SocketClient.of(server.baseUri("tiny"));
      assertThat(client.send(Request.of("GET", "deployment")).status()).isEqualTo(200);
    } finally {
      server.stop();
    }
  }

  @Test
  void stopping_ends_the_processes_that_the_server_launched_too() {
    ServerProcess server = tiny("parent");
    server.start();
    ProcessHandle grandchild = ProcessHandle.of(pidIn(server.log())).orElseThrow();
    assertThat(grandchild.isAlive()).isTrue();

    server.stop();

    assertThat(grandchild.isAlive()).isFalse();
  }

  @Test
  void stopping_twice_or_before_the_start_does_nothing() {
    ServerProcess server = tiny("serve");
    server.stop();
    server.start();
    server.stop();
    server.stop();

    assertThatThrownBy(server::log).hasMessage("tiny does not run");
  }

  @Test
  void a_server_that_ends_is_told_at_once_with_the_end_of_its_log() {
    assertThatThrownBy(tiny("fail")::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("tiny ended and did not answer at http://127.0.0.1:")
        .hasMessageContaining("server.log and ends:\n")
        .hasMessageContaining("no such behaviour: fail");
  }

  @Test
  void a_server_that_never_answers_is_given_up_and_stopped() {
    ServerProcess server = tiny("silent").waiting(Duration.ofSeconds(2));

    assertThatThrownBy(server::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/tiny/api/ within 2.0 s; its log is ")
        .hasMessageContaining("behaving: silent");
    assertThatThrownBy(server::log).hasMessage("tiny does not run");
  }

  @Test
  void a_server_with_another_token_is_not_taken_for_ours() {
    ServerProcess impostor = tiny("impostor").waiting(Duration.ofSeconds(2));

    assertThatThrownBy(impostor::start).hasMessageContaining("did not answer");
  }

  @Test
  void at_most_sixty_lines_of_the_log_are_told() throws Exception {
    ServerProcess chatty =
        ServerProcess.of(
            "chatty",
            run -> {
              Path script = run.write("chatty.sh", "for i in $(seq 100); do echo line $i; done");
              return Launch.ofScript(run.freePort(), script);
            },
            WarRecipe.named("tiny"));

    assertThatThrownBy(chatty::start)
        .hasMessageContaining("line 41\n")
        .hasMessageEndingWith("line 100")
        .hasMessageNotContaining("line 40\n");
  }

  @Test
  void trouble_is_told_however_long_before_the_end_it_was() {
    ServerProcess carefree =
        ServerProcess.of(
            "carefree",
            run -> {
              String lines = "for i in $(seq 100); do echo line $i; done";
              String trouble = "echo SEVERE; echo java.io.IOException: full; echo at deploy";
              Path script = run.write("carefree.sh", trouble + "\n" + lines);
              return Launch.ofScript(run.freePort(), script);
            },
            WarRecipe.named("tiny"));

    assertThatThrownBy(carefree::start)
        .hasMessageEndingWith(
            "line 100\nFirst of what it told of trouble:\n"
                + "SEVERE\njava.io.IOException: full\nat deploy\nline 1");
  }

  @Test
  void a_server_that_announces_itself_is_asked_nothing_before() {
    ServerProcess server = announcing("late", "all is deployed");
    server.start();
    try {
      assertThat(server.log()).contains("all is deployed").doesNotContain("asked too early");
    } finally {
      server.stop();
    }
  }

  @Test
  void an_announcement_is_not_waited_for_for_ever() {
    ServerProcess server = announcing("serve", "another thing").waiting(Duration.ofSeconds(2));

    assertThatThrownBy(server::start)
        .hasMessageStartingWith("tiny did not print: another thing within 2.0 s; its log is ");
  }

  @Test
  void a_server_that_stumbles_over_itself_is_started_again() {
    AtomicInteger starts = new AtomicInteger();
    ServerProcess server = stumbling(() -> starts.incrementAndGet() < 3);
    server.start();
    try {
      assertThat(starts).hasValue(3);
      assertThat(server.log()).contains("behaving: serve");
    } finally {
      server.stop();
    }
  }

  @Test
  void a_server_that_always_stumbles_is_given_up() {
    AtomicInteger starts = new AtomicInteger();
    ServerProcess server = stumbling(() -> starts.incrementAndGet() > 0);

    assertThatThrownBy(server.waiting(Duration.ofSeconds(2))::start)
        .hasMessageContaining("/tiny/api/ within 2.0 s; its log is ")
        .hasMessageContaining("behaving: silent");
    assertThat(starts).hasValue(3);
  }

  private static ServerProcess stumbling(BooleanSupplier stumbles) {
    return ServerProcess.of(
        "tiny",
        run ->
            launch(run, stumbles.getAsBoolean() ? "silent" : "serve")
                .startedAgainAfter("behaving: silent"),
        WarRecipe.named("tiny"));
  }

  @Test
  void each_run_has_a_directory_of_its_own() throws Exception {
    Run first = Run.begin("one", java.util.List.of(WarRecipe.named("tiny")));
    Run second = Run.begin("one", java.util.List.of(WarRecipe.named("tiny")));

    assertThat(first.directory()).isNotEqualTo(second.directory());
    assertThat(first.wars().get(0).token()).isNotEqualTo(second.wars().get(0).token());
    assertThat(Files.exists(first.wars().get(0).file())).isTrue();
  }

  private static ServerProcess tiny(String behaviour) {
    return ServerProcess.of("tiny", run -> launch(run, behaviour), WarRecipe.named("tiny"));
  }

  private static ServerProcess announcing(String behaviour, String announcement) {
    return ServerProcess.of(
        "tiny", run -> launch(run, behaviour).announcing(announcement), WarRecipe.named("tiny"));
  }

  private static Launch launch(Run run, String behaviour) {
    String path = System.getProperty("java.class.path");
    int port = run.freePort();
    Path war = run.wars().get(0).file();
    return Launch.ofJava(port, run, "-cp", path, TinyServer.class.getName(), port, war, behaviour);
  }

  private static long pidIn(String log) {
    Matcher matcher = PID.matcher(log);
    assertThat(matcher.find()).as("a pid in: " + log).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
