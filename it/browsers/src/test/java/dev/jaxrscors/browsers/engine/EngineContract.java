package dev.jaxrscors.browsers.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an engine must do for the tests that drive it. */
@Timeout(120)
abstract class EngineContract {

  private static final Duration SHORT = Duration.ofSeconds(2);

  private final List<Long> before = children();
  private final Engine engine;

  EngineContract(EngineType type) {
    engine = type.start();
    engine.open("data:text/html,<title>A page</title>Text");
  }

  @AfterEach
  void it_ends_with_every_process_that_it_started() {
    engine.close();
    assertThat(children()).isSubsetOf(before);
  }

  @Test
  void it_returns_what_a_script_returns_and_takes_pictures() {
    assertThat(engine.eval("return await Promise.resolve(document.title)", SHORT))
        .isEqualTo("A page");
    assertThat(new String(engine.screenshot(), ISO_8859_1)).startsWith("\u0089PNG");
  }

  @ParameterizedTest
  @CsvSource({
    "throw new Error('so it is'), so it is",
    "return 1, no string",
    "await new Promise(() => {}), no answer within PT2S"
  })
  void a_script_that_throws_hangs_or_returns_no_string_is_an_exception(
      String script, String message) {
    assertThatThrownBy(() -> engine.eval(script, SHORT))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(message);
  }

  private static List<Long> children() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
  }
}
