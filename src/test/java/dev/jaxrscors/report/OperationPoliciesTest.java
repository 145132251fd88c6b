package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documentation says of each operation, on Jersey in memory, before any request. */
class OperationPoliciesTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";

  @Path("orders")
  @CorsPolicy(origins = A)
  public static class Numbered {
    @GET
    @Path("{id: \\d{2,3}}")
    public String get() {
      return "";
    }
  }

  @Path("unclear")
  @CorsPolicy(origins = A)
  public static class Unclear {
    @GET
    @Path("{id: \\d+}")
    public String byNumber() {
      return "";
    }

    @GET
    @Path("{id: [a-z]+}")
    @CorsPolicy(origins = B)
    public String byName() {
      return "";
    }
  }

  @Path("same")
  @CorsPolicy(origins = A)
  public static class Same {
    @GET
    @Path("{id: \\d+}")
    public String byNumber() {
      return "";
    }

    @GET
    @Path("{id: [a-z]+}")
    public String byName() {
      return "";
    }
  }

  @Path("switched-off")
  @CorsPolicy(origins = "${nobody.sets.this:off}")
  public static class SwitchedOff {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("orders")
  @CorsPolicy(origins = B)
  public static class OrdersOfOther {
    @GET
    public String list() {
      return "";
    }
  }

  public static class Late implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.register(Authenticator.class);
      return true;
    }
  }

  @Priority(Priorities.AUTHENTICATION)
  public static class Authenticator implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  /** Each test has a path of its own: all of them are deployed beside each other. */
  private abstract static class Api extends Application {
    private final Set<Class<?>> classes;
    private final Map<String, Object> properties =
        new HashMap<>(ReportedShop.whole().getProperties());

    Api(Class<?>... classes) {
      this.classes = Set.of(classes);
    }

    Api with(String key, String value) {
      properties.put(key, value);
      return this;
    }

    @Override
    public Set<Class<?>> getClasses() {
      return classes;
    }

    @Override
    public Map<String, Object> getProperties() {
      return properties;
    }
  }

  @ApplicationPath("/shop/*")
  private static final class Shop extends Api {
    Shop() {
      super(ReportedShop.whole().getClasses().toArray(Class[]::new));
    }
  }

  private static ApplicationHandler deployed(Application application) {
    return new ApplicationHandler(ResourceConfig.forApplication(application));
  }

  private static OperationPolicies policies() {
    return OperationPolicies.beside(OperationPoliciesTest.class);
  }

  private static List<?> origins(Map<String, Object> policy) {
    return (List<?>) ((Map<?, ?>) policy.get("origins")).get("values");
  }

  /** Keeps the deployment, which nobody else does, and returns what is said of an operation. */
  private static Optional<Map<String, Object>> at(Api api, String path) {
    ApplicationHandler running = deployed(api);
    Optional<Map<String, Object>> policy = policies().at(path, "GET");
    assertThat(running.getConfiguration()).isNotNull();
    return policy;
  }

  @Test
  void an_operation_has_its_effective_policy() {
    ApplicationHandler running = deployed(new Shop());
    assertThat(policies().at("/shop/orders/{id}", "PUT").orElseThrow())
        .containsExactly(
            entry(
                "origins",
                Map.of("values", List.of("https://*.example.org", ReportedShop.APP), "count", 2)),
            entry("methods", Map.of("values", List.of("PUT"))),
            entry("allowedHeaders", Map.of("values", List.of("Content-Type", "X-Api-Key"))),
            entry("exposedHeaders", Map.of("values", List.of("ETag"))),
            entry("credentials", Map.of("value", true)),
            entry("maxAge", Map.of("value", 600)),
            entry("refusal", Map.of("value", "withhold")));
    assertThat(running.getConfiguration()).isNotNull();
  }

  @Test
  void its_members_are_called_as_in_the_report() throws IOException {
    JsonNode report = new ObjectMapper().readTree(CorsReport.of(ReportedShop.whole()).toJson());
    List<String> reported = new ArrayList<>();
    report
        .at("/hosts/0/endpoints")
        .findValue("policy")
        .fieldNames()
        .forEachRemaining(reported::add);

    assertThat(at(new Shop(), "/shop/orders").orElseThrow().keySet())
        .containsExactlyElementsOf(reported);
  }

  @Test
  void what_is_for_nobody_lists_nobody_and_what_code_decides_says_so() {
    ApplicationHandler running = deployed(new Shop());
    assertThat(policies().at("/shop/orders/{id}", "DELETE").orElseThrow().get("origins"))
        .isEqualTo(Map.of("values", List.of(), "count", 0));
    assertThat(policies().at("/shop/tenants", "GET").orElseThrow().get("origins").toString())
        .contains("count=3", "askingCode=true")
        .doesNotContain("Tenants", "INSECURE");
    assertThat(running.getConfiguration()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"/shop/health, GET", "/shop/orders, PATCH", "/shop/nowhere, GET", "/shop, GET"})
  void nothing_is_said_where_no_policy_is_or_none_is_known(String path, String method) {
    ApplicationHandler running = deployed(new Shop());
    assertThat(policies().at(path, method)).isEmpty();
    assertThat(running.getConfiguration()).isNotNull();
  }

  @Test
  void what_locators_lead_to_is_known() {
    assertThat(at(new Shop(), "shop/shelves/{shelf}/items/{item}/")).isPresent();
  }

  @ApplicationPath("numbered")
  private static final class OfNumbers extends Api {
    OfNumbers() {
      super(Numbered.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/numbered/orders/{id}",
        "/numbered/orders/{ id }",
        "/numbered/orders/{id: \\d{2,3}}",
        "numbered/orders/{id}/"
      })
  void a_template_is_known_with_and_without_its_regular_expression(String path) {
    assertThat(at(new OfNumbers(), path)).isPresent();
  }

  @ApplicationPath("unclear-api")
  private static final class OfUnclear extends Api {
    OfUnclear() {
      super(Unclear.class, Same.class, SwitchedOff.class);
    }
  }

  @ApplicationPath("same-api")
  private static final class OfSame extends Api {
    OfSame() {
      super(Same.class);
    }
  }

  @Test
  void the_path_of_the_application_is_part_of_it() {
    assertThat(at(new OfSame(), "/same-api/same/{id}")).isPresent();
    assertThat(at(new OfSame(), "/same/{id}")).isEmpty();
  }

  private static final class Unmapped extends Api {
    Unmapped() {
      super(Listed.class);
    }
  }

  @Path("listed-alone")
  @CorsPolicy("public")
  public static class Listed {
    @GET
    public String get() {
      return "";
    }
  }

  @Test
  void an_application_without_a_path_is_at_the_root() {
    assertThat(at(new Unmapped(), "/listed-alone")).isPresent();
  }

  @Test
  void where_two_methods_differ_nothing_is_said_and_one_line_says_why() {
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(at(new OfUnclear(), "/unclear-api/unclear/{id}")).isEmpty();
      assertThat(at(new OfUnclear(), "/unclear-api/unclear/{id}")).isEmpty();
      assertThat(log.warnings().stream().filter(line -> line.contains("/unclear-api/")))
          .containsExactly(
              "The CORS policy of GET /unclear-api/unclear/{id} is missing in the documentation of"
                  + " the API, because several methods answer there, and their policies differ");
    }
  }

  @Test
  void where_two_methods_agree_their_policy_is_said() {
    assertThat(at(new OfUnclear(), "/unclear-api/same/{id}")).isPresent();
  }

  @Test
  void of_a_policy_that_is_off_nothing_is_said() {
    assertThat(at(new OfUnclear(), "/unclear-api/switched-off")).isEmpty();
  }

  @ApplicationPath("first")
  private static final class First extends Api {
    First() {
      super(Numbered.class, Same.class);
    }
  }

  @ApplicationPath("second")
  private static final class Second extends Api {
    Second() {
      super(OrdersOfOther.class, Same.class);
    }
  }

  @Test
  void each_of_two_applications_in_a_war_has_its_own() {
    ApplicationHandler one = deployed(new First());
    ApplicationHandler two = deployed(new Second());
    OperationPolicies policies = policies();
    assertThat(policies.at("/first/same/{id}", "GET").map(OperationPoliciesTest::origins))
        .contains(List.of(A));
    assertThat(policies.at("/second/orders", "get").map(OperationPoliciesTest::origins))
        .contains(List.of(B));
    assertThat(policies.at("/first/orders", "GET")).isEmpty();
    assertThat(List.of(one, two)).doesNotContainNull();
  }

  @ApplicationPath("per-host")
  private static final class PerHost extends Api {
    PerHost() {
      super(ReportedShop.Prices.class, ReportedShop.Health.class);
    }
  }

  @Test
  void hosts_with_another_policy_are_named() {
    Api api =
        new PerHost()
            .with("cors.hosts", "pay")
            .with("cors.host.pay.name", "pay.example.com")
            .with("cors.host.pay.policy.public.origins", A)
            .with("cors.host.pay.default.origins", B);
    ApplicationHandler running = deployed(api);
    OperationPolicies policies = policies();
    Map<String, Object> prices = policies.at("/per-host/prices", "GET").orElseThrow();
    assertThat(origins(prices)).isEqualTo(List.of("*"));
    assertThat(prices.get("hosts").toString())
        .contains("names=[pay.example.com]", "values=[" + A + "]")
        .doesNotContain("hosts=");
    assertThat(policies.at("/per-host/prices", "POST").orElseThrow()).doesNotContainKey("hosts");
    assertThat(policies.at("/per-host/health", "GET").orElseThrow()).containsOnlyKeys("hosts");
    assertThat(running.getConfiguration()).isNotNull();
  }

  @ApplicationPath("guarded")
  private static final class Guarded extends Api {
    Guarded() {
      super(Numbered.class, Late.class);
    }
  }

  @Test
  void a_filter_that_looks_at_who_calls_is_known_before_the_first_request() {
    assertThat(at(new Guarded(), "/guarded/orders/{id}").orElseThrow().get("allowedHeaders"))
        .isEqualTo(Map.of("values", List.of("Content-Type", "Authorization")));
  }

  @Test
  void nothing_is_said_beside_a_class_where_nothing_is_deployed_and_one_line_says_why() {
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(OperationPolicies.beside(String.class).at("/shop/orders", "GET")).isEmpty();
      assertThat(OperationPolicies.beside(String.class).at("/shop/orders", "GET")).isEmpty();
      assertThat(log.warnings())
          .containsExactly(
              "CORS policies are missing in the documentation of the API, because no application of"
                  + " theirs is deployed yet beside java.lang.String");
    }
  }

  @Test
  void an_application_that_is_gone_is_forgotten() throws InterruptedException {
    assertThat(at(new Gone(), "/gone/orders")).isPresent();
    for (int i = 0; i < 100 && policies().at("/gone/orders", "GET").isPresent(); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(policies().at("/gone/orders", "GET")).isEmpty();
  }

  @ApplicationPath("gone")
  private static final class Gone extends Api {
    Gone() {
      super(OrdersOfOther.class);
    }
  }
}
