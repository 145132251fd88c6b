package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.EngineType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What the browser's console says of a request that was not sent: it is what a developer reads
 * first, and has to name the culprit; and to a stranger nothing of the policy.
 */
interface Consoles extends Scene {

  String LAST = "that was all";

  EngineType type();

  /** Returns what the console of a page says of one call. */
  default String said(String origin, String path, String init) {
    String call = "[\"%s\", %s, \"%s\"]".formatted(site(Scheme.HTTP).shop() + path, init, LAST);
    // Encoded, because consoles show the address of the page, too.
    String query = Base64.getUrlEncoder().encodeToString(call.getBytes(StandardCharsets.UTF_8));
    List<String> lines = engine().consoleOf(origin + "/console.html?" + query, LAST);
    System.out.printf("%s says of %s:%n  %s%n", engine().name(), init, String.join("\n  ", lines));
    return String.join("\n", lines);
  }

  @Test
  default void of_a_header_too_many_the_console_names_the_header() {
    String put = "{\"method\": \"PUT\", \"headers\": {\"X-Api-Key\": \"1\", \"X-Trace\": \"7\"}}";
    assertThat(said(site(Scheme.HTTP).friend(), "/orders/1", put))
        .contains(Complaint.HEADER.of(type()))
        .doesNotContain("Allow-Origin");
  }

  @Test
  default void of_a_method_too_many_the_console_names_the_list_of_methods() {
    assertThat(said(site(Scheme.HTTP).friend(), "/prices", "{\"method\": \"PATCH\"}"))
        .contains(Complaint.METHOD.of(type()))
        .doesNotContain("Allow-Origin");
  }

  @Test
  default void to_a_stranger_the_console_says_nothing_of_the_policy() {
    String patch = "{\"method\": \"PATCH\", \"headers\": {\"X-Trace\": \"7\"}}";
    for (String path : List.of("/prices", "/orders/1")) {
      String method = path.equals("/prices") ? patch : patch.replace("PATCH", "PUT");
      assertThat(said(site(Scheme.HTTP).stranger(), path, method))
          .contains(Complaint.ORIGIN.of(type()))
          .doesNotContain("Allow-Headers", "Allow-Methods", site(Scheme.HTTP).friend())
          .satisfies(
              text ->
                  assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("x-trace", "x-api-key"));
    }
  }
}
