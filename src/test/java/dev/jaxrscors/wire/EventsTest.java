package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Heard;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.event.JudgedRequest;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.event.RequestKind;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.metrics.CorsMetrics;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What listeners hear of requests, and the line that the log has for each reason. */
class EventsTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  private static final Class<?>[] COMPONENTS = {
    Shop.class, Guarded.class, GetOnly.class, Tenants.class, Locator.class, Lost.class
  };

  /** Reasons that a request over the wire does not reach, and why. */
  private static final Map<Reason, String> UNREACHED =
      Map.of(
          Reason.METHOD_NOT_MATCHED,
          "Jersey matches verbs exactly: only a runtime that matches them without regard to case"
              + " gets there; PreflightDenialsTest does",
          Reason.WITHHELD_BY_APPLICATION,
          "only a component of the application does: WithheldTest");

  private final Heard everything = new Heard();
  private final List<CorsEvent> events = everything.events();
  @AutoClose private final CapturedLog log = CapturedLog.open();

  /** Nothing tells where its locator leads, before a request does. */
  @Path("lost")
  public static class Lost {
    @Path("wrong")
    public Object wrong() {
      return new Wrong();
    }
  }

  /** A policy that is found to be wrong too late to stop the deployment. */
  @CorsPolicy(origins = "https://app.example.com/")
  public static class Wrong {
    @GET
    public String get() {
      return "wrong";
    }
  }

  private static Server server(CorsListener... listeners) {
    CorsSetup.Builder setup = CorsSetup.builder();
    Stream.of(listeners).forEach(setup::listener);
    return Server.of(new ResourceConfig(COMPONENTS).property(CorsSetup.PROPERTY, setup.build()));
  }

  private static JudgedRequest request(
      RequestKind kind, String origin, String method, String path) {
    return new JudgedRequest(kind, origin, method, path, "Shop");
  }

  @Test
  void a_listener_hears_of_what_is_granted() {
    try (Server server = server(everything)) {
      server.send(preflight("/shop/7", APP, "PUT"));
      server.send(get("/shop/7", APP));
      server.send(get("/shop/7"));
    }

    assertThat(events)
        .containsExactly(
            new CorsEvent.Granted(request(RequestKind.PREFLIGHT, APP, "PUT", "/shop/{id}")),
            new CorsEvent.Granted(request(RequestKind.ACTUAL, APP, "GET", "/shop/{id}")));
  }

  @Test
  void a_response_of_a_wrong_policy_is_withheld_and_told_once() {
    try (Server server = server(everything)) {
      assertThat(server.send(get("/lost/wrong", APP)).cors()).containsExactly("Vary: Origin");
      server.send(get("/lost/wrong"));
    }

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Withheld.class,
            event -> assertThat(event.reason()).isEqualTo(Reason.NO_VALID_POLICY));
    assertThat(log.lines())
        .filteredOn(line -> line.startsWith("WARNING CORS: Withheld response of request"))
        .singleElement()
        .asString()
        .contains(Reason.NO_VALID_POLICY.text());
  }

  static Stream<Arguments> reasons() {
    String forever = "x".repeat(9_000);
    return Stream.of(
        Arguments.of(Reason.MALFORMED_ORIGIN, preflight("/shop/7", APP + "/", "PUT")),
        Arguments.of(Reason.MALFORMED_METHOD, preflight("/shop/7", APP, "TRACE")),
        Arguments.of(Reason.ORIGIN_NOT_ALLOWED, preflight("/shop/7", EVIL, "PUT")),
        Arguments.of(Reason.METHOD_NOT_ALLOWED, preflight("/get-only", APP, "PUT")),
        Arguments.of(Reason.HEADERS_TOO_LONG, preflight("/shop/7", APP, "PUT").asking(forever)),
        Arguments.of(Reason.HEADERS_MALFORMED, preflight("/shop/7", APP, "PUT").asking("a b")),
        Arguments.of(Reason.HEADER_NOT_ALLOWED, preflight("/shop/7", APP, "PUT").asking("x-a")),
        Arguments.of(Reason.SOURCE_FAILED, preflight("/tenants", "https://fail.example", "GET")),
        Arguments.of(Reason.NO_VALID_POLICY, preflight("/lost/wrong", APP, "GET")),
        Arguments.of(Reason.NO_SUCH_RESOURCE, preflight("/nowhere", APP, "PUT")),
        Arguments.of(Reason.ANSWERED_BEFORE_MATCH, preflight("/locator/below", APP, "GET")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reasons")
  void each_reason_is_one_line_and_one_event(Reason reason, Request sent) {
    try (Server server = server(everything)) {
      server.send(sent);
    }

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.request().kind()).isEqualTo(RequestKind.PREFLIGHT);
            });
    assertThat(log.warnings()).hasSize(1);
    if (!isOfNoPolicy(reason)) {
      assertThat(log.warnings().get(0)).contains(reason.text());
    }
  }

  /** Their lines say what did answer instead. */
  private static boolean isOfNoPolicy(Reason reason) {
    return reason == Reason.NO_SUCH_RESOURCE || reason == Reason.ANSWERED_BEFORE_MATCH;
  }

  @Test
  void every_reason_is_in_the_table_or_it_says_why_not() {
    Map<Reason, Object> shown = new EnumMap<>(UNREACHED);
    reasons().forEach(row -> shown.put((Reason) row.get()[0], row.get()[1]));

    assertThat(shown.keySet()).isEqualTo(EnumSet.allOf(Reason.class));
  }

  @Test
  void a_response_is_withheld_or_a_request_rejected() {
    try (Server server = server(everything)) {
      server.send(get("/shop/7", EVIL));
      server.send(get("/guarded", EVIL));
    }

    assertThat(events.get(0))
        .isEqualTo(
            new CorsEvent.Withheld(
                request(RequestKind.ACTUAL, EVIL, "GET", "/shop/{id}"), Reason.ORIGIN_NOT_ALLOWED));
    assertThat(events.get(1)).isInstanceOf(CorsEvent.Refused.class);
    assertThat(events).hasSize(2);
  }

  @Test
  void a_403_of_the_resource_itself_is_served_and_withheld() {
    try (Server server = server(everything)) {
      server.send(get("/shop/forbidden", EVIL));
    }

    assertThat(events).singleElement().isInstanceOf(CorsEvent.Withheld.class);
    assertThat(log.warnings()).singleElement().asString().contains("Withheld response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-cors", "navigate"})
  void what_no_script_waits_for_is_no_violation(String mode) {
    try (Server server = server(everything)) {
      assertThat(server.send(get("/shop/7", EVIL).with("Sec-Fetch-Mode", mode)).cors())
          .containsExactly("Vary: Origin");
      assertThat(server.send(get("/guarded", EVIL).with("Sec-Fetch-Mode", mode)).status())
          .isEqualTo(403);
      server.send(get("/shop/7", APP).with("Sec-Fetch-Mode", mode));
    }

    assertThat(events).isEmpty();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_rejected_form_is_a_line_for_those_who_look_closely() {
    try (CapturedLog closely = CapturedLog.openAt(Level.FINE);
        Server server = server()) {
      server.send(get("/guarded", EVIL).with("Sec-Fetch-Mode", "navigate"));

      assertThat(closely.at(Level.FINE))
          .anyMatch(line -> line.contains("Rejected form or embedded content: GET /guarded"));
    }
  }

  @Test
  void a_page_of_the_server_itself_is_no_violation() {
    try (Server server = server(everything)) {
      server.send(get("/shop/7", server.origin()));
      server.send(get("/guarded", server.origin()));
    }

    assertThat(events).isEmpty();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_listener_that_throws_harms_nobody_and_is_logged_once() {
    CorsListener failing =
        new CorsListener() {
          @Override
          public void granted(CorsEvent.Granted event) {
            throw new AssertionError("granted");
          }

          @Override
          @SuppressWarnings("InfiniteRecursion")
          public void withheld(CorsEvent.Withheld event) {
            withheld(event);
          }
        };
    try (Server server = server(failing, everything)) {
      for (int i = 0; i < 3; i++) {
        assertThat(server.send(get("/shop/7", APP)).status()).isEqualTo(200);
        assertThat(server.send(get("/shop/7", EVIL)).status()).isEqualTo(200);
      }
    }

    assertThat(events).hasSize(6);
    assertThat(log.warnings().stream().filter(line -> line.contains("a listener failed")))
        .hasSize(1);
  }

  @Test
  void a_registry_that_throws_harms_nobody() {
    SimpleMeterRegistry broken =
        new SimpleMeterRegistry() {
          @Override
          protected Counter newCounter(Meter.Id id) {
            throw new IllegalStateException("no more meters");
          }
        };
    try (Server server = server(new CorsMetrics(broken), everything)) {
      assertThat(server.send(get("/shop/7", APP)).status()).isEqualTo(200);
    }

    assertThat(events).hasSize(1);
    assertThat(log.warnings()).singleElement().asString().contains("CorsMetrics");
  }

  @Test
  void the_same_listener_twice_hears_everything_once() {
    try (Server server = server(everything, everything)) {
      server.send(get("/shop/7", APP));
    }

    assertThat(events).hasSize(1);
  }

  private void awaitEvents(int number) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (events.size() < number && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void another_policy_is_an_event_in_force_or_not() {
    List<Policy> supplied =
        new CopyOnWriteArrayList<>(List.of(Policy.builder().origins(APP).build()));
    CorsSetup setup =
        CorsSetup.builder().policy("all", () -> supplied.get(0)).listener(everything).build();
    ResourceConfig application =
        new ResourceConfig(Credentialed.class).property(CorsSetup.PROPERTY, setup);
    try (Server server = Server.of(application)) {
      server.send(get("/credentialed"));
      supplied.set(0, Policy.builder().origins(EVIL).build());
      server.send(get("/credentialed"));
      awaitEvents(1);
      supplied.set(0, Policy.builder().origins("*").build());
      server.send(get("/credentialed"));
      // Requests do not wait for those who listen.
      awaitEvents(2);
    }

    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isEqualTo(new CorsEvent.Reconfigured(List.of(), "all", List.of()));
    assertThat(events.get(1))
        .isInstanceOfSatisfying(
            CorsEvent.Reconfigured.class,
            change -> {
              assertThat(change.isInForce()).isFalse();
              assertThat(change.mistakes()).singleElement().asString().contains("credentials");
            });
  }

  @Test
  void the_remedy_of_an_origin_source_is_that_of_its_author() {
    try (Server server = server()) {
      server.send(preflight("/tenants", EVIL, "GET"));
      server.send(preflight("/tenants", "https://silent.example", "GET"));
      server.send(preflight("/tenants", "https://throws.example", "GET"));
    }

    assertThat(log.warnings()).hasSize(3);
    assertThat(log.warnings().get(0))
        .endsWith("; let a tenant list evil.example for GET /tenants\\u000aForged: line");
    assertThat(log.warnings().subList(1, 3))
        .allMatch(line -> line.endsWith("; the origin source there decides: it has to allow it"));
  }

  @Test
  void a_line_has_the_address_of_the_sender_where_the_container_tells() {
    try (Server server = server()) {
      server.send(get("/shop/7", EVIL).with("User-Agent", "probe/1"));
    }

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("\"" + EVIL + "\" (address 127.0.0.1, user agent \"probe/1\"): its origin");
  }

  @Test
  void a_deployment_says_each_policy_in_force_once() {
    try (Server server = server()) {
      server.send(get("/shop/7", APP));
      server.send(get("/shop/7", APP));
    }

    assertThat(log.infos())
        .filteredOn(line -> line.startsWith("CORS policy in force: Shop;"))
        .containsExactly(
            "CORS policy in force: Shop; origins="
                + APP
                + "; methods=*; allowed-headers=derived; exposed-headers=none; credentials=refuse;"
                + " max-age=600; refusal=withhold; 2 endpoints: GET /shop/{id}, PUT /shop/{id}");
    assertThat(log.infos())
        .filteredOn(line -> line.startsWith("CORS policy in force: Tenants;"))
        .singleElement()
        .asString()
        .contains("; origins=none and those of an origin source;");
  }

  @Path("shop/{id}")
  @CorsPolicy(origins = APP)
  public static class Shop {
    @GET
    public String get(@PathParam("id") String id) {
      if (id.equals("forbidden")) {
        throw new WebApplicationException(403);
      }
      return id;
    }

    @PUT
    public String put(@PathParam("id") String id) {
      return id;
    }
  }

  @Path("guarded")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Guarded {
    @GET
    public String get() {
      return "guarded";
    }
  }

  @Path("get-only")
  @CorsPolicy(origins = APP, methods = "GET")
  public static class GetOnly {
    @GET
    public String get() {
      return "one";
    }

    @PUT
    public void put() {}
  }

  @Path("tenants")
  @CorsPolicy(originSource = TenantSource.class)
  public static class Tenants {
    @GET
    public String get() {
      return "tenants";
    }
  }

  /** Allows nobody, and says what to do. */
  public static class TenantSource implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      if (origin.host().toString().startsWith("fail")) {
        throw new IllegalStateException("no database");
      }
      return false;
    }

    @Override
    public String remedy(Origin origin, Target target) {
      return switch (origin.host().toString()) {
        case "silent.example" -> " ";
        case "throws.example" -> throw new IllegalStateException("remedy");
        default ->
            "let a tenant list %s for %s %s\nForged: line"
                .formatted(origin.host(), target.method(), target.path());
      };
    }
  }

  @Path("locator")
  @CorsPolicy(origins = APP)
  public static class Locator {
    @Path("below")
    public Shop below() {
      throw new WebApplicationException(401);
    }
  }

  @Path("credentialed")
  @CorsPolicy(value = "all", credentials = Credentials.ALLOW)
  public static class Credentialed {
    @GET
    public String get() {
      return "credentialed";
    }
  }
}
