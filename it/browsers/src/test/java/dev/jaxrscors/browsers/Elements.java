package dev.jaxrscors.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not fetched by a script of the page: fonts, pictures, frames, and redirects. */
interface Elements extends Scene {

  /** Reports whether the engine asks for permission to use a font, as CSS Fonts says it must. */
  default boolean asksForFonts() {
    return true;
  }

  @ParameterizedTest
  @EnumSource
  default void a_font_is_loaded_where_its_policy_allows_it(Scheme scheme) {
    String script =
        """
        const loads = async (family, path) => {
          const style = document.createElement("style");
          style.textContent = `@font-face { font-family: ${family}; src: url("${shop(path)}"); }`;
          document.head.append(style);
          await document.fonts.load(`16px ${family}`).catch(() => {});
          return [...document.fonts].find(font => font.family === family).status;
        };
        return [await loads("everybodys", "/fonts/demo.woff2"), await loads("own", "/fonts/own.woff2")];""";
    assertThat(friend(scheme).run(script)).hasToString("[\"loaded\",\"loaded\"]");
    Tab stranger = stranger(scheme);
    String own = asksForFonts() ? "error" : "loaded";
    String origin = asksForFonts() ? site(scheme).stranger() : "-";
    assertThat(stranger.run(script)).hasToString("[\"loaded\",\"%s\"]".formatted(own));
    assertThat(stranger.recorded("Origin")).containsExactly(origin, origin);
  }

  @ParameterizedTest
  @EnumSource
  default void the_pixels_of_a_picture_are_for_the_friend_with_crossorigin(Scheme scheme) {
    String script =
        """
        const pixel = crossOrigin => new Promise(resolve => {
          const picture = new Image();
          if (crossOrigin) {
            picture.crossOrigin = crossOrigin;
          }
          picture.onerror = () => resolve("not loaded");
          picture.onload = () => {
            const canvas = document.createElement("canvas").getContext("2d");
            canvas.drawImage(picture, 0, 0);
            try {
              resolve(`alpha ${canvas.getImageData(30, 38, 1, 1).data[3]}`);
            } catch (e) {
              resolve(e.name);
            }
          };
          picture.src = shop("/pictures/demo.png") + (crossOrigin ?? "");
        });
        return [await pixel("anonymous"), await pixel()];""";
    assertThat(friend(scheme).run(script)).hasToString("[\"alpha 255\",\"SecurityError\"]");
    assertThat(stranger(scheme).run(script)).hasToString("[\"not loaded\",\"SecurityError\"]");
  }

  @ParameterizedTest
  @EnumSource
  default void a_sandboxed_frame_reads_only_what_is_public(Scheme scheme) {
    Tab friend = friend(scheme);
    String script =
        """
        const frame = document.createElement("iframe");
        frame.sandbox = "allow-scripts";
        const answer = new Promise(resolve => addEventListener("message", e => resolve(e.data)));
        const urls = JSON.stringify([shop("/catalogue"), shop("/orders")]);
        frame.srcdoc = `<script>
          Promise.all(${urls}.map(url => fetch(url).then(r => r.status, e => e.name)))
              .then(all => parent.postMessage(all, "*"));
        </script>`;
        document.body.append(frame);
        return await answer;""";
    assertThat(friend.run(script)).hasToString("[200,\"TypeError\"]");
    assertThat(friend.recorded("Origin")).containsExactly("null", "null");
  }

  @ParameterizedTest
  @EnumSource
  default void after_a_redirect_to_another_host_the_origin_is_null(Scheme scheme) {
    Tab friend = friend(scheme);
    assertThat(friend.ask("/moved/catalogue").body()).contains("cocoa");
    assertThat(friend.ask("/moved/orders")).isEqualTo(Fetched.WITHHELD);
    assertThat(friend.recorded()).containsExactly("GET 307", "GET 200", "GET 307", "GET 200");
    String origin = site(scheme).friend();
    assertThat(friend.recorded("Origin")).containsExactly(origin, "null", origin, "null");
    Tab stranger = stranger(scheme);
    assertThat(stranger.ask("/moved/catalogue")).isEqualTo(Fetched.WITHHELD);
    assertThat(stranger.recorded()).containsExactly("GET 307");
  }
}
