package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is in force, when configuration or a policy that code supplies changes beside it. */
class RedeploymentTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final String KEY = "cors.policy.reloaded.origins";
  private static final long PERIOD = 60_000_000_000L;

  static class Shop extends Application {}

  @Path("reloaded")
  @CorsPolicy("reloaded")
  static class Reloaded {
    @GET
    public void get() {}
  }

  @Path("supplied")
  @CorsPolicy("supplied")
  static class Supplied {
    @GET
    public void get() {}
  }

  @Path("account")
  @CorsPolicy(value = "supplied", credentials = Credentials.ALLOW)
  static class Account {
    @GET
    public void get() {}
  }

  @Path("ungoverned")
  static class Ungoverned {
    @GET
    public void get() {}

    @OPTIONS
    public void options() {}
  }

  /** Fails where it is compared. */
  private static final class Incomparable implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("not to be compared");
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final List<CorsEvent.Reconfigured> events = new CopyOnWriteArrayList<>();
  private final AtomicLong clock = new AtomicLong(7);
  private final AtomicLong reads = new AtomicLong();
  private final List<Map<String, Object>> next = new ArrayList<>();
  private volatile Map<String, Object> properties = configured(A);
  private volatile Policy current = allowing(A);

  private static Map<String, Object> configured(String origins) {
    return Map.of("cors.reload", "60s", KEY, origins);
  }

  private static Policy allowing(String origin) {
    return Policy.builder().origins(origin).build();
  }

  private Map<String, Object> read() {
    reads.incrementAndGet();
    return next.isEmpty() ? properties : next.remove(0);
  }

  private Setup.Builder listening() {
    return new Setup.Builder()
        .listener(
            new CorsListener() {
              @Override
              public void reconfigured(CorsEvent.Reconfigured event) {
                events.add(event);
              }
            });
  }

  private Redeployment deploy(Setup.Builder setup, Class<?>... components) {
    Deployer deployer =
        new Deployer(
            setup.build(),
            Optional.of(Shop.class),
            List.of(components),
            () -> Deployer.configuration(this::read),
            filters -> Authentication.UNKNOWN);
    return new Redeployment(deployer, deployer.deploy(), clock::get);
  }

  private Redeployment reloading() {
    return deploy(listening(), Reloaded.class);
  }

  private Redeployment supplying(Class<?>... components) {
    return deploy(listening().policy("supplied", () -> current), components);
  }

  /** Lets as much time pass, ticks, and waits for what that has begun. */
  private void tickAfter(long nanos, Redeployment redeployment) throws InterruptedException {
    clock.addAndGet(nanos);
    redeployment.tick();
    Deployed.settle();
  }

  private static AppliedPolicy applied(Redeployment redeployment, Class<?> type) {
    return redeployment.inForce().others().applied(type, Fakes.method(type, "get"), List.of());
  }

  private static boolean allows(Redeployment redeployment, Class<?> type, String origin) {
    Policy policy = applied(redeployment, type).policy();
    return policy != null && policy.origins().lists(origin);
  }

  private static boolean saysThatBIsInForce(String line) {
    return line.startsWith("CORS policy in force: ") && line.contains("; origins=" + B + ";");
  }

  private List<String> infos() {
    return log.infos().stream()
        .filter(line -> line.contains("has changed") || line.contains("replaced"))
        .toList();
  }

  @Test
  void it_is_read_again_when_its_time_has_come_and_not_before() throws InterruptedException {
    Redeployment redeployment = reloading();
    HostDeployments first = redeployment.inForce();
    properties = configured(B);
    tickAfter(PERIOD - 1, redeployment);
    assertThat(redeployment.inForce()).isSameAs(first);
    assertThat(reads).hasValue(1);

    tickAfter(1, redeployment);
    assertThat(redeployment.inForce()).isNotSameAs(first);
    assertThat(allows(redeployment, Reloaded.class, B)).isTrue();
    assertThat(allows(redeployment, Reloaded.class, A)).isFalse();
    assertThat(infos())
        .containsExactly("CORS configuration has changed, and is in force now: " + KEY);
    assertThat(log.infos()).anyMatch(RedeploymentTest::saysThatBIsInForce);
    assertThat(events).containsExactly(new CorsEvent.Reconfigured(List.of(KEY), "", List.of()));
  }

  @Test
  void what_has_not_changed_stays_in_force_for_another_period() throws InterruptedException {
    Redeployment redeployment = reloading();
    HostDeployments first = redeployment.inForce();
    tickAfter(PERIOD, redeployment);
    assertThat(reads).hasValue(2);
    tickAfter(PERIOD - 1, redeployment);
    assertThat(reads).hasValue(2);
    tickAfter(1, redeployment);
    assertThat(reads).hasValue(3);
    assertThat(redeployment.inForce()).isSameAs(first);
    assertThat(events).isEmpty();
  }

  @Test
  void what_is_wrong_is_said_once_and_stays_out() throws InterruptedException {
    Redeployment redeployment = reloading();
    HostDeployments first = redeployment.inForce();
    properties = configured("https://b.example/");
    tickAfter(PERIOD, redeployment);
    tickAfter(PERIOD, redeployment);
    assertThat(redeployment.inForce()).isSameAs(first);
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith(
            "CORS configuration has changed ("
                + KEY
                + "), and is wrong; the one before stays in force. "
                + KEY
                + " in application properties, member origins: \"https://b.example/\"");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).keys()).containsExactly(KEY);
    assertThat(events.get(0).mistakes())
        .singleElement()
        .asString()
        .startsWith(KEY + " in application properties, member origins: \"https://b.example/\"");

    properties = configured(B);
    tickAfter(PERIOD, redeployment);
    assertThat(allows(redeployment, Reloaded.class, B)).isTrue();
  }

  @Test
  void what_changes_while_it_is_read_is_read_another_time() throws InterruptedException {
    Redeployment redeployment = reloading();
    HostDeployments first = redeployment.inForce();
    properties = configured(B);
    // That it is another one; what is read then; that this is another one again.
    next.addAll(List.of(configured("https://c.example"), configured("https://c.example")));
    tickAfter(PERIOD, redeployment);
    assertThat(redeployment.inForce()).isSameAs(first);
    assertThat(events).isEmpty();

    tickAfter(PERIOD, redeployment);
    assertThat(allows(redeployment, Reloaded.class, B)).isTrue();
    assertThat(events).hasSize(1);
  }

  @Test
  void what_is_wrong_for_a_moment_is_nothing_to_be_said() throws InterruptedException {
    Redeployment redeployment = reloading();
    properties = configured(B);
    next.addAll(List.of(configured("nonsense"), configured("nonsense")));
    tickAfter(PERIOD, redeployment);
    assertThat(log.errors()).isEmpty();
    assertThat(events).isEmpty();
  }

  private static Map<String, Object> members(int number) {
    Map<String, Object> members = new HashMap<>(configured(B));
    List.of(
            "methods=GET",
            "max-age=5",
            "credentials=allow",
            "exposed-headers=ETag",
            "refusal=reject")
        .subList(0, number - 1)
        .forEach(
            member -> {
              String[] pair = member.split("=", 2);
              members.put("cors.policy.reloaded." + pair[0], pair[1]);
            });
    return members;
  }

  @Test
  void five_keys_are_named_and_more_are_counted() throws InterruptedException {
    Redeployment five = reloading();
    properties = members(5);
    tickAfter(PERIOD, five);
    assertThat(infos())
        .singleElement()
        .asString()
        .endsWith("max-age, cors.policy.reloaded.methods, " + KEY);

    properties = configured(A);
    Redeployment six = reloading();
    properties = members(6);
    tickAfter(PERIOD, six);
    assertThat(infos().get(1)).endsWith("cors.policy.reloaded.methods, " + KEY + " and 1 more");
    assertThat(events.get(1).keys()).hasSize(6);
  }

  @Test
  void without_a_period_nothing_is_read_again() throws InterruptedException {
    properties = Map.of(KEY, A);
    Redeployment redeployment = reloading();
    assertThat(redeployment.inForce().mayChange()).isFalse();
    tickAfter(Long.MAX_VALUE / 2, redeployment);
    assertThat(reads).hasValue(1);
  }

  @Test
  void it_knows_the_application_and_who_listens() {
    Redeployment redeployment = reloading();
    assertThat(redeployment.application()).contains(Shop.class);
    assertThat(redeployment.listeners().isEmpty()).isFalse();
  }

  @Test
  void another_policy_is_in_force_for_the_request_that_finds_it() throws InterruptedException {
    properties = Map.of();
    Redeployment redeployment = supplying(Supplied.class);
    AppliedPolicy applied = applied(redeployment, Supplied.class);
    assertThat(redeployment.isReplaced(applied)).isFalse();

    current = allowing(B);
    assertThat(redeployment.isReplaced(applied)).isTrue();
    assertThat(allows(redeployment, Supplied.class, B)).isTrue();
    Deployed.settle();
    assertThat(redeployment.isReplaced(applied(redeployment, Supplied.class))).isFalse();
    assertThat(log.infos()).anyMatch(RedeploymentTest::saysThatBIsInForce);
    assertThat(infos()).containsExactly("CORS policy supplied has been replaced");
    assertThat(events)
        .containsExactly(new CorsEvent.Reconfigured(List.of(), "supplied", List.of()));
  }

  @Test
  void so_is_the_next_one_while_listeners_still_hear_of_it() throws InterruptedException {
    properties = Map.of();
    Thread request = Thread.currentThread();
    CountDownLatch next = new CountDownLatch(1);
    Redeployment redeployment =
        deploy(
            listening()
                .policy("supplied", () -> current)
                .listener(
                    new CorsListener() {
                      @Override
                      public void reconfigured(CorsEvent.Reconfigured event) {
                        if (events.size() == 1) {
                          OneAtATime.await(next, 1_000);
                          awaitThatWaits(request);
                        }
                      }
                    }),
            Supplied.class);
    current = allowing(B);
    assertThat(redeployment.isReplaced(applied(redeployment, Supplied.class))).isTrue();
    current = allowing(A);
    next.countDown();
    assertThat(redeployment.isReplaced(applied(redeployment, Supplied.class))).isTrue();
    assertThat(allows(redeployment, Supplied.class, A)).isTrue();
    Deployed.settle();
  }

  /** Or for a second, where nobody waits. */
  private static void awaitThatWaits(Thread request) {
    long end = System.nanoTime() + 1_000_000_000;
    while (request.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_nobody_supplies_is_never_replaced() {
    Redeployment redeployment = supplying(Reloaded.class, Ungoverned.class);
    current = allowing(B);
    assertThat(redeployment.isReplaced(applied(redeployment, Reloaded.class))).isFalse();
    assertThat(redeployment.isReplaced(applied(redeployment, Ungoverned.class))).isFalse();
  }

  @Test
  void a_policy_that_an_annotation_forbids_stays_out_until_something_changes()
      throws InterruptedException {
    Redeployment redeployment = supplying(Supplied.class, Account.class);
    AppliedPolicy applied = applied(redeployment, Supplied.class);
    current = allowing(CorsPolicy.ANY);
    for (int i = 0; i < 3; i++) {
      assertThat(redeployment.isReplaced(applied)).isFalse();
      Deployed.settle();
    }
    assertThat(allows(redeployment, Supplied.class, A)).isTrue();
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith(
            "CORS policy supplied is not replaced, because the other one is wrong; the one before"
                + " stays in force. ")
        .contains("\"*\" is prohibited with credentials");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).policy()).isEqualTo("supplied");
    assertThat(events.get(0).mistakes()).hasSize(1);
  }

  @Test
  void a_policy_that_is_off_is_asked_for_its_successor_all_the_same() throws InterruptedException {
    properties = Map.of();
    current = Policy.builder().origins(CorsPolicy.OFF).build();
    Redeployment redeployment = supplying(Supplied.class);
    assertThat(applied(redeployment, Supplied.class)).isEqualTo(AppliedPolicy.Ungoverned.OFF);
    current = allowing(B);
    tickAfter(1, redeployment);
    assertThat(allows(redeployment, Supplied.class, B)).isTrue();
    assertThat(redeployment.inForce().settings().suppliedOff()).isEmpty();
  }

  @Test
  void whatever_else_goes_wrong_keeps_the_policy_before() throws InterruptedException {
    properties = Map.of();
    Redeployment redeployment = supplying(Supplied.class, Account.class);
    AppliedPolicy applied = applied(redeployment, Supplied.class);
    current = Policy.builder().originSource(new Incomparable()).build();
    for (int i = 0; i < 2; i++) {
      assertThat(redeployment.isReplaced(applied)).isFalse();
      Deployed.settle();
    }
    assertThat(allows(redeployment, Supplied.class, A)).isTrue();
    assertThat(log.errors())
        .containsExactly("CORS policies cannot be made anew; those before stay");
  }

  @Test
  void what_was_announced_before_is_known_to_the_next_one() throws InterruptedException {
    Redeployment redeployment = reloading();
    HostDeployments first = redeployment.inForce();
    first.announce(Ungoverned.class, Fakes.method(Ungoverned.class, "options"));
    first.listed(Set.of("/ungoverned"));
    assertThat(first.methods()).isEqualTo(3);
    assertThat(first.others().ownOptions().hints()).hasSize(1);
    properties = configured(B);
    tickAfter(PERIOD, redeployment);
    HostDeployments second = redeployment.inForce();
    assertThat(second).isNotSameAs(first);
    assertThat(second.others().roots()).contains(Ungoverned.class);
    assertThat(second.methods()).isEqualTo(3);
    assertThat(second.others().ownOptions().hints()).hasSize(1);

    properties = configured(A);
    tickAfter(PERIOD, redeployment);
    assertThat(redeployment.inForce()).isNotSameAs(second);
    assertThat(redeployment.inForce().others().roots()).contains(Ungoverned.class);
    assertThat(redeployment.inForce().others().ownOptions().hints()).hasSize(1);
  }

  @Path("counts-on-a-root-alone")
  @CorsPolicy(maxAge = 5)
  static class Item {
    @GET
    public void get() {}
  }

  @Path("items")
  @CorsPolicy("reloaded")
  static class Items {
    @Path("item")
    public Item item() {
      return new Item();
    }
  }

  @Test
  void what_a_request_has_led_to_is_no_root_of_the_next_one_either() throws InterruptedException {
    Redeployment redeployment = deploy(listening(), Reloaded.class, Items.class);
    HostDeployments first = redeployment.inForce();
    first.serve(Set.of());
    first.announce(Item.class, Fakes.method(Item.class, "get"));
    properties = configured(B);
    tickAfter(PERIOD, redeployment);
    assertThat(redeployment.inForce()).isNotSameAs(first);
    assertThat(redeployment.inForce().others().roots()).doesNotContain(Item.class);
    assertThat(log.errors()).isEmpty();
  }

  @Path("wrong")
  @CorsPolicy(origins = "https://a.example/")
  static class Wrong {
    @GET
    public void get() {}
  }

  @Path("late")
  @CorsPolicy(origins = "${redeployment-test.origins}")
  static class Late {
    @GET
    public void get() {}
  }

  @Test
  void the_next_one_serves_requests_so_that_nothing_stops_it() throws InterruptedException {
    Redeployment redeployment = reloading();
    properties = configured(B);
    tickAfter(PERIOD, redeployment);
    redeployment.inForce().announce(Wrong.class, Fakes.method(Wrong.class, "get"));
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith("CORS policies of Wrong are refused at every request: ");
  }

  private static Map<String, Object> refusing(String origins) {
    Map<String, Object> refusing = new HashMap<>(configured(origins));
    refusing.put("cors.on-mistake", "refuse");
    return refusing;
  }

  @Test
  void a_new_mistake_stays_out_although_mistakes_are_refused() throws InterruptedException {
    properties = refusing("nonsense");
    Redeployment redeployment = reloading();
    HostDeployments first = redeployment.inForce();
    properties = refusing("another nonsense");
    tickAfter(PERIOD, redeployment);
    assertThat(redeployment.inForce()).isSameAs(first);
    assertThat(log.errors()).hasSize(2);
    assertThat(log.errors().get(1)).contains("stays in force", "another nonsense");

    properties = refusing(B);
    tickAfter(PERIOD, redeployment);
    applied(redeployment, Late.class);
    assertThat(log.errors()).hasSize(3);
    assertThat(log.errors().get(2)).contains("grants nothing", "redeployment-test.origins");
  }

  @Test
  void a_policy_that_was_refused_is_looked_at_again_when_configuration_has_changed()
      throws InterruptedException {
    properties = Map.of("cors.reload", "60s", "cors.production", "true");
    Redeployment redeployment = supplying(Supplied.class);
    current = allowing("http://plain.example");
    assertThat(redeployment.isReplaced(applied(redeployment, Supplied.class))).isFalse();
    Deployed.settle();
    properties = Map.of("cors.reload", "60s", "cors.production", "false");
    tickAfter(PERIOD, redeployment);
    assertThat(redeployment.isReplaced(applied(redeployment, Supplied.class))).isTrue();
    Deployed.settle();
  }
}
