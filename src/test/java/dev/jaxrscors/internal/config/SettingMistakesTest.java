package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingMistakesTest {

  private static final Mistake ONE = new Mistake("Orders", ProblemKind.NO_ORIGIN.of());
  private static final Mistake TWO = new Mistake("Carts", ProblemKind.NO_ORIGIN.of());

  private final List<Mistake> taken = new ArrayList<>();
  private final SettingMistakes collecting = new SettingMistakes();
  private final SettingMistakes refusing = SettingMistakes.refusing(taken::add);

  private static String fail(Mistake... mistakes) {
    throw new InvalidPolicyException(List.of(mistakes));
  }

  @Test
  void none_stops_nothing() {
    assertThat(collecting.read(() -> "read", "otherwise")).isEqualTo("read");
    assertThat(collecting.isEmpty()).isTrue();
    assertThat(collecting.contains(ONE)).isFalse();
    assertThatNoException().isThrownBy(collecting::throwIfAny);
    collecting.ifAny(e -> fail(TWO));
  }

  @Test
  void they_stop_something_together_each_once() {
    assertThat(collecting.areRefused()).isFalse();
    assertThat(collecting.read(() -> fail(ONE, TWO), "otherwise")).isEqualTo("otherwise");
    collecting.check(() -> fail(TWO));
    collecting.add(ONE);
    assertThat(collecting.isEmpty()).isFalse();
    assertThat(collecting.contains(ONE)).isTrue();
    assertThat(collecting.contains(ONE.at("Users"))).isFalse();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(collecting::throwIfAny)
        .satisfies(e -> assertThat(e.mistakes()).containsExactlyInAnyOrder(ONE, TWO));
  }

  @Test
  void whoever_wants_them_gets_all_and_nothing_stops() {
    collecting.addAll(List.of(ONE, TWO));
    collecting.ifAny(e -> taken.addAll(e.mistakes()));
    assertThat(taken).containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void where_they_are_refused_they_are_handed_over_and_stop_nothing() {
    assertThat(refusing.areRefused()).isTrue();
    assertThat(refusing.read(() -> fail(ONE), "otherwise")).isEqualTo("otherwise");
    refusing.check(() -> fail(TWO));
    assertThat(taken).containsExactly(ONE, TWO);
    assertThat(refusing.isEmpty()).isTrue();
    assertThatNoException().isThrownBy(refusing::throwIfAny);
  }
}
