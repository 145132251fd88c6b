package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.ProblemKind;
import dev.jaxrscors.wire.CapturedLog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Mistakes in configuration that stop nothing: a line for each, and never a flood. */
class RefusedMistakesTest {

  private static final String START =
      "CORS configuration is wrong, and what is wrong grants nothing: ";

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final RefusedMistakes refused = new RefusedMistakes();

  private static Mistake mistake(String place) {
    return new Mistake(place, ProblemKind.INVALID_SETTING.of(place, "it is wrong", "mend it"));
  }

  private List<String> places() {
    return log.errors().stream()
        .map(line -> line.substring(START.length(), line.indexOf(',', START.length())))
        .toList();
  }

  @Test
  void nothing_is_said_before_the_deployment_is_in_force() {
    refused.on("").add(mistake("a"));
    assertThat(log.errors()).isEmpty();

    refused.enforce(Set.of());
    assertThat(log.errors()).containsExactly(START + mistake("a"));
  }

  @Test
  void what_is_found_late_is_said_at_once_and_once() {
    refused.enforce(Set.of());
    refused.on("").add(mistake("a"));
    refused.on("").add(mistake("a"));
    assertThat(log.errors()).containsExactly(START + mistake("a"));
  }

  @Test
  void what_the_deployment_before_has_said_is_not_said_again() {
    refused.on("").add(mistake("a"));
    refused.on("").add(mistake("b"));
    refused.enforce(Set.of(mistake("a")));
    assertThat(places()).containsExactly("b");
  }

  @Test
  void one_of_a_host_names_it_unless_its_key_does() {
    refused.on("pay").add(mistake("Orders"));
    refused.on("pay").add(mistake("cors.host.pay.default.origins in a file"));
    refused.enforce(Set.of());
    assertThat(places())
        .containsExactly("Orders on host pay", "cors.host.pay.default.origins in a file");
  }

  @Test
  void one_that_is_there_on_every_host_is_said_once() {
    refused.on("").add(mistake("a"));
    refused.on("pay").add(mistake("a"));
    refused.enforce(Set.of());
    assertThat(places()).containsExactly("a");
  }

  @Test
  void two_hundred_have_a_line_of_their_own() {
    refused.enforce(Set.of());
    for (int i = 0; i < 200; i++) {
      refused.on("").add(mistake("place-" + i));
    }
    assertThat(places()).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void all_that_are_more_have_one_together() {
    refused.enforce(Set.of());
    for (int i = 0; i < 210; i++) {
      refused.on("").add(mistake("place-" + i));
    }
    assertThat(log.errors()).hasSize(201);
    assertThat(log.errors().get(200))
        .isEqualTo("CORS configuration is wrong in more places, and grants nothing there");
    assertThat(refused.all()).hasSize(210);
  }

  @Test
  void what_is_new_is_an_exception_while_the_application_runs() {
    refused.on("").add(mistake("a"));
    refused.on("").add(mistake("b"));
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> refused.throwIfNew(Set.of(mistake("a"))))
        .satisfies(e -> assertThat(e.mistakes()).containsExactly(mistake("b")));
    assertThatCode(() -> refused.throwIfNew(Set.of(mistake("a"), mistake("b"))))
        .doesNotThrowAnyException();
  }
}
