package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Answers of a configuration that changes: what they are, and which of them are others now. */
class LookupsTest {

  private final Map<String, String> now = new HashMap<>();
  private final Settings settings =
      Settings.of(List.of(StandardSources.properties("a file", now))).remembering();

  private Optional<String> value(String key) {
    return settings.find(key).map(ConfiguredValue::text);
  }

  private Optional<String> list(String key) {
    return settings.findList(key).map(ConfiguredValue::text);
  }

  @Test
  void a_key_is_answered_as_it_was_before() {
    now.put("a", "1");
    assertThat(value("a")).contains("1");
    assertThat(value("b")).isEmpty();
    assertThat(settings.outdated()).isEmpty();
    now.put("a", "2");
    now.put("b", "3");
    assertThat(value("a")).contains("1");
    assertThat(value("b")).isEmpty();
    assertThat(settings.outdated()).containsExactly("a", "b");
    now.clear();
    assertThat(settings.outdated()).containsExactly("a");
  }

  @Test
  void what_nobody_asked_for_may_change() {
    now.put("a", "1");
    assertThat(settings.outdated()).isEmpty();
    assertThat(value("a")).contains("1");
  }

  @Test
  void a_list_is_remembered_apart_from_a_value_of_the_same_key() {
    now.put("a[0]", "1");
    assertThat(value("a")).isEmpty();
    assertThat(list("a")).contains("1");
    assertThat(settings.outdated()).isEmpty();
    now.put("a[1]", "2");
    assertThat(list("a")).contains("1");
    assertThat(settings.outdated()).containsExactly("a");
  }

  @Test
  void a_key_is_outdated_once_however_it_was_asked_for() {
    for (String key : List.of("b", "c", "a")) {
      assertThat(value(key)).isEmpty();
      assertThat(list(key)).isEmpty();
      now.put(key, "1");
    }
    assertThat(settings.outdated()).containsExactly("a", "b", "c");
  }

  @Test
  void the_keys_of_a_host_are_remembered_with_the_others() {
    assertThat(settings.forHost("pay").find("cors.reload")).isEmpty();
    now.put("cors.host.pay.reload", "1s");
    assertThat(settings.outdated()).containsExactly("cors.host.pay.reload");
  }

  @Test
  void what_is_forgotten_is_asked_for_anew_each_time() {
    now.put("a", "1");
    assertThat(value("a")).contains("1");
    settings.forget();
    now.put("a", "2");
    assertThat(settings.outdated()).isEmpty();
    assertThat(value("a")).contains("2");
    now.put("a", "3");
    assertThat(value("a")).contains("3");
    assertThat(settings.outdated()).isEmpty();
  }

  @Test
  void a_failure_is_an_answer_too() {
    Supplied file = new Supplied();
    file.fail("sealed");
    Settings failing = Settings.of(List.of(file.source())).remembering();
    assertFails(failing, "sealed");
    assertThat(failing.outdated()).isEmpty();

    file.fail("gone");
    assertThat(failing.outdated()).containsExactly("a");
    file.current = Map::of;
    assertThat(failing.outdated()).containsExactly("a");
    assertFails(failing, "sealed");
  }

  @Test
  void a_place_that_fails_now_has_another_answer_even_if_there_was_none() {
    Supplied file = new Supplied();
    Settings failing = Settings.of(List.of(file.source())).remembering();
    assertThat(failing.find("a")).isEmpty();
    file.fail("sealed");
    assertThat(failing.outdated()).containsExactly("a");
  }

  @Test
  void whoever_is_answered_first_is_who_all_are_answered_like() {
    Lookups lookups = new Lookups();
    ConfiguredValue first = new ConfiguredValue("a", "1", "a file");
    ConfiguredValue second = new ConfiguredValue("a", "2", "a file");
    assertThat(
            lookups.remember(
                "a",
                Lookups.Kind.VALUE,
                () -> {
                  // Another thread, which is faster.
                  lookups.remember("a", Lookups.Kind.VALUE, () -> Optional.of(first));
                  return Optional.of(second);
                }))
        .contains(first);
  }

  /** Each look fails, the second as the first. */
  private static void assertFails(Settings settings, String message) {
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(InvalidPolicyException.class)
          .isThrownBy(() -> settings.find("a"))
          .withMessageContaining("IllegalStateException: " + message);
    }
  }

  /** The properties of an application that can be lost. */
  private static final class Supplied {

    private Supplier<Map<String, String>> current = Map::of;

    Source source() {
      return StandardSources.of(() -> current.get()).get(0);
    }

    void fail(String message) {
      current =
          () -> {
            throw new IllegalStateException(message);
          };
    }
  }
}
