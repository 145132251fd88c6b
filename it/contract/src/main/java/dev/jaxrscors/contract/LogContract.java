package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.HintKind;
import org.junit.jupiter.api.Test;

/**
 * What goes to the log when applications are deployed: each hint once for each application, and
 * none that is not true.
 */
public abstract class LogContract {

  private static final String HINT = "CORS hint: ";
  private static final String BESIDE =
      "Ping " + HintKind.NO_POLICY_BESIDE.of("Ping", "it").text().finding();

  /**
   * Returns where the applications were deployed.
   *
   * @return what keeps the log
   */
  protected abstract ServerUnderTest server();

  /**
   * Returns how many of the applications have resources without a policy beside others with one.
   *
   * @return the number
   */
  protected abstract int hinted();

  @Test
  void each_application_is_hinted_at_once() {
    assertThat(server().log().lines().filter(line -> line.contains(HINT)))
        .filteredOn(line -> line.contains(BESIDE))
        .hasSize(hinted());
  }

  @Test
  void no_policy_that_an_annotation_names_is_said_to_have_no_effect() {
    assertThat(server().log().lines().filter(line -> line.contains(HINT)))
        .isNotEmpty()
        .noneMatch(line -> line.contains(HintKind.UNUSED_POLICY.of("shop").text().finding()));
  }
}
