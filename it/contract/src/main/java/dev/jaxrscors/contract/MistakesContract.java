package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.mistaken.MistakenApplication;
import org.junit.jupiter.api.Test;

/** An application with mistakes is not deployed, and the log has them all together. */
public abstract class MistakesContract {

  private static final String STOP =
      "CORS policies stop the deployment: 2 mistakes in CORS policies:";

  /**
   * Tries the application with mistakes, and returns what the log says from its start.
   *
   * @return the log, as soon as the mistakes are there
   */
  protected abstract String log();

  @Test
  void the_mistakes_of_all_resources_come_together() {
    String log = log();
    assertThat(log).contains(STOP);
    // Some servers put a bracket behind what they log.
    assertThat(log.substring(log.indexOf(STOP)).lines().skip(1).limit(2))
        .zipSatisfy(
            MistakenApplication.MISTAKES, (line, told) -> assertThat(line).startsWith(told));
  }
}
