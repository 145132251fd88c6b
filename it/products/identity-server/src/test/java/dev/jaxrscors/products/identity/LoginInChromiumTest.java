package dev.jaxrscors.products.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.Engine;
import dev.jaxrscors.browsers.engine.EngineException;
import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;
import dev.jaxrscors.browsers.pages.Pages;
import dev.jaxrscors.wire.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A user logs in from a page, by authorization code and PKCE, with the JavaScript client that most
 * pages of such a server have. It asks for its tokens with credentials.
 */
@Timeout(120)
@NeedsEngine(EngineType.CHROMIUM)
@ExtendWith(ProductExtension.class)
class LoginInChromiumTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private static Engine engine;

  private final Product product;
  private Pages pages;

  LoginInChromiumTest(Product product) {
    this.product = product;
  }

  @BeforeAll
  static void startEngine() {
    engine = EngineType.CHROMIUM.start();
  }

  @AfterAll
  static void endEngine() {
    engine.close();
  }

  /** Users may be sent to both origins: it is the web origins that tell friend from stranger. */
  @BeforeEach
  void servePages() throws Exception {
    pages = ShopPages.start(product.address());
    product.execute(
        "INSERT INTO client VALUES ('red', 'pages', ARRAY[?, ?], ARRAY[?])",
        pages.origin() + ShopPages.PATH,
        pages.stranger() + ShopPages.PATH,
        pages.origin());
    Product.awaitChange();
  }

  @AfterEach
  void close() throws Exception {
    pages.close();
    product.execute("DELETE FROM client WHERE id = 'pages'");
  }

  @Test
  void a_page_of_the_client_logs_its_user_in_and_learns_who_it_is() {
    assertThat(titleAfterLogin(pages.origin())).isEqualTo("Hello " + App.USER);
  }

  @Test
  void a_page_of_a_stranger_gets_no_token() {
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(titleAfterLogin(pages.stranger())).isEqualTo("Not logged in");
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains(pages.stranger(), "POST /realms/red/protocol/openid-connect/token");
    }
  }

  @Test
  void it_does_once_an_administrator_has_entered_its_origin() throws Exception {
    product.execute(
        "UPDATE client SET web_origins = ARRAY[?] WHERE id = 'pages'", pages.stranger());
    Product.awaitChange();
    assertThat(titleAfterLogin(pages.stranger())).isEqualTo("Hello " + App.USER);
    assertThat(titleAfterLogin(pages.origin())).isEqualTo("Not logged in");
  }

  /** Opens a page, which sends its user to log in, and returns what it shows when it is back. */
  private String titleAfterLogin(String origin) {
    engine.open(origin + ShopPages.PATH);
    await("document.title", "Log in"::equals);
    // Later: a script that leaves its page returns nothing.
    evaluate(
        """
        const form = document.forms[0];
        form.username.value = '%s';
        form.password.value = '%s';
        setTimeout(() => form.requestSubmit());
        return '';
        """
            .formatted(App.USER, App.PASSWORD));
    return await("document.title", title -> title.matches("Hello .*|Not logged in"));
  }

  private static String await(String expression, Predicate<String> condition) {
    Instant end = Instant.now().plus(PATIENCE);
    String last = "";
    while (Instant.now().isBefore(end)) {
      last = evaluate("return " + expression);
      if (condition.test(last)) {
        return last;
      }
    }
    throw new AssertionError(expression + " stays " + last);
  }

  /** Returns what a script says; nothing if its page is being left. */
  private static String evaluate(String script) {
    try {
      return engine.eval(script, ANSWER);
    } catch (EngineException e) {
      return "";
    }
  }
}
