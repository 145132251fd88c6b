package dev.jaxrscors.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jaxrscors.policy.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.util.Throwables;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {

  private static final String STRANGER = "https://evil.example";

  @TempDir private static Path folder;

  private static CompiledBlocks blocks;

  @BeforeAll
  static void every_java_block_compiles() throws IOException {
    blocks = CompiledBlocks.in(folder);
  }

  @AfterAll
  static void forget_the_classes() {
    blocks.close();
  }

  @Test
  void the_exchange_is_what_goes_over_the_wire_byte_for_byte() throws Exception {
    String exchange = Readme.block("http", "OPTIONS /orders/1");
    int end = exchange.indexOf("\n\n") + 2;
    try (Deployed orders = deployed("Orders")) {
      assertThat(orders.head(exchange.substring(0, end))).isEqualTo(exchange.substring(end) + "\n");
    }
  }

  @Test
  void a_stranger_gets_an_empty_403_and_the_log_the_line_that_is_shown() throws Exception {
    List<String> log = new ArrayList<>();
    Handler handler = new Lines(log);
    Logger logger = Logger.getLogger("dev.jaxrscors");
    logger.addHandler(handler);
    try (Deployed orders = deployed("Orders")) {
      assertThat(orders.head(preflight("orders/1", STRANGER, "PUT")))
          .isEqualTo(
              """
              HTTP/1.1 403 Forbidden
              Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers
              Content-Type: text/plain
              Content-Length: 0

              """);
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(log).contains(Readme.block("text", STRANGER).strip());
  }

  @Test
  void a_page_may_send_its_token_to_the_account() throws Exception {
    try (Deployed account = deployed("Account")) {
      assertThat(account.head(preflight("account", "https://app.example.com", "GET")))
          .startsWith("HTTP/1.1 204 No Content\n")
          .contains("\nAccess-Control-Allow-Headers: Content-Type, Authorization\n")
          .doesNotContain("Access-Control-Allow-Credentials");
    }
  }

  @Test
  void everybody_may_read_the_prices_and_one_origin_may_replace_them() throws Exception {
    try (Deployed prices = deployed("Prices")) {
      assertThat(prices.head("GET /prices HTTP/1.1\nHost: api.example.com\n\n"))
          .startsWith("HTTP/1.1 200 OK\n")
          .contains("\nAccess-Control-Allow-Origin: *\n");
      assertThat(prices.head(preflight("prices", STRANGER, "PUT")))
          .startsWith("HTTP/1.1 403 Forbidden\n");
      assertThat(prices.head(preflight("prices", "https://admin.example.com", "PUT")))
          .startsWith("HTTP/1.1 204 No Content\n")
          .contains("\nAccess-Control-Allow-Methods: PUT\n");
    }
  }

  @Test
  void the_mistakes_are_reported_in_the_words_that_are_shown() throws Exception {
    ResourceConfig application = new ResourceConfig(blocks.type("Invoices"));
    Throwable thrown = catchThrowable(() -> new ApplicationHandler(application));
    Throwable root = Throwables.getRootCause(thrown);
    Throwable mistakes = root == null ? thrown : root;
    assertThat(mistakes).isInstanceOf(InvalidPolicyException.class);
    assertThat(mistakes.getMessage().lines())
        .isEqualTo(Readme.block("text", "mistakes").lines().toList());
  }

  @Test
  void it_fits_on_a_few_screens() {
    assertThat(Readme.text().lines()).hasSizeLessThanOrEqualTo(150);
  }

  private static Deployed deployed(String type) throws ClassNotFoundException {
    return new Deployed(new ResourceConfig(blocks.type(type)));
  }

  private static String preflight(String path, String origin, String method) {
    return """
    OPTIONS /%s HTTP/1.1
    Host: api.example.com
    Origin: %s
    Access-Control-Request-Method: %s

    """
        .formatted(path, origin, method);
  }

  /** Keeps the messages of a logger. */
  private static final class Lines extends Handler {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void publish(LogRecord logged) {
      lines.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
