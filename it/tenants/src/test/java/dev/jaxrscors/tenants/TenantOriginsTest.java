package dev.jaxrscors.tenants;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The origins of tenants, asked of a real PostgreSQL. */
class TenantOriginsTest {

  private static final String TENANT = "https://books.example";

  private static final int STRANGERS = 10_000;

  private static EmbeddedPostgres postgres;
  private static CountedDatabase database;
  private static SeContainer beans;
  private static HttpServer server;
  private static String host;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    database = new CountedDatabase(postgres.getPostgresDatabase());
    beans =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(TenantOrigins.class)
            .addExtensions(new DatabaseExtension(database.counted()))
            .initialize();
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), new ResourceConfig(Catalogue.class));
    host = "127.0.0.1:" + server.getListeners().iterator().next().getPort();
  }

  @AfterAll
  static void stop() throws IOException {
    server.shutdownNow();
    beans.close();
    postgres.close();
  }

  /** What is kept of the test before is forgotten. */
  @BeforeEach
  void fill() throws SQLException, InterruptedException {
    Thread.sleep(TenantOrigins.FRESH.toMillis());
    execute("CREATE TABLE tenant_origin (host text, origin text, PRIMARY KEY (host, origin))");
    execute("INSERT INTO tenant_origin VALUES ('" + host + "', '" + TENANT + "')");
    execute("INSERT INTO tenant_origin VALUES ('elsewhere', 'https://elsewhere.example')");
  }

  @AfterEach
  void empty() throws SQLException {
    execute("DROP TABLE IF EXISTS tenant_origin");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static HttpResponse<String> send(String method, String origin, String... fields)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + host + "/catalogue/7"))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin);
    for (int i = 0; i < fields.length; i += 2) {
      request.header(fields[i], fields[i + 1]);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Optional<String> allowed(HttpResponse<String> response) {
    return response.headers().firstValue("Access-Control-Allow-Origin");
  }

  private static List<String> vary(HttpResponse<String> response) {
    return response.headers().allValues("Vary");
  }

  @Test
  void a_tenant_that_the_database_knows_is_allowed() throws Exception {
    HttpResponse<String> response = send("GET", TENANT);
    assertThat(response.body()).isEqualTo("article 7");
    assertThat(allowed(response)).contains(TENANT);
    assertThat(vary(response)).containsExactly("Origin");
  }

  @Test
  void so_is_its_preflight() throws Exception {
    HttpResponse<String> response = send("OPTIONS", TENANT, "Access-Control-Request-Method", "PUT");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(allowed(response)).contains(TENANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://stranger.example", "https://elsewhere.example", "http://books.example"})
  void whom_the_database_does_not_know_on_this_host_is_refused(String origin) throws Exception {
    HttpResponse<String> response = send("GET", origin);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(allowed(response)).isEmpty();
    assertThat(vary(response)).containsExactly("Origin");
    HttpResponse<String> preflight =
        send("OPTIONS", origin, "Access-Control-Request-Method", "PUT");
    assertThat(preflight.statusCode()).isEqualTo(403);
  }

  @Test
  void a_tenant_that_comes_or_goes_needs_no_restart() throws Exception {
    assertThat(allowed(send("GET", "https://new.example"))).isEmpty();
    execute("INSERT INTO tenant_origin VALUES ('" + host + "', 'https://new.example')");
    Thread.sleep(TenantOrigins.FRESH.toMillis());
    assertThat(allowed(send("GET", "https://new.example"))).contains("https://new.example");
    execute("DELETE FROM tenant_origin WHERE origin = 'https://new.example'");
    Thread.sleep(TenantOrigins.FRESH.toMillis());
    assertThat(allowed(send("GET", "https://new.example"))).isEmpty();
  }

  @Test
  void a_database_that_fails_refuses_tenants_and_not_the_origins_that_are_listed()
      throws Exception {
    execute("DROP TABLE tenant_origin");
    assertThat(allowed(send("GET", TENANT))).isEmpty();
    assertThat(allowed(send("GET", "https://admin.example.com")))
        .contains("https://admin.example.com");
  }

  @Test
  void ten_thousand_strangers_cost_a_query_for_each_time_that_an_answer_is_fresh()
      throws Exception {
    int before = database.connections().get();
    long begin = System.nanoTime();
    AtomicInteger shared = new AtomicInteger();
    IntStream.range(0, STRANGERS)
        .parallel()
        .forEach(i -> shared.addAndGet(isShared("https://stranger" + i + ".example") ? 1 : 0));
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    int queries = database.connections().get() - before;
    System.out.printf("%d strangers in %d s: %d queries%n", STRANGERS, seconds, queries);

    assertThat(shared).hasValue(0);
    assertThat((long) queries).isBetween(1L, 1 + seconds / TenantOrigins.FRESH.toSeconds() + 1);
  }

  /** On a connection of its own: the server ends those that are kept too long. */
  private static boolean isShared(String origin) {
    String request =
        "GET /catalogue/7 HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nConnection: close\r\n\r\n"
            .formatted(host, origin);
    int port = URI.create("http://" + host).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String reply = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertThat(reply).startsWith("HTTP/1.1 200").endsWith("article 7");
      return reply.contains("Access-Control-Allow-Origin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
