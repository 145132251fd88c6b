package dev.jaxrscors.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {

  private static final String STRANGER = "https://evil.example";

  @TempDir private static java.nio.file.Path folder;

  private static CompiledBlocks blocks;

  @BeforeAll
  static void every_java_block_compiles() throws IOException {
    blocks = CompiledBlocks.in(folder);
  }

  @AfterAll
  static void forget_the_classes() {
    blocks.close();
  }

  @Test
  void the_exchange_is_what_goes_over_the_wire_byte_for_byte() throws Exception {
    String exchange = Readme.block("http", "OPTIONS /orders/1");
    int end = exchange.indexOf("\n\n") + 2;
    try (Deployed orders = deployed("Orders")) {
      assertThat(orders.head(exchange.substring(0, end))).isEqualTo(exchange.substring(end) + "\n");
    }
  }

  @Test
  void a_stranger_gets_an_empty_403_and_the_log_the_line_that_is_shown() throws Exception {
    try (CapturedLog log = CapturedLog.open();
        Deployed orders = deployed("Orders")) {
      assertThat(orders.head(preflight("orders/1", STRANGER, "PUT")))
          .isEqualTo(
              """
              HTTP/1.1 403 Forbidden
              Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers
              Content-Type: text/plain
              Content-Length: 0

              """);
      assertThat(log.warnings()).contains(Readme.block("text", STRANGER).strip());
    }
  }

  /** The policy that a new user writes, and the filter of the README beside it. */
  @Test
  void a_page_may_send_its_token_to_what_a_filter_guards() throws Exception {
    ResourceConfig application =
        new ResourceConfig(blocks.type("TokenFilter"), Account.class, Accounts.class);
    try (Deployed account = new Deployed(application)) {
      assertThat(account.head(preflight("account", "https://app.example.com", "GET")))
          .startsWith("HTTP/1.1 204 No Content\n")
          .contains("\nAccess-Control-Allow-Headers: Content-Type, Authorization\n")
          .doesNotContain("Access-Control-Allow-Credentials");
      String get =
          "GET /account HTTP/1.1\nHost: api.example.com\nOrigin: https://app.example.com\n";
      assertThat(account.head(get + "\n"))
          .startsWith("HTTP/1.1 401 ")
          .contains("\nAccess-Control-Allow-Origin: https://app.example.com\n");
      assertThat(account.head(get + "Authorization: Bearer secret\n\n"))
          .startsWith("HTTP/1.1 200 ")
          .contains("\nAccess-Control-Allow-Origin: https://app.example.com\n");
    }
  }

  /** Guarded by a filter alone. */
  @Path("account")
  @CorsPolicy(origins = "https://app.example.com")
  public static class Account {
    @GET
    public String name() {
      return "Ada";
    }
  }

  /** Of another page's origin: so that the application has no policy that all agree on. */
  @Path("accounts")
  @CorsPolicy(origins = "https://admin.example.com")
  public static class Accounts {
    @GET
    public String names() {
      return "Ada";
    }
  }

  @Test
  void one_variable_is_a_policy_for_a_whole_application() throws Exception {
    Matcher said = Pattern.compile("`(CORS_[A-Z_]+)=(https://[a-z.]+)`").matcher(Readme.text());
    assertThat(said.find()).isTrue();
    String key = said.group(1).toLowerCase(Locale.ROOT).replace('_', '.');
    ResourceConfig application = new ResourceConfig(Bare.class).property(key, said.group(2));
    try (Deployed bare = new Deployed(application)) {
      assertThat(bare.head(preflight("bare", said.group(2), "GET")))
          .startsWith("HTTP/1.1 204 ")
          .contains("\nAccess-Control-Allow-Origin: " + said.group(2) + "\n");
      assertThat(bare.head(preflight("bare", STRANGER, "GET"))).startsWith("HTTP/1.1 403 ");
    }
  }

  /** Without a policy. */
  @Path("bare")
  public static class Bare {
    @GET
    public String get() {
      return "";
    }
  }

  @Test
  void the_headers_that_clients_ask_for_can_all_be_named() {
    String names =
        Readme.text()
            .lines()
            .filter(line -> line.startsWith("- **What clients ask for**"))
            .findFirst()
            .orElseThrow();
    String[] named =
        Pattern.compile("`([A-Za-z-]+)`")
            .matcher(names)
            .results()
            .map(name -> name.group(1))
            .toArray(String[]::new);
    assertThat(named).hasSizeGreaterThan(20);
    Policy policy =
        Policy.builder().origins("https://app.example.com").allowedHeaders(named).build();
    assertThat(policy.allowedHeaders().names().names())
        .allSatisfy(name -> assertThat(name.isForbiddenRequestHeader()).isFalse());
  }

  @Test
  void the_test_that_is_shown_passes_against_the_orders_that_are_shown() throws Exception {
    try (Deployed orders = deployed("Orders")) {
      String source = Readme.block("java", "class OrdersPolicyTest");
      Class<?> test =
          CompiledBlocks.compiled(
              folder, source.replace("localhost:8080", "127.0.0.1:" + orders.port()));
      List<Method> tests =
          Stream.of(test.getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .toList();
      assertThat(tests).hasSize(2);
      Constructor<?> constructor = test.getDeclaredConstructor();
      for (Method method : tests) {
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
      }
    }
  }

  @Test
  void everybody_may_read_the_prices_and_one_origin_may_replace_them() throws Exception {
    ResourceConfig shop =
        ResourceConfig.forApplication((Application) blocks.instance("Shop"))
            .register(blocks.type("Prices"));
    try (Deployed prices = new Deployed(shop)) {
      assertThat(prices.head("GET /prices HTTP/1.1\nHost: api.example.com\n\n"))
          .startsWith("HTTP/1.1 200 OK\n")
          .contains("\nAccess-Control-Allow-Origin: *\n");
      assertThat(prices.head(preflight("prices", STRANGER, "PUT")))
          .startsWith("HTTP/1.1 403 Forbidden\n");
      assertThat(prices.head(preflight("prices", "https://admin.example.com", "PUT")))
          .startsWith("HTTP/1.1 204 No Content\n")
          .contains("\nAccess-Control-Allow-Methods: PUT\n");
    }
  }

  @Test
  void the_mistakes_are_reported_in_the_words_that_are_shown() throws Exception {
    ResourceConfig application = new ResourceConfig(blocks.type("Invoices"));
    Throwable thrown = catchThrowable(() -> new ApplicationHandler(application));
    Throwable root = Throwables.getRootCause(thrown);
    Throwable mistakes = root == null ? thrown : root;
    assertThat(mistakes).isInstanceOf(InvalidPolicyException.class);
    assertThat(mistakes.getMessage().lines())
        .isEqualTo(Readme.block("text", "mistakes").lines().toList());
  }

  @Test
  void it_fits_on_a_few_screens() {
    assertThat(Readme.text().lines()).hasSizeLessThanOrEqualTo(150);
  }

  private static Deployed deployed(String type) throws ClassNotFoundException {
    return new Deployed(new ResourceConfig(blocks.type(type)));
  }

  private static String preflight(String path, String origin, String method) {
    return """
    OPTIONS /%s HTTP/1.1
    Host: api.example.com
    Origin: %s
    Access-Control-Request-Method: %s

    """
        .formatted(path, origin, method);
  }
}
