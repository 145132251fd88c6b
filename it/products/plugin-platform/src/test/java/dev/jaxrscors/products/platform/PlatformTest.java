package dev.jaxrscors.products.platform;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.products.platform.plugins.AlertsPlugin;
import dev.jaxrscors.products.platform.plugins.MapsPlugin;
import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of such platforms complain of. */
class PlatformTest {

  private static final String APP = "https://app.example.com";
  private static final String OTHER = "https://other.example.com";
  private static final String STRANGER = "https://stranger.example.net";
  private static final String RULES = "plugins/org.example.alerts/rules";
  private static final String CHANNEL = "plugins/org.example.alerts/channels/mail";
  private static final String ORIGINS = "public.cors.default.origins=";

  @AutoClose private final CapturedLog log = CapturedLog.open();

  @TempDir private Path directory;
  private Administrator administrator;
  private Platform platform;

  @BeforeEach
  void prepare() throws IOException {
    administrator = new Administrator(directory);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private void start(String... lines) throws IOException {
    administrator.write(lines);
    platform = Platform.start(administrator.file(), List.of(new AlertsPlugin(), new MapsPlugin()));
  }

  private URI published(String path) {
    return platform.publicApi().resolve(path);
  }

  private URI managed(String path) {
    return platform.management().resolve(path);
  }

  private static Outcome get(String origin, URI uri) {
    return browserAt(origin).get(uri).send();
  }

  private static boolean mayRead(String origin, URI uri) {
    return get(origin, uri) instanceof Outcome.Shared;
  }

  private Reply published(Request request) {
    return SocketClient.of(platform.publicApi()).send(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "streams",
        RULES,
        RULES + "/errors/findings",
        "plugins/org.example.maps/places/ulm",
        "plugins/org.example.maps/nowhere"
      })
  void resources_that_know_nothing_of_it_have_the_policy_of_the_file(String path)
      throws IOException {
    start(ORIGINS + APP);
    assertThat(get(APP, published(path))).isShared();
    assertThat(get(STRANGER, published(path))).isBlocked();
  }

  @Test
  void a_preflight_below_a_prefix_is_told_the_methods_of_that_resource() throws IOException {
    start(ORIGINS + APP);
    Reply reply =
        published(
            Request.preflight("/" + RULES + "/errors", APP, "DELETE").asking("x-requested-by"));
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.cors())
        .containsExactly(
            "Access-Control-Allow-Headers: Content-Type, X-Requested-By",
            "Access-Control-Allow-Methods: PUT, DELETE",
            "Access-Control-Allow-Origin: " + APP,
            "Access-Control-Max-Age: 600",
            "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  }

  @Test
  void the_header_against_forged_requests_may_be_sent_everywhere() throws IOException {
    start(ORIGINS + APP, "management.cors.default.origins=" + APP);
    for (URI uri : List.of(published(RULES + "/errors"), managed("cluster/log-level"))) {
      assertThat(browserAt(APP).put(uri).header("X-Requested-By", "app").json("{}"))
          .isShared()
          .sentPreflight();
    }
    assertThat(browserAt(APP).put(published(RULES + "/errors")).json("{}"))
        .isShared()
        .hasStatus(400);
  }

  @Test
  void the_list_of_headers_that_every_guide_shows_stops_nothing() throws IOException {
    start(
        ORIGINS + APP,
        "public.cors.default.allowed-headers=origin,content-type,accept,authorization");
    assertThat(
            browserAt(APP)
                .put(published(RULES + "/errors"))
                .header("Authorization", "Basic YWRtaW46YWRtaW4=")
                .header("X-Requested-By", "app")
                .json("{}"))
        .isShared()
        .hasStatus(200);
    assertThat(log.errors()).isEmpty();
    assertThat(log.infos()).anyMatch(line -> line.contains("cors.default.allowed-headers"));
  }

  @Test
  void mistakes_of_yesterday_are_errors_and_grant_nothing() throws IOException {
    start(
        ORIGINS + "*,http://localhost*,https://slash.example.com/," + APP,
        "public.cors.default.credentials=allow",
        "public.cors.default.max-age=a day");
    assertThat(get(APP, published("streams"))).isShared();
    assertThat(get(STRANGER, published("streams"))).isBlocked();
    assertThat(get("https://slash.example.com", published("streams"))).isBlocked();
    assertThat(get("http://localhost:3000", published("streams"))).isBlocked();
    assertThat(log.errors()).isNotEmpty();
    assertThat(log.text())
        .contains(
            "cors.default.origins in application properties",
            "http://localhost*",
            "https://slash.example.com/",
            "cors.default.max-age in application properties");
  }

  @Test
  void every_origin_together_with_credentials_is_nobody() throws IOException {
    start(ORIGINS + "*", "public.cors.default.credentials=allow");
    assertThat(get(STRANGER, published("streams"))).isBlocked();
    assertThat(log.errors()).anyMatch(line -> line.contains("cors.default.origins"));
  }

  @Test
  void an_origin_that_is_added_counts_without_a_restart() throws Exception {
    start(ORIGINS + APP);
    assertThat(get(OTHER, published(RULES))).isBlocked();
    administrator.write(ORIGINS + APP + "," + OTHER);
    Administrator.await("the other origin", () -> mayRead(OTHER, published(RULES)));
    administrator.write(ORIGINS + OTHER);
    Administrator.await("the first origin is gone", () -> !mayRead(APP, published(RULES)));
    assertThat(get(OTHER, published(RULES))).isShared();
  }

  @ParameterizedTest
  @CsvSource({"https://other.example.com/ui, 'use \"https://other.example.com\"'", "*.com, scheme"})
  void a_mistake_while_it_runs_keeps_what_was_before(String mistake, String message)
      throws Exception {
    start(ORIGINS + APP);
    administrator.write(ORIGINS + mistake);
    Administrator.await(
        "an error",
        () ->
            mayRead(APP, published(RULES))
                && log.errors().stream().anyMatch(line -> line.contains("stays in force")));
    assertThat(get(APP, published(RULES))).isShared();
    assertThat(log.errors()).anyMatch(line -> line.contains(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {ORIGINS + "off", ORIGINS + APP + "\npublic.cors.enabled=false", ""})
  void off_is_off_and_on_again(String off) throws Exception {
    start(ORIGINS + APP);
    administrator.write(off);
    Administrator.await("off", () -> !mayRead(APP, published(RULES)));
    Reply reply = published(Request.get("/" + RULES, APP));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.cors()).isEmpty();
    administrator.write(ORIGINS + APP);
    Administrator.await("on", () -> mayRead(APP, published(RULES)));
  }

  @Test
  void where_nobody_has_written_anything_nothing_is_added() throws Exception {
    start();
    assertThat(published(Request.get("/" + RULES, APP)).cors()).isEmpty();
    administrator.write(ORIGINS + APP);
    Administrator.await("on", () -> mayRead(APP, published(RULES)));
  }

  @Test
  void a_file_that_is_gone_keeps_what_was_before() throws Exception {
    start(ORIGINS + APP);
    Files.delete(administrator.file());
    Administrator.await(
        "an error", () -> mayRead(APP, published(RULES)) && !log.errors().isEmpty());
    assertThat(get(APP, published(RULES))).isShared();
    administrator.write(ORIGINS + OTHER);
    Administrator.await("the file is back", () -> mayRead(OTHER, published(RULES)));
  }

  @Test
  void each_application_has_its_own_section_and_reload() throws Exception {
    start(ORIGINS + APP, "management.cors.default.origins=" + OTHER);
    assertThat(get(OTHER, managed("cluster"))).isShared();
    assertThat(get(APP, managed("cluster"))).isBlocked();
    assertThat(get(OTHER, published(RULES))).isBlocked();
    administrator.write(ORIGINS + APP, "management.cors.enabled=false");
    Administrator.await("off", () -> !mayRead(OTHER, managed("cluster")));
    assertThat(get(APP, published(RULES))).isShared();
  }

  @Test
  void a_rule_is_told_the_path_below_the_prefix() throws IOException {
    start();
    assertThat(get("https://alerts.example.org", managed(CHANNEL))).isShared();
    assertThat(
            browserAt("https://alerts.example.org")
                .put(managed(CHANNEL))
                .header("X-Requested-By", "alerts")
                .json("{}"))
        .isShared();
    assertThat(get("https://maps.example.org", managed(CHANNEL))).isBlocked();
    assertThat(get("https://alerts.example.org", managed("cluster"))).isBlocked();
    assertThat(log.warnings())
        .anyMatch(line -> line.contains("have the plug-in name it among its pages"))
        .anyMatch(line -> line.contains("(/plugins/org.example.alerts/channels/{name})"));
  }

  @Test
  void a_resource_that_lets_everyone_read_is_overruled_and_reported() throws IOException {
    start(ORIGINS + APP);
    assertThat(get(APP, published("api-browser"))).isShared();
    assertThat(get(APP, published("api-browser"))).isShared();
    assertThat(get(STRANGER, published("api-browser"))).isBlocked();
    assertThat(log.warnings())
        .filteredOn(line -> line.contains("sets Access-Control-* on responses of"))
        .singleElement()
        .asString()
        .contains("GET /api-browser");
  }
}
