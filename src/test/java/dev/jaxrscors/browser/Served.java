package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.Browser.browserAt;

import dev.jaxrscors.testing.Browser;
import org.junit.jupiter.api.AfterEach;

/** A page of {@code https://app.example.com}, and one server of another origin. */
abstract class Served {
  static final String PAGE = "https://app.example.com";
  static final String ALLOW_PAGE = "Access-Control-Allow-Origin: " + PAGE;
  static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials: true";

  final VerbatimServer server = new VerbatimServer();
  final Browser browser = browserAt(PAGE);

  @AfterEach
  void stop() {
    server.close();
  }

  /** The server lets the page do what this test is not about. */
  void serveAnyone() {
    server
        .toPreflights(
            "204 No Content",
            ALLOW_PAGE,
            ALLOW_CREDENTIALS,
            "Access-Control-Allow-Methods: PUT, DELETE, PATCH",
            "Access-Control-Allow-Headers: authorization, content-type, x-a, x-b")
        .toRequests("200 OK", ALLOW_PAGE, ALLOW_CREDENTIALS, "", "hello");
  }
}
