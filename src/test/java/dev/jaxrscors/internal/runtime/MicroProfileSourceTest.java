package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.internal.config.Source;
import dev.jaxrscors.wire.CapturedLog;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MicroProfile Config, in stand-ins with the names of either version. */
class MicroProfileSourceTest {

  private static final String KEY = "cors.shop.origins";

  private final Configured configured = new Configured();

  @Test
  void where_there_is_none_there_is_no_source_and_nothing_to_log() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(MicroProfileSource.find()).isEmpty();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void where_it_cannot_be_used_the_log_says_why() throws Exception {
    configured.breakDown();
    try (CapturedLog log = CapturedLog.open()) {
      List<Source> found = configured.secondVersion().call(MicroProfileSource::find);
      assertThat(found).isEmpty();
      assertThat(log.infos())
          .singleElement()
          .asString()
          .contains("because of java.lang.IllegalStateException: no configuration");
    }
  }

  @Test
  void either_version_tells_values_and_keys() throws Exception {
    configured.with(KEY, "https://app.example.com");
    for (Source source : List.of(first(), second())) {
      assertThat(source.name()).isEqualTo("MicroProfile Config");
      assertThat(source.value(KEY)).isEqualTo("https://app.example.com");
      assertThat(source.value("cors.other")).isNull();
      assertThat(source.keys()).containsExactly(KEY);
    }
  }

  @Test
  void an_empty_value_is_a_value_since_the_second_version() throws Exception {
    configured.with(KEY, "");
    assertThat(second().value(KEY)).isEmpty();
  }

  @Test
  void expressions_are_resolved_but_for_those_of_the_library() throws Exception {
    configured.with(KEY, "https://${host}", "https://app.example.com", "a file");
    configured.with("cors.own", "${origin-of:shop.url}", "shop.url", "a file");
    assertThat(second().value(KEY)).isEqualTo("https://app.example.com");
    assertThat(second().value("cors.own")).isEqualTo("${origin-of:shop.url}");
  }

  @Test
  void a_value_that_cannot_be_converted_fails_with_what_is_wrong() throws Exception {
    configured.with(KEY, "ill-formed");
    for (Source source : List.of(first(), second())) {
      assertThatThrownBy(() -> source.value(KEY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cannot be converted")
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_second_version_names_the_source_of_a_value() throws Exception {
    configured.with(KEY, "a", "a", "application.properties");
    assertThat(second().nameOf(KEY)).isEqualTo("MicroProfile Config (application.properties)");
    assertThat(second().nameOf("cors.other")).isEqualTo("MicroProfile Config");
    assertThat(first().nameOf(KEY)).isEqualTo("MicroProfile Config");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EnvConfigSource", "the environment", "SmallRye env variables"})
  void what_a_variable_sets_is_written_as_its_name(String source) throws Exception {
    String variable = variable();
    String key = variable.toLowerCase(Locale.ROOT);
    configured.with(key, "a", "a", source);
    assertThat(second().written(key)).isEqualTo(variable);
  }

  @Test
  void what_no_variable_sets_is_written_as_its_key() throws Exception {
    String key = variable().toLowerCase(Locale.ROOT);
    configured.with(key, "a", "a", "prevenv.properties");
    configured.with("no.such.variable", "a", "a", "EnvConfigSource");
    assertThat(second().written(key)).isEqualTo(key);
    assertThat(second().written("no.such.variable")).isEqualTo("no.such.variable");
  }

  @Test
  void a_configuration_that_another_one_replaces_is_read_after_a_refresh() throws Exception {
    configured.with(KEY, "old");
    Source source = second();
    configured.with(KEY, "new");
    assertThat(source.value(KEY)).isEqualTo("old");
    source.refresh();
    assertThat(source.value(KEY)).isEqualTo("new");
  }

  @Test
  void what_payara_keeps_for_a_while_is_read_anew_too() throws Exception {
    configured.onPayara().with(KEY, "old");
    Source source = second();
    configured.with(KEY, "new");
    assertThat(source.value(KEY)).isEqualTo("old");
    source.refresh();
    assertThat(source.value(KEY)).isEqualTo("new");
  }

  @Test
  void a_configuration_that_is_gone_is_kept_and_the_log_says_why() throws Exception {
    configured.with(KEY, "old");
    Source source = second();
    configured.breakDown();
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      source.refresh();
      assertThat(source.value(KEY)).isEqualTo("old");
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("no configuration");
    }
  }

  /**
   * Whichever it is, its name has no more than capital letters, as that of a key has small ones.
   */
  private static String variable() {
    return System.getenv().keySet().stream()
        .filter(name -> name.matches("[A-Z]+"))
        .findFirst()
        .orElseThrow();
  }

  private Source first() throws Exception {
    return found(configured.firstVersion());
  }

  private Source second() throws Exception {
    return found(configured.secondVersion());
  }

  private static Source found(StandIns loader) throws Exception {
    List<Source> found = loader.call(MicroProfileSource::find);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
