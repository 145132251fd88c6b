package dev.jaxrscors.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each resource of the shop is there to show. */
class ShopTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  private DemoServer server;

  @BeforeEach
  void start() throws IOException {
    server = DemoServer.start(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, https://app.example.com, https://app.example.com",
    "orders, https://eu.partner.example.org, https://eu.partner.example.org",
    "orders, http://app.localhost:8081, http://app.localhost:8081",
    "orders, https://example.org,",
    "orders, https://evil.example,",
    "catalogue, https://evil.example, *",
    "fonts/demo.woff2, https://evil.example, *",
    "fonts/own.woff2, https://evil.example,",
    "fonts/own.woff2, https://app.example.com, https://app.example.com",
    "shops/1/review, https://app.example.com, https://app.example.com",
    "shops/1/review, https://evil.example,",
    "transfers, https://app.example.com, https://app.example.com",
    "nothing/here, https://app.example.com, https://app.example.com",
    "nothing/here, https://evil.example,",
  })
  void a_page_may_read_what_the_policy_allows(String path, String origin, String allowed)
      throws IOException {
    String expected = allowed == null ? null : "Access-Control-Allow-Origin: " + allowed;
    assertThat(field(get(path, origin), "Access-Control-Allow-Origin")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 415, 500})
  void a_page_may_read_an_error(int status) throws IOException {
    String response = get("errors/" + status, APP);
    assertThat(response)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("\nAccess-Control-Allow-Origin: " + APP + "\n", "\nVary: Origin\n")
        .endsWith("\n\nerror " + status);
  }

  @Test
  void a_page_may_read_that_the_shop_crashed_but_not_why() throws IOException {
    assertThat(get("errors/crash", APP))
        .startsWith("HTTP/1.1 500 ")
        .contains("\nAccess-Control-Allow-Origin: " + APP + "\n", "\nVary: Origin\n")
        .doesNotContain("on purpose");
  }

  @Test
  void a_session_is_a_cookie_that_pages_of_other_sites_may_send() throws IOException {
    String login = send("POST", "session", APP, "");
    assertThat(field(login, "Set-Cookie"))
        .contains("customer=Ada", ";Path=/", ";Secure", ";HttpOnly", ";SameSite=None");
    assertThat(get("session", APP)).endsWith("\n\nnobody");
    assertThat(get("session", APP, "Cookie: customer=Ada"))
        .contains("\nAccess-Control-Allow-Credentials: true\n")
        .endsWith("\n\nAda");
    assertThat(field(send("DELETE", "session", APP, ""), "Set-Cookie")).contains("Max-Age=0");
  }

  @Test
  void an_upload_is_counted_up_to_its_limit() throws IOException {
    String type = "Content-Type: application/octet-stream";
    assertThat(send("POST", "uploads", APP, "12345", type)).endsWith("\n\n5");
    assertThat(send("POST", "uploads", APP, "x".repeat((32 << 20) + 1), type))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void a_download_has_five_parts() throws IOException {
    assertThat(get("downloads", APP))
        .contains("part 1 of 5 ", "part 5 of 5 ")
        .hasSizeGreaterThan(5 << 14);
  }

  @Test
  void a_picture_is_one() throws IOException {
    assertThat(get("pictures/demo.png", EVIL))
        .startsWith("HTTP/1.1 200 OK\n")
        .contains("\n\n\u0089PNG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalogue", "orders"})
  void what_moved_is_on_another_host(String path) throws IOException {
    assertThat(get("moved/" + path, APP))
        .startsWith("HTTP/1.1 307 ")
        .contains("\nLocation: http://cdn.localhost:8080/" + path + "\n")
        .contains("\nAccess-Control-Allow-Origin: " + APP + "\n");
  }

  @Test
  void the_font_is_kept_for_a_year_and_is_the_same_for_all() throws IOException {
    assertThat(get("fonts/demo.woff2", EVIL))
        .isEqualTo(get("fonts/demo.woff2", APP))
        .contains("\nCache-Control: public, max-age=31536000, immutable\n", "\n\nwOF2")
        .doesNotContain("Vary");
  }

  @Test
  void events_arrive_one_by_one() throws IOException {
    assertThat(EventStream.first(server.port(), "/ticks", APP, 2))
        .containsExactly("data: 1", "data: 2");
  }

  @Test
  void a_transfer_from_a_stranger_never_happens() throws IOException {
    assertThat(transfer(EVIL))
        .startsWith("HTTP/1.1 403 Forbidden\n")
        .endsWith(
            """
            {"error":"CORS_NOT_ALLOWED","message":"Origin not permitted by CORS policy"}""");
    assertThat(get("transfers", APP)).endsWith("\n\n0");
    assertThat(transfer(APP)).startsWith("HTTP/1.1 200 OK\n").endsWith("\n\n5");
  }

  @Test
  void the_account_is_for_who_has_the_token_but_its_preflight_needs_none() throws IOException {
    assertThat(preflight("account", APP, "GET", "authorization"))
        .startsWith("HTTP/1.1 204 No Content\n")
        .contains("\nAccess-Control-Allow-Headers: Content-Type, Authorization\n");
    assertThat(get("account", APP))
        .startsWith("HTTP/1.1 401 Unauthorized\n")
        .contains("\nAccess-Control-Allow-Origin: " + APP + "\n");
    assertThat(get("account", APP, "Authorization: Bearer demo-token"))
        .startsWith("HTTP/1.1 200 OK\n")
        .endsWith("\n\nAda");
  }

  @Test
  void a_sub_resource_has_the_policy_of_its_parent() throws IOException {
    String granted = preflight("shops/1/review", APP, "PUT", "content-type");
    assertThat(field(granted, "Access-Control-Allow-Methods").split("[:,] "))
        .contains("GET", "HEAD", "PUT", "DELETE");
    assertThat(granted)
        .startsWith("HTTP/1.1 204 No Content\n")
        .contains("\nAccess-Control-Allow-Credentials: true\n");
    assertThat(preflight("shops/1/review", EVIL, "PUT", "content-type"))
        .startsWith("HTTP/1.1 403 Forbidden\n");
    assertThat(put("shops/1/review", "text/plain", "Fine cocoa."))
        .startsWith("HTTP/1.1 204 No Content\n");
    assertThat(get("shops/1/review", APP)).endsWith("\n\nFine cocoa.");
  }

  @Test
  void a_new_order_has_a_location_and_a_tag_that_the_page_may_read() throws IOException {
    String created = put("orders/7", "application/json", "{\"item\":\"cocoa\",\"quantity\":1}");
    assertThat(created)
        .startsWith("HTTP/1.1 201 Created\n")
        .contains("\nLocation: http://api.localhost:8080/orders/7\n")
        .contains("\nAccess-Control-Expose-Headers: ETag, Location\n");
    assertThat(field(get("orders/7", APP), "ETag")).isNotNull().isEqualTo(field(created, "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "[]", "{}", "{\"item\":\"tea\",\"quantity\":0}"})
  void an_order_that_is_none_is_a_bad_request(String order) throws IOException {
    assertThat(put("orders/7", "application/json", order)).startsWith("HTTP/1.1 400 ");
    assertThat(get("orders/7", APP)).startsWith("HTTP/1.1 404 ");
  }

  private String get(String path, String origin, String... fields) throws IOException {
    return send("GET", path, origin, "", fields);
  }

  private String preflight(String path, String origin, String method, String headers)
      throws IOException {
    return send(
        "OPTIONS",
        path,
        origin,
        "",
        "Access-Control-Request-Method: " + method,
        "Access-Control-Request-Headers: " + headers);
  }

  private String transfer(String origin) throws IOException {
    String form = "Content-Type: application/x-www-form-urlencoded";
    return send("POST", "transfers", origin, "cents=5", form);
  }

  private String put(String path, String type, String body) throws IOException {
    return send("PUT", path, APP, body, "X-Api-Key: demo-key", "Content-Type: " + type);
  }

  private String send(String method, String path, String origin, String body, String... fields)
      throws IOException {
    List<String> lines =
        Stream.of(
                Stream.of(method + " /" + path + " HTTP/1.1", "Host: api.localhost:8080"),
                Stream.of("Origin: " + origin, "Content-Length: " + body.length()),
                Stream.of(fields))
            .flatMap(part -> part)
            .toList();
    return Http.exchange(server.port(), String.join("\n", lines) + "\n\n" + body);
  }

  private static String field(String response, String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return response
        .substring(0, response.indexOf("\n\n"))
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst()
        .orElse(null);
  }
}
