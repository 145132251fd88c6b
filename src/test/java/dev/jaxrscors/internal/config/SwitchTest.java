package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchTest {

  private final List<Mistake> mistakes = new ArrayList<>();

  private Optional<Boolean> read(Switch key, Settings settings) {
    return key.read(settings, SettingMistakes.refusing(mistakes::add));
  }

  @ParameterizedTest
  @CsvSource({
    "ENABLED, cors.enabled,",
    "PRODUCTION, cors.production, true",
    "TRUST_FORWARDED, cors.trust-forwarded, false",
    "MAP_UNHANDLED_EXCEPTIONS, cors.map-unhandled-exceptions, false"
  })
  void it_is_on_or_off_or_not_set_and_where_it_is_wrong_the_safe_side(
      Switch key, String name, Boolean ifWrong) {
    assertThat(read(key, AFile.with(name, "true"))).contains(true);
    assertThat(read(key, AFile.with(name, "false"))).contains(false);
    assertThat(read(key, AFile.with())).isEmpty();
    assertThat(mistakes).isEmpty();

    assertThat(read(key, AFile.with(name, "perhaps"))).isEqualTo(Optional.ofNullable(ifWrong));
    assertThat(mistakes).extracting(Mistake::place).containsExactly(name + " in a file");
  }
}
