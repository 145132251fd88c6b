package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The playground: what it says, that keys alone are enough, that it fits a phone. */
interface PlaygroundScene extends Scene {

  Duration LONGEST = Duration.ofSeconds(30);

  Path PICTURES = Path.of("target", "pictures");

  /** Waits for a condition in the page, and fails when it does not come true. */
  String UNTIL =
      """
      const until = async condition => {
        for (let i = 0; i < 200; i++) {
          if (condition()) return;
          await new Promise(resolve => setTimeout(resolve, 50));
        }
        throw new Error(`in vain: ${condition}`);
      };
      await until(() => document.documentElement.dataset.ready);
      """;

  String SHOWN =
      """
      await until(() => document.getElementById("verdict").dataset.verdict);
      const text = id => document.getElementById(id).innerText;
      const titles = [...document.querySelectorAll(".exchange h3")].map(h => h.innerText);
      return [text("outcome"), text("why"), titles.join(", ")].join(" | ");
      """;

  default String click(String example) {
    String script =
        """
        [...document.querySelectorAll("#examples button")]
            .find(button => button.textContent === "%s").click();
        """;
    return engine().eval(UNTIL + script.formatted(example) + SHOWN, LONGEST);
  }

  default void photograph(String name) throws IOException {
    Files.createDirectories(PICTURES);
    String file = "%s-%s.png".formatted(engine().name(), name).toLowerCase(Locale.ROOT);
    Files.write(PICTURES.resolve(file), engine().screenshot());
  }

  @ParameterizedTest
  @EnumSource
  default void the_friend_sees_what_was_granted(Scheme scheme) throws IOException {
    engine().resize(1280, 1060);
    engine().open(site(scheme).friend());
    assertThat(click("Change an order"))
        .isEqualTo(
            "The page may read it | After a preflight that was granted, the response allows this"
                + " page’s origin. | Preflight, Request");
    photograph("friend-" + scheme);
  }

  @ParameterizedTest
  @EnumSource
  default void the_stranger_sees_why_nothing_can_be_read(Scheme scheme) throws IOException {
    engine().resize(1280, 900);
    engine().open(site(scheme).stranger());
    assertThat(click("Read orders"))
        .isEqualTo(
            "The browser keeps it from the page | The shop answered with 200, but the browser keeps"
                + " that from the page, because it has no Access-Control-Allow-Origin. | Request");
    photograph("stranger-" + scheme);
  }

  @Test
  default void it_says_what_the_request_lacked() {
    engine().open(site(Scheme.HTTP).friend());
    assertThat(click("Delete an order"))
        .startsWith(
            "The browser keeps it from the page | The request was never sent, because the shop"
                + " refused its preflight with 403")
        .endsWith("| Preflight");
    assertThat(click("A header too many"))
        .isEqualTo(
            "The browser keeps it from the page | The request was never sent, because x-trace is not"
                + " in Access-Control-Allow-Headers. | Preflight");
    assertThat(click("A method too many"))
        .isEqualTo(
            "The browser keeps it from the page | The request was never sent, because PATCH is not"
                + " in Access-Control-Allow-Methods. | Preflight");
    engine().open(site(Scheme.HTTP).stranger());
    assertThat(click("A method too many"))
        .contains("because the shop refused its preflight with 403, and says nothing of what");
    assertThat(click("Public, but with cookies"))
        .contains("because “*” is not enough for a request with credentials");
  }

  @Test
  default void it_says_that_a_preflight_was_remembered() {
    engine().open(site(Scheme.HTTP).friend());
    click("Change an order");
    String again =
        "document.getElementById('again').click(); document.getElementById('send').click();";
    assertThat(engine().eval(UNTIL + again + SHOWN, LONGEST))
        .contains("Without another preflight, because the browser remembers the last one")
        .endsWith("| Request");
  }

  @Test
  default void keys_alone_are_enough() {
    engine().open(site(Scheme.HTTP).friend());
    engine().eval(UNTIL + "document.getElementById('path').focus(); return '';", LONGEST);
    engine().type("/1");
    engine().type("\uE007"); // Enter
    assertThat(engine().eval(UNTIL + SHOWN, LONGEST)).startsWith("The page may read it");
    for (int tabs = 0; tabs < 10 && !focused().equals("send"); tabs++) {
      engine().type("\uE004"); // Tab
    }
    assertThat(focused()).isEqualTo("send");
  }

  private String focused() {
    return engine().eval("return document.activeElement.id;", LONGEST);
  }

  @Test
  default void it_fits_a_phone() throws IOException {
    engine().resize(390, 844);
    engine().open(site(Scheme.HTTP).friend());
    click("Change an order");
    String tooWide = "return String(document.documentElement.scrollWidth - innerWidth);";
    assertThat(Integer.parseInt(engine().eval(tooWide, LONGEST))).isNotPositive();
    photograph("phone");
    engine().resize(1280, 900);
  }
}
