package dev.jaxrscors.products.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.contract.process.LoopbackPorts;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The product, with a database of its own and the clients of {@link App} in it. */
final class Product implements AutoCloseable {

  static final String FORM = "application/x-www-form-urlencoded";

  /** What the operators of this one have set. */
  static final Map<String, String> SETTINGS =
      Map.of("cors.also-allowed-headers", "DPoP, traceparent");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedPostgres postgres;
  private final DataSource database;
  private final IdentityServer server;

  Product() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    database = postgres.getPostgresDatabase();
    fill();
    server = start(SETTINGS);
  }

  private void fill() throws IOException, SQLException {
    try (InputStream schema = IdentityServer.class.getResourceAsStream("schema.sql")) {
      execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
    for (App app : App.values()) {
      add(app.realm(), app.id(), app.redirectUri(), app.entered());
      execute(
          "INSERT INTO account VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          app.realm(),
          App.USER,
          hash(App.PASSWORD));
    }
    execute(
        "UPDATE client SET secret_hash = ?, web_origins = '{}' WHERE id = ?",
        hash(App.SECRET),
        App.GATEWAY.id());
  }

  /** Returns a hash that is made sooner than a real one should be. */
  private static String hash(String password) {
    byte[] salt = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);
    return OpenBSDBCrypt.generate(password.toCharArray(), salt, 4);
  }

  /** Adds a client, as an administrator would. */
  void add(String realm, String id, String redirectUri, String webOrigin) throws SQLException {
    execute(
        "INSERT INTO client VALUES (?, ?, ARRAY[?], ARRAY[?])", realm, id, redirectUri, webOrigin);
  }

  void execute(String sql, String... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  /** Waits until what was changed in the database has to have taken hold. */
  static void awaitChange() throws InterruptedException {
    Thread.sleep(Realms.FRESH.toMillis());
  }

  /** Starts another one on the same database. */
  IdentityServer start(Map<String, String> settings) {
    return IdentityServer.start(database, LoopbackPorts.free(1).get(0), settings);
  }

  URI address() {
    return server.address();
  }

  Reply send(Request request) {
    return SocketClient.of(server.address()).send(request);
  }

  /** Sends a form, from a page. */
  Reply post(String path, String page, String form) {
    return send(Request.of("POST", path).from(page).carrying(FORM, form));
  }

  /** Logs a user in, and returns the code that the client's page is sent. */
  String code(App app) {
    Reply reply =
        send(
            Request.of("POST", app.authorization())
                .carrying(FORM, App.form("username", App.USER, "password", App.PASSWORD)));
    List<String> location = reply.all("Location");
    if (location.isEmpty()) {
      throw new IllegalStateException(reply.toString());
    }
    return location.get(0).replaceFirst(".*[?&]code=", "");
  }

  /** Logs a user in, and returns what the token endpoint gives to the client's own page. */
  JsonNode tokens(App app) {
    return json(post(app.endpoint("token"), app.page(), app.asksFor(code(app))));
  }

  /** Returns a token of a user who has logged in to a client. */
  String accessToken(App app) {
    return tokens(app).path("access_token").asText();
  }

  static JsonNode json(Reply reply) {
    try {
      return JSON.readTree(reply.text());
    } catch (IOException e) {
      throw new UncheckedIOException(reply.toString(), e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    postgres.close();
  }
}
