package dev.jaxrscors.tenants;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Allows the origins that a tenant has entered for its host.
 *
 * <p>It is a bean, so it can have a data source injected. What it throws refuses the origin, and
 * goes to the log.
 */
@ApplicationScoped
public class TenantOrigins implements OriginSource {

  private static final String QUERY = "SELECT 1 FROM tenant_origin WHERE host = ? AND origin = ?";

  // A browser waits for the answer: a slow database is a refusal.
  private static final int TIMEOUT_SECONDS = 2;

  @Inject private DataSource database;

  /** Makes the bean; the container injects the rest. */
  @SuppressWarnings("NullAway.Init")
  public TenantOrigins() {}

  @Override
  public boolean allows(Origin origin, Target target) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setQueryTimeout(TIMEOUT_SECONDS);
      query.setString(1, target.host());
      query.setString(2, origin.serialized());
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the tenants' origins cannot be read: " + e.getMessage(), e);
    }
  }
}
