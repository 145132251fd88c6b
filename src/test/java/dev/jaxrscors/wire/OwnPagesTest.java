package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Pages that the server has served itself are never rejected, and never logged as refused. */
class OwnPagesTest {

  private static final String OWN = "https://api.example.com";

  @AutoClose private static final Server TRUSTING = deploy(Map.of("cors.trust-forwarded", "true"));

  @AutoClose private static final Server LISTING = deploy(Map.of("cors.own-origins", OWN));

  @AutoClose private static final Server PLAIN = deploy(Map.of());

  private static Server deploy(Map<String, Object> properties) {
    return Server.of(
        new ResourceConfig(Rejecting.class, Withholding.class).addProperties(properties));
  }

  private static Request post(String path, String origin) {
    return Request.of("POST", path).from(origin).carrying("x");
  }

  private static Request forwarded(String origin) {
    return post("/rejecting", origin)
        .with("Host", "10.0.0.7:8080")
        .with("Forwarded", "proto=https;host=api.example.com");
  }

  @Test
  void behind_a_proxy_that_is_believed() {
    assertThat(TRUSTING.send(forwarded(OWN)).status()).isEqualTo(200);
    assertThat(TRUSTING.send(forwarded("https://evil.example")).status()).isEqualTo(403);
    assertThat(PLAIN.send(forwarded(OWN)).status()).isEqualTo(403);
  }

  @Test
  void where_configuration_lists_their_origin() {
    assertThat(LISTING.send(post("/rejecting", OWN)).status()).isEqualTo(200);
    assertThat(LISTING.send(post("/rejecting", "http://api.example.com")).status()).isEqualTo(403);
    assertThat(PLAIN.send(post("/rejecting", OWN)).status()).isEqualTo(403);
  }

  @Test
  void by_the_host_that_the_request_is_sent_to() {
    Request sent = post("/rejecting", "http://intranet:8080").with("Host", "intranet:8080");
    assertThat(PLAIN.send(sent).status()).isEqualTo(200);
  }

  @Test
  void they_are_no_line_in_the_log_and_need_no_headers() {
    try (CapturedLog log = CapturedLog.open()) {
      Reply reply = LISTING.send(post("/withholding", OWN));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.cors()).containsExactly(Row.VARY_ORIGIN);
      assertThat(log.warnings()).isEmpty();

      LISTING.send(post("/withholding", "https://evil.example"));
      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void a_wrong_origin_in_configuration_stops_the_deployment() {
    assertThatThrownBy(() -> deploy(Map.of("cors.own-origins", OWN + "/")))
        .hasStackTraceContaining("cors.own-origins in application properties")
        .hasStackTraceContaining("\"https://api.example.com/\" is invalid");
  }

  @Path("rejecting")
  @CorsPolicy(origins = "https://partner.example", refusal = Refusal.REJECT)
  public static class Rejecting {
    @POST
    public String post(String text) {
      return text;
    }
  }

  @Path("withholding")
  @CorsPolicy(origins = "https://partner.example")
  public static class Withholding {
    @POST
    public String post(String text) {
      return text;
    }
  }
}
