package dev.jaxrscors.products.identity;

import static dev.jaxrscors.products.identity.App.BOOKS;
import static dev.jaxrscors.products.identity.App.GATEWAY;
import static dev.jaxrscors.products.identity.App.KIOSK;
import static dev.jaxrscors.products.identity.App.OPEN;
import static dev.jaxrscors.products.identity.App.SHOP;
import static dev.jaxrscors.products.identity.App.STRANGER;
import static dev.jaxrscors.products.identity.App.TILL;
import static dev.jaxrscors.products.identity.App.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complaint: the client is known from the form alone, and its pages cannot read, or others can. */
@ExtendWith(ProductExtension.class)
class TokenEndpointTest {

  private static final String WITHHELD = "Vary: Origin";
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private final Product product;

  TokenEndpointTest(Product product) {
    this.product = product;
  }

  /** Returns the lines by which a page may read, and send cookies. */
  private static List<String> sharedWith(String page) {
    return List.of(
        "Access-Control-Allow-Credentials: true",
        "Access-Control-Allow-Origin: " + page,
        "Vary: Origin");
  }

  private Reply token(App app, String page) {
    return product.post(app.endpoint("token"), page, app.asksFor(product.code(app)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SHOP", "TILL", "KIOSK", "BOOKS"})
  void the_pages_of_a_client_read_its_tokens(App app) {
    Reply reply = token(app, app.page());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(Product.json(reply).path("access_token").asText()).isNotEmpty();
    assertThat(reply.cors()).isEqualTo(sharedWith(app.page()));
    assertThat(reply.all("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://till.example", "https://books.example", STRANGER, "null"})
  void nobody_else_does_not_even_another_client_of_the_realm(String page) {
    Reply reply = token(SHOP, page);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.cors()).containsExactly(WITHHELD);
  }

  @Test
  void a_log_says_why_another_client_of_the_realm_cannot_read() throws Exception {
    String page = "https://desk.example";
    product.add("red", "desk", page + "/back", page);
    Product.awaitChange();
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(token(SHOP, page).corsFields()).isEmpty();
      assertThat(log.warnings()).singleElement().asString().contains("the application", page);
    }
  }

  @Test
  void a_log_says_where_an_origin_is_to_be_entered() {
    try (CapturedLog log = CapturedLog.open()) {
      token(SHOP, "https://new-shop.example");
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("add it to the web origins of its client in the realm red");
    }
  }

  @Test
  void an_error_is_read_by_the_pages_of_its_client_alone() {
    String badCode = SHOP.asksFor("made-up");
    Reply reply = product.post(SHOP.endpoint("token"), SHOP.page(), badCode);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(Product.json(reply).path("error").asText()).isEqualTo("invalid_grant");
    assertThat(reply.cors()).isEqualTo(sharedWith(SHOP.page()));
    assertThat(product.post(SHOP.endpoint("token"), TILL.page(), badCode).cors())
        .containsExactly(WITHHELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "client_id=",
        "client_id=nobody",
        "client_id=shop&client_id=till",
        "client_id=till&client_id=shop",
        "client_id[]=shop",
        "client_id=shop%00",
        "&&=&client_id",
        "CLIENT_ID=shop"
      })
  void a_form_that_names_no_client_is_read_by_nobody(String form) {
    Reply reply = product.post(SHOP.endpoint("token"), SHOP.page(), "grant_type=x&" + form);
    assertThat(reply.status()).isBetween(400, 401);
    assertThat(reply.corsFields()).isEmpty();
  }

  /** It is refused before the client is known: a page of the realm may see why. */
  @Test
  void a_form_that_is_none_is_read_by_the_pages_of_the_realm() {
    Reply reply = product.post(SHOP.endpoint("token"), SHOP.page(), "client_id=%zz");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.cors()).isEqualTo(sharedWith(SHOP.page()));
    assertThat(product.post(SHOP.endpoint("token"), STRANGER, "client_id=%zz").cors())
        .containsExactly(WITHHELD);
  }

  /** No resource is matched, so that there is no realm that a policy could go by. */
  @ParameterizedTest
  @CsvSource({"GET, token, 405", "PUT, certs, 405", "GET, nothing, 404", "POST, token, 415"})
  void what_no_endpoint_is_found_for_is_read_by_nobody(String method, String name, int status) {
    Reply reply =
        product.send(
            Request.of(method, SHOP.endpoint(name))
                .from(SHOP.page())
                .carrying("application/json", "{}"));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.corsFields()).isEmpty();
  }

