package dev.jaxrscors.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the playground, and nothing else. */
class PageServerTest {

  private PageServer pages;

  @BeforeEach
  void start() throws IOException {
    pages = PageServer.start(Transport.plain(), 0);
  }

  @AfterEach
  void stop() {
    pages.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html, <title>CORS playground</title>",
    "/index.html, text/html, <title>CORS playground</title>",
    "/playground.css, text/css, color-scheme: dark",
    "/playground.js, text/javascript, why.js",
    "/why.js, text/javascript, export function why",
    "/examples.js, text/javascript, export const examples"
  })
  void a_file_of_the_playground_has_its_type(String path, String type, String part)
      throws IOException {
    String response = get(path);
    assertThat(response)
        .startsWith("HTTP/1.1 200 OK\n")
        .contains("\nContent-Type: " + type + ";charset=utf-8\n", part);
    assertThat(response.substring(0, response.indexOf("\n\n")))
        .doesNotContainIgnoringCase("access-control");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing.html",
        "/Demo.class",
        "/../Demo.class",
        "/%2e%2e/Demo.class",
        "/pages/",
        "/%zz",
        "//",
        "/index.html/",
        "/demo.png"
      })
  void there_is_nothing_else(String path) throws IOException {
    assertThat(get(path)).matches(Pattern.compile("HTTP/1.1 40[04] .*", Pattern.DOTALL));
  }

  @Test
  void the_page_learns_where_the_shop_is() throws IOException {
    try (DemoServer shop = DemoServer.start(Transport.plain(), 0, pages.friend())) {
      pages.call(shop);
      assertThat(get("/shop")).endsWith("\n\nhttp://api.localhost:" + shop.port());
      String request = "GET /orders HTTP/1.1\nHost: api.localhost\nOrigin: %s\n\n";
      assertThat(Http.exchange(shop.port(), request.formatted(pages.friend())))
          .contains("\nAccess-Control-Allow-Origin: " + pages.friend() + "\n");
      assertThat(Http.exchange(shop.port(), request.formatted(pages.stranger())))
          .doesNotContain("Access-Control-Allow-Origin");
    }
  }

  private String get(String path) throws IOException {
    return Http.exchange(pages.port(), "GET " + path + " HTTP/1.1\nHost: app.localhost\n\n");
  }
}
