package dev.jaxrscors.products.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The realms, as the database had them a second ago at most.
 *
 * <p>It is asked at every request, about realms that strangers make up too; so one that is not
 * there is kept as well, and one query runs for a realm, however many requests wait for it.
 */
final class Realms {

  /** How long an administrator waits for a change to take hold. */
  static final Duration FRESH = Duration.ofSeconds(1);

  private static final int MOST_REALMS = 10_000;
  // A browser waits for the answer: a slow database is a refusal.
  private static final int TIMEOUT_SECONDS = 2;

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

  private static final String CLIENTS =
      "SELECT id, redirect_uris, web_origins, secret_hash FROM client WHERE realm = ?";

  private final DataSource database;
  private final LoadingCache<String, Realm> byName =
      Caffeine.newBuilder().maximumSize(MOST_REALMS).expireAfterWrite(FRESH).build(this::query);

  Realms(DataSource database) {
    this.database = database;
  }

  Realm named(String name) {
    return NAME.matcher(name).matches() ? byName.get(name) : Realm.NONE;
  }

  /** Returns a realm that somebody asks something of. */
  Realm existing(String name) {
    Realm realm = named(name);
    if (!realm.exists()) {
      throw OAuthException.notFound("there is no such realm");
    }
    return realm;
  }

  private Realm query(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(CLIENTS)) {
      query.setQueryTimeout(TIMEOUT_SECONDS);
      query.setString(1, name);
      List<Client> clients = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          clients.add(client(found));
        }
      }
      return new Realm(clients);
    }
  }

  private static Client client(ResultSet found) throws SQLException {
    List<String> redirectUris = texts(found.getArray("redirect_uris"));
    return new Client(
        found.getString("id"),
        Set.copyOf(redirectUris),
        WebOrigins.of(texts(found.getArray("web_origins")), redirectUris),
        found.getString("secret_hash"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
