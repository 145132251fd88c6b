package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.AtOnce;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Code replaces a policy while many threads send requests, to Jersey in memory: every response has
 * all of one policy, and none has an older one than the thread has seen before.
 */
class ReplacedPoliciesStressTest {

  private static final int REQUESTS_OF_EACH = 800;
  private static final int REQUESTS_OF_A_POLICY = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final URI BASE = URI.create("http://api.example.com/");
  private static final String PAGE = "https://page.example";

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

  /** What is sent for one policy after another; each differs from the one before in all of it. */
  private record Generation(int number) {

    boolean isCredentialed() {
      return number % 2 == 0;
    }

    Policy policy() {
      return Policy.builder()
          .origins(PAGE, "https://a" + number + ".example")
          .allowedHeaders("X-A" + number)
          .exposedHeaders("X-E" + number)
          .credentials(isCredentialed() ? Credentials.ALLOW : Credentials.REFUSE)
          .maxAge(number)
          .refusal(isCredentialed() ? Refusal.REJECT : Refusal.WITHHOLD)
          .build();
    }

    Map<String, String> fields(boolean isPreflight) {
      Map<String, String> fields = new TreeMap<>();
      fields.put("Access-Control-Allow-Origin", PAGE);
      if (isCredentialed()) {
        fields.put("Access-Control-Allow-Credentials", "true");
      }
      if (isPreflight) {
        fields.put("Access-Control-Allow-Methods", "GET, HEAD, PUT");
        fields.put("Access-Control-Allow-Headers", "X-A" + number);
        fields.put("Access-Control-Max-Age", String.valueOf(number));
      } else {
        fields.put("Access-Control-Expose-Headers", "X-E" + number);
      }
      return fields;
    }

    static Generation in(Map<String, String> fields, boolean isPreflight) {
      String told =
          fields.getOrDefault(
              isPreflight ? "Access-Control-Max-Age" : "Access-Control-Expose-Headers", "X-E0");
      return new Generation(Integer.parseInt(told.replace("X-E", "")));
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private volatile Policy current = new Generation(1).policy();
  private final ApplicationHandler server =
      new ApplicationHandler(
          new ResourceConfig(Shop.class)
              .property(
                  CorsSetup.PROPERTY, CorsSetup.builder().policy("shop", () -> current).build()));
  private final Set<String> wrong = ConcurrentHashMap.newKeySet();

  @Test
  void a_response_has_all_of_one_policy_and_never_an_older_one() throws Exception {
    int requests = Seeds.cases(REQUESTS_OF_EACH);
    int last = 1 + requests / REQUESTS_OF_A_POLICY;
    AtOnce.run(
        thread -> {
          int seen = 1;
          for (int i = 1; i <= requests; i++) {
            if (thread == 0 && i % REQUESTS_OF_A_POLICY == 0) {
              current = new Generation(1 + i / REQUESTS_OF_A_POLICY).policy();
            }
            seen = send((i + thread) % 2 == 0, seen);
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(log.errors()).isEmpty();

    long end = System.nanoTime() + PATIENCE.toNanos();
    while (send(true, 1) != last || !lastLine().equals("CORS policy shop has been replaced")) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  /** Sends a request, and returns the generation of the policy that its response has. */
  private int send(boolean isPreflight, int seen) throws Exception {
    Map<String, String> fields = cors(isPreflight ? preflight() : request("GET"));
    Generation found = Generation.in(fields, isPreflight);
    if (!fields.equals(found.fields(isPreflight)) || found.number() < seen) {
      wrong.add(fields + " after " + seen);
    }
    return found.number();
  }

  private String lastLine() {
    List<String> lines = log.infos();
    return lines.get(lines.size() - 1);
  }

  private static Map<String, String> corsFields(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith("Access-Control-"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, field -> String.join(" | ", field.getValue())));
  }

  private Map<String, String> cors(ContainerRequest request) throws Exception {
    ContainerResponse response = server.apply(request).get();
    return corsFields(response.getStringHeaders());
  }

  private ContainerRequest preflight() {
    ContainerRequest request = request("OPTIONS");
    request.header("Access-Control-Request-Method", "PUT");
    return request;
  }

  private ContainerRequest request(String method) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            BASE.resolve("shop"),
            method,
            null,
            new MapPropertiesDelegate(),
            server.getConfiguration());
    request.header("Origin", PAGE);
    return request;
  }
}
