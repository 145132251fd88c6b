package dev.jaxrscors.servers;

import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.metrics.CorsMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What counts requests, as the documentation of {@link CorsMetrics} says. */
public class Metrics {

  @Produces
  @ApplicationScoped
  @Unremovable
  CorsListener metrics(MeterRegistry registry) {
    return new CorsMetrics(registry);
  }
}
