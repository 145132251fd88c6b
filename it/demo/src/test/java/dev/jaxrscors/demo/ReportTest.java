package dev.jaxrscors.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.report.CorsReport;
import dev.jaxrscors.report.Explanation.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report of the shop: as it lies beside it in three forms, and as the shop serves it. To accept
 * a change: {@code -Ddev.jaxrscors.report.accept=true}.
 */
class ReportTest {

  private static final String PAGES = "http://app.localhost:8081";
  private static final CorsReport REPORT = CorsReport.of(DemoServer.configuration(PAGES));

  private static DemoServer server;

  @BeforeAll
  static void start() throws IOException {
    server = DemoServer.start(0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_policies_are_those_that_were_reviewed() {
    REPORT.assertUnchanged(Path.of("cors-report.md"));
  }

  @Test
  void so_they_are_for_programs() throws IOException {
    assertUnchanged("cors-report.json", REPORT.toJson());
  }

  @Test
  void so_they_are_on_the_page_of_the_reviewer() throws IOException {
    assertUnchanged("cors-report.html", REPORT.toHtml());
  }

  private static void assertUnchanged(String name, String now) throws IOException {
    Path file = Path.of(name);
    if (Boolean.getBoolean(CorsReport.ACCEPT)) {
      Files.writeString(file, now);
    }
    assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo(now);
  }

  @Test
  void the_shop_serves_what_a_test_sees() {
    HttpResponse<String> served = response("/cors-report", "text/markdown");
    assertThat(served.body()).isEqualTo(REPORT.toMarkdown());
    assertThat(served.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(get("/cors-report", "text/html")).contains("href=\"?explain\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, PUT, /orders/1, X-Api-Key, The page may read the response.",
    "https://evil.example, PUT, /orders/1, X-Api-Key, The browser does not send the request.",
    "https://evil.example, GET, /catalogue, '', The page may read the response.",
    "https://evil.example, POST, /transfers, '', The server rejects the request"
  })
  void a_page_explains_a_request(
      String origin, String method, String path, String headers, String outcome) {
    String query =
        "?origin=%s&method=%s&path=%s&headers=%s".formatted(origin, method, path, headers);
    assertThat(get("/cors-report" + query, "text/html"))
        .contains("<h1>What becomes of a request</h1>", outcome);
  }

  @Test
  void another_host_has_another_verdict() {
    String query = "?origin=https://evil.example&path=/catalogue&host=payments.localhost";
    assertThat(get("/cors-report" + query, "text/html"))
        .contains("the page may not read the response");
    assertThat(
            REPORT
                .onHost("payments.localhost")
                .explain("https://checkout.example.com", "GET", "/catalogue")
                .outcome())
        .isEqualTo(Outcome.SHARED);
  }

  private static String get(String target, String accept) {
    return response(target, accept).body();
  }

  private static HttpResponse<String> response(String target, String accept) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + target);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", accept).build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