  @Test
  void what_stands_in_the_query_names_no_client() {
    Reply reply =
        product.post(
            SHOP.endpoint("token") + "?client_id=shop",
            SHOP.page(),
            TILL.asksFor(product.code(TILL)));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.cors()).containsExactly(WITHHELD);
  }

  @Test
  void a_code_is_good_once_and_for_its_own_client() {
    String code = product.code(SHOP);
    String stolen = TILL.asksFor(code).replace("till.example", "shop.example");
    assertThat(product.post(TILL.endpoint("token"), TILL.page(), stolen).status()).isEqualTo(400);
    Reply late = product.post(SHOP.endpoint("token"), SHOP.page(), SHOP.asksFor(code));
    assertThat(late.status()).isEqualTo(400);
  }

  @Test
  void pages_refresh_their_tokens_and_log_out() {
    String refresh = product.tokens(SHOP).path("refresh_token").asText();
    Reply refreshed = refresh("token", refresh);
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.cors()).isEqualTo(sharedWith(SHOP.page()));

    String second = Product.json(refreshed).path("refresh_token").asText();
    Reply out = refresh("logout", second);
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.cors()).isEqualTo(sharedWith(SHOP.page()));
    assertThat(refresh("token", second).status()).isEqualTo(400);
  }

  private Reply refresh(String endpoint, String token) {
    return product.post(
        SHOP.endpoint(endpoint),
        SHOP.page(),
        form("grant_type", "refresh_token", "client_id", "shop", "refresh_token", token));
  }

  /** Complaint: a gateway adds {@code Origin} to calls of servers, and they get 403. */
  @ParameterizedTest
  @ValueSource(strings = {"https://gateway.internal", STRANGER, "null", "no origin at all"})
  void a_server_is_served_whatever_origin_a_gateway_adds(String origin) {
    Reply reply =
        product.post(
            GATEWAY.endpoint("token"),
            origin,
            form(
                "grant_type",
                "client_credentials",
                "client_id",
                GATEWAY.id(),
                "client_secret",
                App.SECRET));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(Product.json(reply).path("access_token").asText()).isNotEmpty();
    assertThat(reply.corsFields()).isEmpty();
  }

  @Test
  void a_server_that_sends_no_origin_makes_no_line_in_the_log() {
    try (CapturedLog log = CapturedLog.open()) {
      Reply reply =
          product.send(
              Request.of("POST", SHOP.endpoint("token"))
                  .carrying(Product.FORM, SHOP.asksFor(product.code(SHOP))));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.cors()).containsExactly("Vary: Origin");
      assertThat(log.warnings()).isEmpty();
    }
  }

  /** Complaint: web origins are changed in the console, and the server has to be started again. */
  @Test
  void an_origin_that_comes_or_goes_needs_no_restart() throws Exception {
    String page = "https://preview.example";
    assertThat(token(SHOP, page).corsFields()).isEmpty();
    setWebOrigins(SHOP, SHOP.page(), page);
    assertThat(token(SHOP, page).cors()).isEqualTo(sharedWith(page));
    setWebOrigins(SHOP, SHOP.page());
    assertThat(token(SHOP, page).corsFields()).isEmpty();
  }

  private void setWebOrigins(App app, String... origins) throws SQLException, InterruptedException {
    product.execute(
        "UPDATE client SET web_origins = string_to_array(?, ',') WHERE id = ?",
        String.join(",", origins),
        app.id());
    Product.awaitChange();
  }

  /** Anyone may get in by an asterisk, so that nobody may with the cookies of a user. */
  @Test
  void a_client_for_any_origin_opens_nothing_that_takes_cookies() {
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(token(OPEN, STRANGER).corsFields()).isEmpty();
      assertThat(token(OPEN, OPEN.page()).corsFields()).isEmpty();
      assertThat(token(KIOSK, STRANGER).corsFields()).isEmpty();
      assertThat(token(KIOSK, KIOSK.page()).corsFields()).isNotEmpty();
      assertThat(log.text()).doesNotContain("allows every origin, with credentials");
    }
  }

  @Test
  void a_body_of_ten_megabytes_is_refused_and_opens_nothing() {
    String form = SHOP.asksFor("made-up") + "&padding=" + "x".repeat(TEN_MEGABYTES);
    Reply reply = product.post(SHOP.endpoint("token"), SHOP.page(), form);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(Product.json(reply).path("error").asText()).isEqualTo("invalid_request");
    assertThat(reply.cors()).isEqualTo(sharedWith(SHOP.page()));
    assertTooLarge(product.post(SHOP.endpoint("token"), STRANGER, form));
    assertTooLarge(product.post(SHOP.endpoint("token"), BOOKS.page(), form));
  }

  /** Undertow answers before the endpoint is found, so that the client cannot see why. */
  @Test
  void one_of_twenty_megabytes_is_refused_by_the_container_and_read_by_nobody() {
    String form = SHOP.asksFor("made-up") + "&padding=" + "x".repeat(2 * TEN_MEGABYTES);
    Reply reply = product.post(SHOP.endpoint("token"), SHOP.page(), form);
    assertThat(reply.status()).isGreaterThanOrEqualTo(400);
    assertThat(reply.corsFields()).isEmpty();
  }

  private static void assertTooLarge(Reply reply) {
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.cors()).containsExactly(WITHHELD);
  }
}
