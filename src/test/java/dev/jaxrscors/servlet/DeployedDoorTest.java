package dev.jaxrscors.servlet;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Heard;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.deploy.Deployed;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.ws.rs.GET;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A servlet door is deployed as a resource is: its policy found, checked, and changed. */
class DeployedDoorTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final String VARY = "Vary: Origin";
  private static final String KEY = "cors.policy.door-test.origins";

  @CorsPolicy("files")
  private static final class Named extends CorsServletFilter {}

  @CorsPolicy("door-test")
  private static final class Changing extends CorsServletFilter {}

  @CorsPolicy(
      origins = {"https://a.example/", "*"},
      credentials = Credentials.ALLOW)
  public static class Wrong extends CorsServletFilter {
    @GET
    @CorsPolicy(origins = A)
    public void stray() {}
  }

  @CorsPolicy(origins = A)
  private static class Outer extends CorsServletFilter {}

  @CorsPolicy(origins = B)
  private static final class Inner extends CorsServletFilter {}

  private static final class Heir extends Outer {}

  @CorsPolicy(originSource = Asked.class)
  private static final class Sourced extends CorsServletFilter {}

  /** Allows what a header names. */
  public static final class Asked implements OriginSource {
    static final List<String> ASKED = new ArrayList<>();

    @Override
    public boolean allows(Origin origin, Target target) {
      ASKED.add(target + " " + target.requestPath() + " " + target.isPreflight());
      return target.header("X-Tenant").filter("a"::equals).isPresent();
    }
  }

  private static final class Supplied extends CorsServletFilter {
    private final CorsSetup setup;

    Supplied(CorsSetup setup) {
      this.setup = setup;
    }

    @Override
    protected CorsSetup setup() {
      return setup;
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  @AutoClose private Catalina server;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    server = new Catalina(Catalina.documents(folder));
  }

  @AfterEach
  void clear() throws InterruptedException {
    Deployed.settle();
    System.clearProperty(KEY);
  }

  private Catalina door(Filter filter, Map<String, String> parameters) {
    return server.filter("door", filter, parameters, EnumSet.of(DispatcherType.REQUEST), "/*");
  }

  private List<String> cors(String origin) {
    return server.send(get("/files/page.txt", origin)).cors();
  }

  private static List<String> allowed(String origin) {
    return List.of("Access-Control-Allow-Origin: " + origin, VARY);
  }

  @Test
  void a_named_policy_comes_from_the_parameters_of_the_context() {
    door(new Named(), Map.of()).parameter("cors.policy.files.origins", A).start();
    assertThat(cors(A)).isEqualTo(allowed(A));
    assertThat(cors(B)).containsExactly(VARY);
    assertThat(log.infos())
        .contains(
            "CORS policy in force: cors.policy.files.origins in application properties; origins="
                + A
                + "; methods=*; allowed-headers=derived; exposed-headers=none; credentials=refuse;"
                + " max-age=600; refusal=withhold; servlet filter at /*");
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .endsWith("to allow it: cors.policy.files.origins=" + A + "," + B);
  }

  @Test
  void the_declaration_of_a_filter_names_a_policy_before_any_annotation() {
    Map<String, String> parameters = Map.of("policy", "web", "cors.policy.web.origins", B);
    door(new Outer(), parameters).start();
    assertThat(cors(B)).isEqualTo(allowed(B));
    assertThat(cors(A)).containsExactly(VARY);
  }

  @Test
  void one_without_an_annotation_needs_no_class() {
    door(new CorsServletFilter(), Map.of("policy", "web", "cors.policy.web.origins", A)).start();
    assertThat(cors(A)).isEqualTo(allowed(A));
  }

  @Test
  void a_superclass_and_the_default_policy_count() {
    door(new Heir(), Map.of("cors.default.exposed-headers", "ETag")).start();
    assertThat(cors(A))
        .containsExactly(
            "Access-Control-Allow-Origin: " + A, "Access-Control-Expose-Headers: ETag", VARY);
  }

  @Test
  void an_unknown_policy_stops_the_deployment_with_the_usual_message() {
    door(new Named(), Map.of());
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith("CORS policies stop the deployment: ")
        .contains("Named, member value: \"files\" is unknown, because")
        .contains("set cors.policy.files.origins");
  }

  @Test
  void one_in_web_xml_is_told_by_the_name_of_the_filter() {
    door(new CorsServletFilter(), Map.of("policy", "fiels", "cors.policy.files.origins", A));
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    assertThat(log.errors())
        .singleElement()
        .asString()
        .contains("filter door, member value: \"fiels\" is unknown");
  }

  @Test
  void one_without_any_origin_stops_it_too() {
    door(new CorsServletFilter(), Map.of());
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    assertThat(log.errors())
        .singleElement()
        .asString()
        .contains("filter door, member origins: nothing is set at any level");
  }

  @Test
  void every_mistake_is_told_at_once() {
    door(new Wrong(), Map.of());
    assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
    assertThat(log.errors())
        .singleElement()
        .asString()
        .contains("Wrong, member origins: \"https://a.example/\"")
        .contains("Wrong, member origins: \"*\" is prohibited with credentials")
        .contains("Wrong.stray, @CorsPolicy governs nothing here");
  }

  @Test
  void the_container_is_told_by_an_exception_that_holds_the_mistakes() {
    assertThatThrownBy(() -> new Named().init(FilterConfigs.named("files")))
        .isInstanceOf(jakarta.servlet.ServletException.class)
        .hasCauseInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("\"files\" is unknown");
  }

  @Test
  void what_is_switched_off_is_left_alone() {
    door(new Outer(), Map.of("cors.enabled", "false")).start();
    assertThat(cors(A)).isEmpty();
    assertThat(server.send(preflight("/files/page.txt", A, "GET")).cors()).isEmpty();
    assertThat(log.infos())
        .containsExactly("CORS is switched off: no policy of filter door is in force.");
  }

  @Test
  void a_policy_that_is_off_leaves_its_filter_alone() {
    door(new Named(), Map.of("cors.policy.files.origins", "off")).start();
    assertThat(cors(A)).isEmpty();
  }

  @Test
  void configuration_is_read_again_while_it_runs() {
    System.setProperty(KEY, A);
    door(new Changing(), Map.of("cors.reload", "1ms")).start();
    assertThat(cors(A)).isEqualTo(allowed(A));
    System.setProperty(KEY, B);
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!cors(B).equals(allowed(B)) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(cors(B)).isEqualTo(allowed(B));
    assertThat(cors(A)).containsExactly(VARY);
  }

  @Test
  void a_setup_brings_policies_that_code_replaces_and_listeners() {
    Heard heard = new Heard();
    Policy[] current = {Policy.builder().origins(A).build()};
    CorsSetup setup = CorsSetup.builder().policy("files", () -> current[0]).listener(heard).build();
    door(new Supplied(setup), Map.of("policy", "files")).start();
    assertThat(cors(A)).isEqualTo(allowed(A));
    current[0] = Policy.builder().origins(B).build();
    assertThat(cors(B)).isEqualTo(allowed(B));
    assertThat(cors(A)).containsExactly(VARY);
    server.send(preflight("/files/page.txt", A, "GET"));
    assertThat(heard.events())
        .filteredOn(event -> !(event instanceof CorsEvent.Reconfigured))
        .hasSize(4)
        .last()
        .isInstanceOf(CorsEvent.Refused.class);
  }

  @Test
  void a_setup_may_be_an_attribute_of_the_context() {
    CorsSetup setup =
        CorsSetup.builder().policy("files", Policy.builder().origins(A).build()).build();
    door(new Named(), Map.of()).attribute(CorsSetup.PROPERTY, setup).start();
    assertThat(cors(A)).isEqualTo(allowed(A));
  }

  @Test
  void an_attribute_of_the_context_that_is_no_setup_is_left_alone() {
    door(new Outer(), Map.of()).attribute(CorsSetup.PROPERTY, "a setup of another").start();
    assertThat(cors(A)).isEqualTo(allowed(A));
  }

  @Test
  void a_filter_that_has_ended_decides_nothing_any_more_and_others_do() {
    Outer ended = new Outer();
    door(ended, Map.of())
        .filter("later", new Inner(), Map.of(), EnumSet.of(DispatcherType.REQUEST), "/*")
        .start();
    assertThat(cors(A)).isEqualTo(allowed(A));
    ended.destroy();
    assertThat(cors(A)).containsExactly(VARY);
    assertThat(cors(B)).isEqualTo(allowed(B));
    assertThatCode(ended::destroy).doesNotThrowAnyException();
  }

  @Test
  void a_source_of_origins_is_told_what_is_behind_the_door() {
    Asked.ASKED.clear();
    door(new Sourced(), Map.of()).start();
    Reply granted = server.send(get("/files/page.txt", A).with("X-Tenant", "a"));
    assertThat(granted.cors())
        .containsExactly("Access-Control-Allow-Origin: " + A, "Vary: Origin, X-Tenant");
    server.send(preflight("/files/page.txt", A, "PUT"));
    assertThat(Asked.ASKED.get(0)).endsWith("/files/page.txt false").startsWith("GET /* on 127.");
    assertThat(Asked.ASKED.get(1)).startsWith("PUT /* on ").endsWith("/files/page.txt true");
    assertThat(Asked.ASKED).hasSize(2);
  }

  @Test
  void a_policy_may_differ_from_host_to_host() {
    Map<String, String> parameters =
        Map.of(
            "policy", "web",
            "cors.policy.web.origins", A,
            "cors.hosts", "b",
            "cors.host.b.name", "b.test",
            "cors.host.b.policy.web.origins", B);
    door(new CorsServletFilter(), parameters).start();
    assertThat(cors(A)).isEqualTo(allowed(A));
    assertThat(server.send(get("/files/page.txt", A).with("Host", "b.test")).cors())
        .containsExactly(VARY);
    assertThat(server.send(get("/files/page.txt", B).with("Host", "b.test:8080")).cors())
        .isEqualTo(allowed(B));
  }

  @Test
  void of_several_the_nearest_decides_whichever_comes_first() {
    server.filter("inner", new Inner(), "/files/*").filter("outer", new Outer(), "/*").start();
    assertNearest();
  }

  @Test
  void of_several_the_nearest_decides_also_when_it_comes_last() {
    server.filter("outer", new Outer(), "/*").filter("inner", new Inner(), "/files/*").start();
    assertNearest();
  }

  @Test
  void of_two_on_one_path_the_first_by_name_decides_alone() {
    server.filter("a", new Inner(), "/*").filter("b", new Outer(), "/*").start();
    assertInnerAlone();
  }

  @Test
  void of_two_on_one_path_the_first_by_name_decides_also_when_it_is_inside() {
    server.filter("b", new Outer(), "/*").filter("a", new Inner(), "/*").start();
    assertInnerAlone();
  }

  private void assertInnerAlone() {
    assertThat(cors(B)).isEqualTo(allowed(B));
    assertThat(cors(A)).containsExactly(VARY);
    assertThat(server.send(preflight("/files/page.txt", B, "GET")).status()).isEqualTo(204);
    assertThat(server.send(preflight("/files/page.txt", A, "GET")).status()).isEqualTo(403);
    assertThat(log.warnings()).hasSize(2);
  }

  private void assertNearest() {
    assertThat(cors(B)).isEqualTo(allowed(B));
    assertThat(cors(A)).containsExactly(VARY);
    assertThat(server.send(preflight("/files/page.txt", B, "GET")).status()).isEqualTo(204);
    assertThat(server.send(preflight("/files/page.txt", A, "GET")).status()).isEqualTo(403);
    assertThat(server.send(preflight("/other", A, "GET")).status()).isEqualTo(204);
    assertThat(server.send(preflight("/other", B, "GET")).status()).isEqualTo(403);
  }

  @Test
  void an_exception_that_nothing_catches_is_readable_where_somebody_says_so() {
    Served fails =
        Served.by(
            (request, response) -> {
              throw new IllegalStateException("boom");
            });
    door(new Outer(), Map.of("cors.map-unhandled-exceptions", "true"))
        .servlet("/fails", fails)
        .start();
    Reply reply = server.send(get("/fails", A));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.cors()).isEqualTo(allowed(A));
    assertThat(log.errors()).hasSize(1);
  }
}
