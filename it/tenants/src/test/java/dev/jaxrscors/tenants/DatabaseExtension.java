package dev.jaxrscors.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import javax.sql.DataSource;

/** Gives the beans the data source that a server would give them. */
public final class DatabaseExtension implements Extension {

  private final DataSource database;

  DatabaseExtension(DataSource database) {
    this.database = database;
  }

  void add(@Observes AfterBeanDiscovery discovery) {
    discovery
        .<DataSource>addBean()
        .types(DataSource.class)
        .scope(ApplicationScoped.class)
        .createWith(context -> database);
  }
}
