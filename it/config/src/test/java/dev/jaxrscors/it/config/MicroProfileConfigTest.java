package dev.jaxrscors.it.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.ProblemKind;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One annotation, and what MicroProfile Config says about it in each environment. */
class MicroProfileConfigTest {

  private static final String LOCAL = "http://localhost:3000";
  private static final String SHOP = "https://shop.example.com";
  private static final String KEY = "cors.policy.shop.origins";

  /** The one annotation. */
  @Path("orders")
  @CorsPolicy("shop")
  public static class Orders {
    @GET
    public String list() {
      return "[]";
    }
  }

  /** A placeholder. */
  @Path("stock")
  @CorsPolicy(origins = "${stock.origins:https://stock.example.com}")
  public static class Stock {
    @GET
    public String list() {
      return "[]";
    }
  }

  private static final class FailingSource implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return Set.of();
    }

    @Override
    public String getValue(String key) {
      if (key.startsWith("cors.") || key.startsWith("stock.")) {
        throw new IllegalStateException("the vault is sealed");
      }
      return null;
    }

    @Override
    public String getName() {
      return "vault";
    }
  }

  @AfterEach
  void release() {
    ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    resolver.releaseConfig(resolver.getConfig());
  }

  private static void configure(String profile, ConfigSource... sources) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withProfile(profile)
            .withSources(sources)
            .build();
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
  }

  private static ConfigSource file(Map<String, String> values) {
    return new PropertiesConfigSource(values, "application.properties", 100);
  }

  private static List<String> allowed(Class<?> resource, String... origins) throws Exception {
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), new ResourceConfig(resource));
    try {
      int port = server.getListeners().iterator().next().getPort();
      String path = resource.getAnnotation(Path.class).value();
      URI uri = URI.create("http://127.0.0.1:" + port + "/" + path);
      return Stream.of(origins).filter(origin -> isAllowed(uri, origin)).toList();
    } finally {
      server.shutdownNow();
    }
  }

  private static boolean isAllowed(URI uri, String origin) {
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(uri).header("Origin", origin).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.headers().firstValue("Access-Control-Allow-Origin").isPresent();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void each_profile_allows_its_own(String profile, List<String> expected) throws Exception {
    configure(
        profile,
        file(Map.of("%dev." + KEY, LOCAL, "%test." + KEY, "https://test.example.com", KEY, SHOP)));
    assertThat(allowed(Orders.class, LOCAL, "https://test.example.com", SHOP)).isEqualTo(expected);
  }

  static Stream<Arguments> environments() {
    return Stream.of(
        Arguments.of("dev", List.of(LOCAL)),
        Arguments.of("test", List.of("https://test.example.com")),
        Arguments.of("prod", List.of(SHOP)));
  }

  @Test
  void the_profile_prod_refuses_the_origins_of_a_developer() {
    configure("prod", file(Map.of(KEY, LOCAL, "smallrye.config.profile", "prod")));
    assertThatThrownBy(() -> allowed(Orders.class))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageStartingWith(KEY + " in MicroProfile Config (application.properties)")
        .extracting(e -> ((InvalidPolicyException) e).problems().get(0).kind())
        .isEqualTo(ProblemKind.LOOPBACK_IN_PRODUCTION);
  }

  @Test
  void a_variable_of_the_environment_goes_before_the_file() throws Exception {
    configure(
        "prod",
        file(Map.of(KEY, LOCAL)),
        new EnvConfigSource(Map.of("CORS_POLICY_SHOP_ORIGINS", SHOP), 300));
    assertThat(allowed(Orders.class, LOCAL, SHOP)).containsExactly(SHOP);
  }

  @Test
  void a_placeholder_is_what_it_says_and_may_refer_to_other_keys() throws Exception {
    configure("prod", file(Map.of("stock.origins", "${shop},https://b.example", "shop", SHOP)));
    assertThat(allowed(Stock.class, SHOP, "https://b.example", "https://stock.example.com"))
        .containsExactly(SHOP, "https://b.example");
  }

  @Test
  void a_placeholder_without_a_value_has_its_default() throws Exception {
    configure("prod", file(Map.of()));
    assertThat(allowed(Stock.class, SHOP, "https://stock.example.com"))
        .containsExactly("https://stock.example.com");
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(Map.of(KEY, ""), List.of()),
        Arguments.of(Map.of(KEY, "none"), List.of()),
        Arguments.of(Map.of(KEY, "\"" + SHOP + "\",'" + LOCAL + "'"), List.of(LOCAL, SHOP)),
        Arguments.of(Map.of(KEY + "[0]", SHOP), List.of(SHOP)),
        Arguments.of(Map.of(KEY + "[0]", SHOP, KEY + "[1]", LOCAL), List.of(LOCAL, SHOP)),
        // As SmallRye reads a list in YAML.
        Arguments.of(
            Map.of(KEY, SHOP + "," + LOCAL, KEY + "[0]", SHOP, KEY + "[1]", LOCAL),
            List.of(LOCAL, SHOP)));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void lists_are_read_as_they_come(Map<String, String> values, List<String> expected)
      throws Exception {
    configure("dev", file(values));
    assertThat(allowed(Orders.class, LOCAL, SHOP)).isEqualTo(expected);
  }

  @Test
  void a_variable_may_be_an_element_of_a_list() throws Exception {
    configure(
        "dev",
        new EnvConfigSource(
            Map.of("CORS_POLICY_SHOP_ORIGINS_0_", SHOP, "CORS_POLICY_SHOP_ORIGINS_1_", LOCAL),
            300));
    assertThat(allowed(Orders.class, LOCAL, SHOP)).containsExactly(LOCAL, SHOP);
  }

  @Test
  void a_placeholder_may_be_a_list_of_elements() throws Exception {
    configure("dev", file(Map.of("stock.origins[0]", SHOP, "stock.origins[1]", LOCAL)));
    assertThat(allowed(Stock.class, LOCAL, SHOP)).containsExactly(LOCAL, SHOP);
  }

  @Test
  void a_variable_that_is_nearly_right_is_named() {
    configure("dev", new EnvConfigSource(Map.of("CORS_POLICY_SHOP_ORIGIN", SHOP), 300));
    assertThatThrownBy(() -> allowed(Orders.class))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("CORS_POLICY_SHOP_ORIGIN in MicroProfile Config")
        .hasMessageContaining("rename it to CORS_POLICY_SHOP_ORIGINS;");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            Map.of(KEY, SHOP + "\\,https://b.example"),
            KEY + " in MicroProfile Config (application.properties), member origins:"),
        Arguments.of(
            Map.of(KEY, SHOP + ","),
            KEY + " in MicroProfile Config (application.properties), member origins: an empty"),
        Arguments.of(
            Map.of(KEY, "${" + KEY + "}"), KEY + " in MicroProfile Config, \"" + KEY + "\" "),
        Arguments.of(
            Map.of(KEY, SHOP, "cors.production", "perhaps"),
            "cors.production in MicroProfile Config (application.properties), \"perhaps\" is"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_key_and_source(Map<String, String> values, String message) {
    configure("prod", file(values));
    assertThatThrownBy(() -> allowed(Orders.class))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void a_source_that_throws_stops_the_deployment_with_the_key() {
    configure("prod", new FailingSource());
    assertThatThrownBy(() -> allowed(Orders.class))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("cors.production in MicroProfile Config")
        .hasMessageContaining("the vault is sealed");
  }

  @Test
  void properties_of_the_application_are_not_read_beside_it() {
    configure("prod", file(Map.of()));
    Config config = ConfigProviderResolver.instance().getConfig();
    assertThat(config.getOptionalValue(KEY, String.class)).isEmpty();
    ResourceConfig application = new ResourceConfig(Orders.class).property(KEY, SHOP);
    assertThatThrownBy(
            () ->
                GrizzlyHttpServerFactory.createHttpServer(
                    URI.create("http://127.0.0.1:0/"), application))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("member value: \"shop\"");
  }

  @Test
  void the_origin_of_a_url_is_no_expression_of_microprofile_config() throws Exception {
    configure(
        "prod",
        file(
            Map.of(
                KEY,
                "${origin-of:product.url}",
                "stock.origins",
                "${origin-of:product.url},${product.other}",
                "product.other",
                "https://other.example.com",
                "product.url",
                "https://${product.host}/ui/",
                "product.host",
                "Shop.example.com")));
    assertThat(allowed(Orders.class, SHOP, LOCAL)).containsExactly(SHOP);
    assertThat(allowed(Stock.class, SHOP, "https://other.example.com", LOCAL))
        .containsExactly(SHOP, "https://other.example.com");
  }

  @Test
  void another_configuration_is_found_when_it_is_read_again() throws Exception {
    configure("prod", file(Map.of(KEY, LOCAL, "cors.reload", "50ms")));
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), new ResourceConfig(Orders.class));
    try {
      int port = server.getListeners().iterator().next().getPort();
      URI uri = URI.create("http://127.0.0.1:" + port + "/orders");
      assertThat(isAllowed(uri, SHOP)).isFalse();
      // As Quarkus does: what it starts with is not what it runs with.
      release();
      configure("prod", file(Map.of(KEY, SHOP, "cors.reload", "50ms")));
      long end = System.nanoTime() + 20_000_000_000L;
      while (!isAllowed(uri, SHOP)) {
        assertThat(System.nanoTime()).isLessThan(end);
      }
      assertThat(isAllowed(uri, LOCAL)).isFalse();
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void wrong_values_can_be_refused_instead() throws Exception {
    configure(
        "prod",
        file(
            Map.of(
                KEY,
                SHOP + ",shop.example.com",
                "stock.origins",
                "",
                "cors.on-mistake",
                "refuse")));
    assertThat(allowed(Orders.class, SHOP, LOCAL)).containsExactly(SHOP);
    assertThat(allowed(Stock.class, SHOP, "https://stock.example.com")).isEmpty();
  }
}
