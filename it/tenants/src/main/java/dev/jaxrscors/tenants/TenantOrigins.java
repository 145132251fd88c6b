package dev.jaxrscors.tenants;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Allows the origins that a tenant has entered for its host.
 *
 * <p>The library asks at every request, and keeps no answer. What is kept here is what a tenant has
 * entered, not what strangers ask for: so any number of made-up origins costs one query, and a host
 * that is nobody's is kept as well, with no origins. However many requests wait for a tenant, one
 * query runs; none waits longer than a browser's user would. A failure is not kept.
 *
 * <p>It is a bean, so it can have a data source injected. What it throws refuses the origin, and
 * goes to the log.
 */
@ApplicationScoped
public class TenantOrigins implements OriginSource {

  private static final String QUERY = "SELECT origin FROM tenant_origin WHERE host = ? LIMIT 1000";

  /** How long a tenant waits for a change to take hold. */
  static final Duration FRESH = Duration.ofSeconds(2);

  private static final int MOST_TENANTS = 10_000;

  // A browser waits for the answer: a slow database is a refusal.
  private static final int TIMEOUT_SECONDS = 2;

  private final AsyncLoadingCache<String, Set<String>> byHost =
      Caffeine.newBuilder()
          .maximumSize(MOST_TENANTS)
          .expireAfterWrite(FRESH)
          .buildAsync(this::query);

  @Inject private DataSource database;

  /** Makes the bean; the container injects the rest. */
  @SuppressWarnings("NullAway.Init")
  public TenantOrigins() {}

  @Override
  public boolean allows(Origin origin, Target target) {
    return entered(target.host()).contains(origin.serialized());
  }

  private Set<String> entered(String host) {
    try {
      return byHost.get(host).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tenants' origins were read", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the tenants' origins cannot be read: " + e, e);
    }
  }

  private Set<String> query(String host) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setQueryTimeout(TIMEOUT_SECONDS);
      query.setString(1, host);
      Set<String> origins = new HashSet<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          origins.add(found.getString(1));
        }
      }
      return origins;
    }
  }
}
