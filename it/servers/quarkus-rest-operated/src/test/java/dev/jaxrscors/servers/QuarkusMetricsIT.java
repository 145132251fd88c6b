package dev.jaxrscors.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Prometheus scrapes from Quarkus, at the endpoint that its Micrometer extension has. */
class QuarkusMetricsIT {

  private static final String APP = "https://app.example.com";
  private static final String STRANGER = "https://evil.example";

  private final ServerProcess server =
      ServerProcess.of(
          Build.serverName() + "-metrics",
          QuarkusOperatingIT.descriptor().with(Map.of("CORS_POLICY_STOCK_ORIGINS", APP)),
          WarRecipe.operated("operated"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Reply send(Request request) {
    return SocketClient.of(server.baseUri("operated")).send(request);
  }

  private void get(String origin) {
    send(Request.of("GET", "stock").with("Origin", origin));
  }

  private void preflight(String path, String origin, String headers) {
    send(
        Request.of("OPTIONS", path)
            .with("Origin", origin)
            .with("Access-Control-Request-Method", "PUT")
            .with("Access-Control-Request-Headers", headers));
  }

  private List<String> samples() {
    Reply scraped =
        SocketClient.of(server.baseUri("operated").resolve("../q/"))
            .send(Request.of("GET", "metrics").with("Accept", "text/plain"));
    assertThat(scraped.status()).isEqualTo(200);
    // The format of the plain text lets lists of tags end in a comma.
    return scraped
        .text()
        .lines()
        .filter(line -> line.startsWith("cors_"))
        .map(line -> line.replace(",}", "}"))
        .toList();
  }

  private static String sample(String kind, String outcome, String reason) {
    return "cors_requests_total{kind=\"%s\",outcome=\"%s\",policy=\"Stock\",reason=\"%s\"}"
        .formatted(kind, outcome, reason);
  }

  @Test
  void an_endpoint_has_what_became_of_requests() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 3; i++) {
      preflight("stock", APP, "content-type");
    }
    get(APP);
    send(Request.of("GET", "stock"));
    preflight("stock", STRANGER, "content-type");
    preflight("stock", APP, "x-trace");
    for (int i = 0; i < 200; i++) {
      get("https://" + Long.toHexString(random.nextLong()) + ".example");
    }

    List<String> samples = samples();
    samples.forEach(System.out::println);
    assertThat(samples)
        .containsExactlyInAnyOrder(
            sample("preflight", "granted", "none") + " 3.0",
            sample("actual", "granted", "none") + " 1.0",
            sample("actual", "withheld", "origin_not_allowed") + " 200.0",
            sample("preflight", "refused", "origin_not_allowed") + " 1.0",
            sample("preflight", "refused", "header_not_allowed") + " 1.0");
  }

  @Test
  void a_line_of_the_log_has_the_address_that_a_request_came_from() {
    preflight("stock", STRANGER, "content-type");
    server.awaitInLog("from origin \"" + STRANGER + "\" (address 127.0.0.1)");
  }
}
