package dev.jaxrscors.products.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.Engine;
import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;
import dev.jaxrscors.browsers.pages.Pages;
import dev.jaxrscors.products.platform.plugins.AlertsPlugin;
import dev.jaxrscors.products.platform.plugins.MapsPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swagger UI in a page of another origin, in Chromium, tries plug-ins out. */
@NeedsEngine(EngineType.CHROMIUM)
class TryItOutTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Pages pages;
  private static Platform platform;
  private static Engine engine;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    pages = Pages.serving(Map.of("/try.html", page()));
    Administrator administrator = new Administrator(directory);
    administrator.write("public.cors.default.origins=" + pages.origin());
    platform = Platform.start(administrator.file(), List.of(new AlertsPlugin(), new MapsPlugin()));
    engine = EngineType.CHROMIUM.start();
  }

  @AfterAll
  static void stop() {
    engine.close();
    platform.close();
    pages.close();
  }

  private static String page() throws IOException {
    try (InputStream file = TryItOutTest.class.getResourceAsStream("try.html")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static String run(String origin, String script) {
    engine.open(origin + "/try.html");
    String description = platform.publicApi().resolve("api-browser").toString();
    return engine.eval("show('" + description + "');\n" + script, PATIENCE);
  }

  @Test
  void it_reads_the_description_and_calls_a_plug_in() {
    assertThat(run(pages.origin(), "return tryOut('GET-plugins-org-example-alerts-rules');"))
        .isEqualTo("200");
  }

  @Test
  void it_changes_something_in_a_plug_in_after_a_preflight() {
    String rule = "DELETE-plugins-org-example-alerts-rules-id-";
    assertThat(run(pages.origin(), "return tryOut('" + rule + "', 'errors');")).isEqualTo("204");
  }

  @Test
  void it_reads_an_error_of_a_plug_in() {
    String rule = "DELETE-plugins-org-example-alerts-rules-id-";
    assertThat(run(pages.origin(), "return tryOut('" + rule + "', 'none');")).isEqualTo("404");
  }

  @Test
  void a_strangers_page_is_shown_nothing() {
    assertThat(
            run(pages.stranger(), "return (await appears('.errors-wrapper .errors')).innerText;"))
        .contains("Possible cross-origin (CORS) issue?");
  }
}
