package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Heard;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.runtime.Beans;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A servlet door while requests run: its hosts, who listens, what replaces its policy. */
class RunningDoorTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final String FILES = ".example/shop/files/a.txt";

  @CorsPolicy("door")
  private static final class Door {}

  @AutoClose private final CapturedLog log = CapturedLog.open();
  @AutoClose private final DeployedDoors doors = new DeployedDoors();
  private final RecordedResponse sent = new RecordedResponse();
  private Policy current = allowing(A);

  private static Policy allowing(String origin) {
    return Policy.builder().origins(origin).build();
  }

  private ServedDoor deploy() {
    Setup setup = new Setup.Builder().policy("door", () -> current).build();
    return doors.deploy(Door.class, "/*", Map.of(), setup);
  }

  private @Nullable List<String> allowed(ServedDoor door, String host, String... lines)
      throws Exception {
    sent.fields.clear();
    door.filter(
        ServletFakes.request("GET", "https://" + host + FILES, lines),
        sent.response(),
        (request, response) -> {});
    return sent.fields.get("Access-Control-Allow-Origin");
  }

  private void onTwoHosts() {
    doors.settings.put("cors.policy.door.origins", A);
    doors.settings.put("cors.hosts", "bank");
    doors.settings.put("cors.host.bank.name", "bank.example");
    doors.settings.put("cors.host.bank.policy.door.origins", B);
  }

  @ParameterizedTest
  @CsvSource({"shop, https://a.example", "bank, https://b.example"})
  void each_host_allows_its_own_origins_and_all_others_the_common_ones(String host, String origin)
      throws Exception {
    onTwoHosts();
    ServedDoor door = doors.deploy(Door.class, "/*");
    for (String other : List.of(A, B)) {
      assertThat(allowed(door, host, "Origin: " + other))
          .isEqualTo(other.equals(origin) ? List.of(origin) : null);
    }
  }

  @ParameterizedTest
  @CsvSource({"false, https://a.example", "true, https://b.example"})
  void a_proxy_is_believed_where_configuration_says_so(String trust, String origin)
      throws Exception {
    onTwoHosts();
    doors.settings.put("cors.trust-forwarded", trust);
    ServedDoor door = doors.deploy(Door.class, "/*");
    assertThat(allowed(door, "gate", "Origin: " + origin, "Forwarded: host=bank.example"))
        .containsExactly(origin);
  }

  @Test
  void the_next_request_has_the_policy_that_is_supplied_then() throws Exception {
    ServedDoor door = deploy();
    assertThat(allowed(door, "shop", "Origin: " + A)).containsExactly(A);
    current = allowing(B);
    assertThat(allowed(door, "shop", "Origin: " + A)).isNull();
    assertThat(allowed(door, "shop", "Origin: " + B)).containsExactly(B);
  }

  @Test
  void a_policy_that_was_off_is_asked_for_all_the_same() throws Exception {
    current = allowing(CorsPolicy.OFF);
    ServedDoor door = deploy();
    assertThat(allowed(door, "shop", "Origin: " + A)).isNull();
    current = allowing(A);
    assertThat(allowed(door, "shop", "Origin: " + A)).containsExactly(A);
  }

  /** Filters are made before there are any beans. */
  @Test
  void beans_that_are_there_with_the_first_request_hear_of_it() throws Exception {
    ServedDoor door = deploy();
    Heard bean = new Heard();
    new Beans().with(bean).loader().call(() -> allowed(door, "shop", "Origin: " + A));
    assertThat(bean.events()).singleElement().isInstanceOf(CorsEvent.Granted.class);
    Heard late = new Heard();
    new Beans().with(late).loader().call(() -> allowed(door, "shop", "Origin: " + A));
    assertThat(late.events()).isEmpty();
    assertThat(bean.events()).hasSize(2);
  }

  @CorsPolicy(origins = "https://logged.example")
  private static final class Logged {}

  @Test
  void its_policy_is_in_the_log_before_the_first_request() {
    doors.deploy(Logged.class, "/*");
    assertThat(log.infos())
        .filteredOn(line -> line.contains("https://logged.example"))
        .singleElement()
        .asString()
        .startsWith("CORS policy in force: Logged; ")
        .endsWith("servlet filter at /*");
  }

  @Path("orders")
  @CorsPolicy(origins = A)
  static class Orders {
    @GET
    public void list() {}
  }

  @Test
  void jakarta_rest_beside_it_does_not_take_its_policy_for_unused() {
    deploy();
    Setup both =
        new Setup.Builder().policy("door", allowing(A)).policy("nobodys", allowing(A)).build();
    Served.application(both, Map.of(), Orders.class)
        .serve(Fakes.request("GET", "https://api.example.com/orders"));
    assertThat(log.infos())
        .filteredOn(line -> line.startsWith("CORS hint: "))
        .anyMatch(hint -> hint.contains("nobodys"))
        .noneMatch(hint -> hint.contains("door"));
  }

  @Test
  void jakarta_rest_behind_it_looks_for_it_for_as_long_as_it_is_there() {
    ContainerRequestContext request = Fakes.request("GET", "https://api.example.com/shop/orders");
    DoorExchange exchange = DoorFinderTest.passed(request);
    ServedDoor door = deploy();
    assertThat(DoorFinder.passage(request)).isSameAs(exchange);
    doors.end(door);
    assertThat(DoorFinder.passage(request)).isNull();
  }
}
