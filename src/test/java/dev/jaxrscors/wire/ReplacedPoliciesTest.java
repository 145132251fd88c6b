package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A policy that code supplies, and replaces while requests run. */
class ReplacedPoliciesTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";

  @Path("shop")
  @CorsPolicy("shop")
  public static class Shop {
    @GET
    public String get() {
      return "shop";
    }

    @PUT
    public void put(String text) {}
  }

  @Path("account")
  @CorsPolicy(value = "shop", credentials = Credentials.ALLOW)
  public static class Account {
    @GET
    public String get() {
      return "account";
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private volatile @Nullable Policy current = allowing(A);

  private static Policy allowing(String... origins) {
    return Policy.builder().origins(origins).build();
  }

  private static Server server(Supplier<Policy> supplier, Class<?>... resources) {
    CorsSetup setup = CorsSetup.builder().policy("shop", supplier).build();
    return Server.of(new ResourceConfig(resources).property(CorsSetup.PROPERTY, setup));
  }

  @SuppressWarnings("NullAway") // A supplier may do wrong.
  private Server server(Class<?>... resources) {
    return server(() -> current, resources);
  }

  private static List<String> allowed(String origin) {
    return List.of("Access-Control-Allow-Origin: " + origin, VARY_ORIGIN);
  }

  private List<String> errors() {
    return log.lines().stream().filter(line -> line.startsWith("SEVERE")).toList();
  }

  @Test
  void the_next_request_has_the_policy_that_is_supplied_then() {
    try (Server server = server(Shop.class)) {
      assertThat(server.send(get("/shop", A)).cors()).isEqualTo(allowed(A));
      assertThat(server.send(get("/shop", B)).cors()).containsExactly(VARY_ORIGIN);

      current = allowing(B);
      assertThat(server.send(preflight("/shop", A, "PUT")).status()).isEqualTo(403);
      assertThat(server.send(preflight("/shop", B, "PUT")).status()).isEqualTo(204);
      assertThat(server.send(get("/shop", A)).cors()).containsExactly(VARY_ORIGIN);
      assertThat(server.send(get("/shop", B)).cors()).isEqualTo(allowed(B));
    }
  }

  @Test
  void every_member_is_replaced() {
    try (Server server = server(Shop.class)) {
      current =
          Policy.builder()
              .origins(B)
              .methods("GET")
              .exposedHeaders("ETag")
              .maxAge(5)
              .refusal(Refusal.REJECT)
              .build();
      assertThat(server.send(get("/shop", A)).status()).isEqualTo(403);
      assertThat(server.send(get("/shop", B)).cors())
          .contains("Access-Control-Expose-Headers: ETag");
      assertThat(server.send(preflight("/shop", B, "GET")).cors())
          .contains("Access-Control-Max-Age: 5", "Access-Control-Allow-Methods: GET, HEAD");
    }
  }

  @Test
  void a_policy_can_be_switched_off_and_on_again() {
    try (Server server = server(Shop.class)) {
      current = Policy.builder().origins(CorsPolicy.OFF).build();
      assertThat(server.send(get("/shop", A)).cors()).isEmpty();
      assertThat(server.send(preflight("/shop", A, "PUT")).status()).isEqualTo(200);
      current = allowing(A);
      assertThat(server.send(get("/shop", A)).cors()).isEqualTo(allowed(A));
      assertThat(server.send(preflight("/shop", A, "PUT")).status()).isEqualTo(204);
    }
  }

  @Test
  void one_that_an_annotation_forbids_stays_out_and_is_said_once() {
    try (Server server = server(Shop.class, Account.class)) {
      current = allowing(CorsPolicy.ANY);
      for (int i = 0; i < 3; i++) {
        assertThat(server.send(get("/shop", A)).cors()).isEqualTo(allowed(A));
        assertThat(server.send(get("/shop", B)).cors()).containsExactly(VARY_ORIGIN);
      }
      assertThat(errors())
          .singleElement()
          .asString()
          .contains("\"*\" is prohibited with credentials", "in Account");

      current = allowing(B);
      assertThat(server.send(get("/shop", B)).cors()).isEqualTo(allowed(B));
    }
  }

  @Test
  void configuration_stays_as_it_was_when_a_policy_is_replaced() {
    System.setProperty("cors.policy.shop.max-age", "7");
    try (Server server = server(Shop.class)) {
      System.setProperty("cors.policy.shop.max-age", "nonsense");
      current = allowing(B);
      assertThat(server.send(preflight("/shop", B, "PUT")).cors())
          .contains("Access-Control-Max-Age: 7");
      assertThat(errors()).isEmpty();
    } finally {
      System.clearProperty("cors.policy.shop.max-age");
    }
  }

  @Test
  void what_a_supplier_does_instead_is_said_once_and_the_policy_stays() {
    try (Server server = server(Shop.class)) {
      current = null;
      for (int i = 0; i < 3; i++) {
        assertThat(server.send(get("/shop", A)).cors()).isEqualTo(allowed(A));
      }
      assertThat(errors()).singleElement().asString().contains("it returned null");

      current = allowing(B);
      assertThat(server.send(get("/shop", B)).cors()).isEqualTo(allowed(B));
    }
  }

  @Test
  void one_that_throws_when_the_application_is_deployed_stops_it() {
    Supplier<Policy> failing =
        () -> {
          throw new IllegalStateException("no database");
        };
    assertThatThrownBy(() -> server(failing, Shop.class).close())
        .hasStackTraceContaining("policy shop, the supplier of policy \"shop\" is unusable")
        .hasStackTraceContaining("no database");
  }

  @Test
  void one_that_hangs_holds_up_the_request_that_asks_it_and_no_other() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AtomicBoolean hangs = new AtomicBoolean();
    Policy policy = allowing(A);
    Supplier<Policy> supplier =
        () -> {
          if (hangs.getAndSet(false)) {
            asked.countDown();
            await(released);
          }
          return policy;
        };
    try (Server server = server(supplier, Shop.class)) {
      hangs.set(true);
      Thread held = new Thread(() -> server.send(get("/shop", A)));
      held.start();
      try {
        await(asked);
        assertThat(server.send(get("/shop", A)).cors()).isEqualTo(allowed(A));
      } finally {
        released.countDown();
        held.join();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
