package dev.jaxrscors.it.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.metrics.CorsMetrics;
import dev.jaxrscors.rest.CorsSetup;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.SplittableRandom;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What Prometheus scrapes from an endpoint of the application. */
class PrometheusTest {

  private static final PrometheusMeterRegistry REGISTRY =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** What is scraped; no page may. */
  @Path("metrics")
  public static class Metrics {
    @GET
    @Produces("text/plain")
    public String scrape() {
      return REGISTRY.scrape();
    }
  }

  private static Server server() {
    REGISTRY.clear();
    CorsSetup setup = CorsSetup.builder().listener(new CorsMetrics(REGISTRY)).build();
    return new Server(
        new ResourceConfig(Shop.class, Metrics.class).property(CorsSetup.PROPERTY, setup));
  }

  private static List<String> samples(Server server) throws Exception {
    return server.get("/metrics").lines().filter(line -> line.startsWith("cors_")).toList();
  }

  private static String sample(String kind, String outcome, String policy, String reason) {
    return "cors_requests_total{kind=\"%s\",outcome=\"%s\",policy=\"%s\",reason=\"%s\"}"
        .formatted(kind, outcome, policy, reason);
  }

  @Test
  void an_endpoint_has_what_became_of_requests() throws Exception {
    try (Server server = server()) {
      for (int i = 0; i < 3; i++) {
        server.preflight("/shop/7", Server.APP);
      }
      server.get("/shop/7", Server.APP);
      server.get("/shop/7");
      server.get("/shop/7", "https://evil.example");
      server.preflight("/shop/7", "https://evil.example");
      server.preflight("/shop/7", Server.APP, "x-trace");
      server.preflight("/nowhere", Server.APP);

      List<String> samples = samples(server);
      samples.forEach(System.out::println);
      assertThat(samples)
          .containsExactlyInAnyOrder(
              sample("preflight", "granted", "Shop", "none") + " 3.0",
              sample("actual", "granted", "Shop", "none") + " 1.0",
              sample("actual", "withheld", "Shop", "origin_not_allowed") + " 1.0",
              sample("preflight", "refused", "Shop", "origin_not_allowed") + " 1.0",
              sample("preflight", "refused", "Shop", "header_not_allowed") + " 1.0",
              sample("preflight", "refused", "none", "no_such_resource") + " 1.0");
    }
  }

  @Test
  void random_origins_make_no_series() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    try (Server server = server()) {
      for (int i = 0; i < 500; i++) {
        server.get("/shop/" + i, "https://" + Long.toHexString(random.nextLong()) + ".example");
      }

      assertThat(samples(server))
          .containsExactly(sample("actual", "withheld", "Shop", "origin_not_allowed") + " 500.0");
    }
  }
}
