package dev.jaxrscors.products.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The users of realms. */
final class Accounts {

  private static final String PASSWORD =
      "SELECT password_hash FROM account WHERE realm = ? AND name = ?";

  private final DataSource database;

  Accounts(DataSource database) {
    this.database = database;
  }

  /** Reports whether somebody is the user of that name. */
  boolean isUser(String realm, String name, String password) {
    // The one character that PostgreSQL keeps in no text.
    return name.indexOf('\0') < 0 && hasPassword(realm, name, password);
  }

  private boolean hasPassword(String realm, String name, String password) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(PASSWORD)) {
      query.setString(1, realm);
      query.setString(2, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next() && Secrets.matches(password, found.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the accounts cannot be read", e);
    }
  }
}
