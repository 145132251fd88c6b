package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.InvalidPolicyException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One code base behind several host names, as behind an API gateway. */
class ConfigurationPerHostTest {

  private static final String SHOP = "https://shop.example.com";
  private static final String BANK = "https://bank.example.com";
  private static final String LOGIN = "https://login.example.com";

  private static final Map<String, Object> HOSTS =
      Map.of(
          "cors.policy.web.origins", SHOP,
          "cors.hosts", "payments,auth",
          "cors.host.payments.name", "payments.example.com, pay.internal",
          "cors.host.payments.policy.web.origins", BANK,
          "cors.host.payments.policy.web.credentials", "allow",
          "cors.host.auth.name", "auth.example.com",
          "cors.host.auth.policy.web.origins", LOGIN,
          "cors.host.auth.preflight-status", "200");

  @Path("me")
  @CorsPolicy("web")
  public static class Me {
    @GET
    public String get() {
      return "";
    }
  }

  @AutoClose private final Server server = deploy(HOSTS);
  @AutoClose private final Server trusting = deploy(and(HOSTS, "cors.trust-forwarded", "true"));

  private static Server deploy(Map<String, Object> properties) {
    return Server.of(new ResourceConfig(Me.class).addProperties(properties));
  }

  private static Map<String, Object> and(Map<String, Object> map, String key, String value) {
    Map<String, Object> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }

  private static List<String> allowed(Server server, Request request) {
    List<String> allowed =
        List.of(SHOP, BANK, LOGIN).stream()
            .filter(
                origin ->
                    server
                        .send(request.from(origin))
                        .all("Access-Control-Allow-Origin")
                        .equals(List.of(origin)))
            .toList();
    return allowed;
  }

  @ParameterizedTest
  @CsvSource({
    "payments.example.com, https://bank.example.com",
    "payments.example.com:8080, https://bank.example.com",
    "PAYMENTS.Example.com, https://bank.example.com",
    "payments.example.com., https://bank.example.com",
    "pay.internal, https://bank.example.com",
    "auth.example.com, https://login.example.com",
    "api.example.com, https://shop.example.com",
    "example.com, https://shop.example.com",
    "payments.example.com.evil.example, https://shop.example.com",
    "xpayments.example.com, https://shop.example.com",
    "127.0.0.1, https://shop.example.com",
    "[::1]:80, https://shop.example.com"
  })
  void each_host_allows_its_own_origins_and_all_others_the_common_ones(String host, String origin) {
    assertThat(allowed(server, Request.get("/me").with("Host", host))).containsExactly(origin);
  }

  @Test
  void every_member_and_the_status_of_preflights_can_be_of_the_host() {
    Request toPayments = Request.preflight("/me", BANK, "GET").with("Host", "payments.example.com");
    assertThat(server.send(toPayments).cors())
        .containsExactly(
            "Access-Control-Allow-Credentials: true",
            "Access-Control-Allow-Headers: Content-Type",
            "Access-Control-Allow-Methods: GET, HEAD",
            "Access-Control-Allow-Origin: " + BANK,
            "Access-Control-Max-Age: 600",
            "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    assertThat(server.send(toPayments).status()).isEqualTo(204);
    Request toAuth = Request.preflight("/me", LOGIN, "GET").with("Host", "auth.example.com");
    assertThat(server.send(toAuth).status()).isEqualTo(200);
    assertThat(server.send(toAuth).all("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Host, payments.example.com",
    "Forwarded, host=payments.example.com",
    "Forwarded, for=1.2.3.4;host=payments.example.com"
  })
  void what_a_proxy_asserts_is_not_believed(String name, String value) {
    Request request = Request.get("/me").with("Host", "api.example.com").with(name, value);
    assertThat(allowed(server, request)).containsExactly(SHOP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Host | payments.example.com",
        "X-Forwarded-Host | payments.example.com:443",
        "X-Forwarded-Host | Payments.Example.com, gateway.internal",
        "Forwarded | host=payments.example.com",
        "Forwarded | for=1.2.3.4; Host=\"payments.example.com:443\" ;proto=https",
        "Forwarded | for=1.2.3.4;host=payments.example.com, for=10.0.0.1;host=api.example.com"
      })
  void what_a_proxy_asserts_is_believed_where_configuration_says_so(String name, String value) {
    Request request = Request.get("/me").with("Host", "api.example.com").with(name, value);
    assertThat(allowed(trusting, request)).containsExactly(BANK);
  }

  @Test
  void the_standard_field_goes_before_the_usual_one() {
    Request request =
        Request.get("/me")
            .with("X-Forwarded-Host", "auth.example.com")
            .with("Forwarded", "host=payments.example.com");
    assertThat(allowed(trusting, request)).containsExactly(BANK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "\"",
        "::::",
        "[",
        "]:",
        "host=",
        "xhost=payments.example.com",
        "../../etc",
        "%00"
      })
  void what_makes_no_sense_leads_to_no_named_host(String value) {
    Request request =
        Request.get("/me")
            .with("Host", "api.example.com")
            .with("Forwarded", value)
            .with("X-Forwarded-Host", value);
    assertThat(allowed(trusting, request)).containsExactly(SHOP);
  }

  @Test
  void an_over_long_assertion_is_not_read() {
    Request request =
        Request.get("/me")
            .with("Host", "api.example.com")
            .with("X-Forwarded-Host", "payments.example.com," + "x".repeat(60_000));
    assertThat(allowed(trusting, request)).containsExactly(SHOP);
  }

  @Test
  void without_an_assertion_the_request_itself_says_where_it_goes() {
    assertThat(allowed(trusting, Request.get("/me").with("Host", "auth.example.com")))
        .containsExactly(LOGIN);
  }

  @Test
  void a_mistake_on_one_host_says_which() {
    assertThatThrownBy(
            () -> deploy(and(HOSTS, "cors.host.auth.policy.web.origins", "http://a.example/")))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageStartingWith(
            "cors.host.auth.policy.web.origins in application properties, member origins:");
  }

  @Test
  void what_is_wrong_on_one_host_for_a_setting_of_all_says_which() {
    Map<String, Object> properties =
        and(
            and(HOSTS, "cors.policy.web.origins", "http://localhost:3000"),
            "cors.host.batch.production",
            "true");
    assertThatThrownBy(
            () ->
                deploy(
                    and(
                        and(properties, "cors.host.batch.name", "batch.example.com"),
                        "cors.hosts",
                        "payments,auth,batch")))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageStartingWith(
            "cors.policy.web.origins in application properties on host batch, member origins:");
  }

  @Test
  void what_has_no_effect_on_a_host_is_hinted_at() {
    try (CapturedLog log = CapturedLog.open();
        Server hinting = deploy(and(HOSTS, "cors.host.paymets.production", "true"))) {
      assertThat(hinting.send(Request.get("/me")).status()).isEqualTo(200);
      assertThat(log.infos())
          .anyMatch(
              line ->
                  line.startsWith(
                      "CORS hint: application properties, cors.host.paymets.production "));
    }
  }
}
