package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.FakeTarget;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.RateLimit;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.internal.resource.Level;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says of a request that was refused: the reason, the place, and what would do. */
class RefusalLogTest {

  private static final String URI = "https://api.example.com/orders/7?secret=1";
  private static final String APP = "https://app.example.com";
  private static final String ORIGIN = "Origin: https://evil.example";
  static final AppliedPolicy GOVERNED =
      governed(
          Policy.builder().origins(APP).methods("GET"),
          new Provenance(
              new Place.Annotation("Orders.replace", List.of()),
              Map.of(
                  Member.ORIGINS, new Place.Annotation("Orders", List.of(APP)),
                  Member.METHODS, new Place.Annotation("Api", List.of("GET")))));

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  private final RefusalLog<ContainerRequestContext> log =
      new RefusalLog<>(
          new Stub(lines), new RefusalLog.Spent(clock::get), Setup.EMPTY, new Source());

  static Stream<Arguments> preflights() {
    return Stream.of(
        arguments(
            Denial.of(Reason.ORIGIN_NOT_ALLOWED),
            "its origin is not allowed; policy: Orders; to allow it: @CorsPolicy(origins ="
                + " {\"https://app.example.com\", \"https://evil.example\"})"),
        arguments(
            Denial.of(Reason.METHOD_NOT_ALLOWED),
            "its method is not allowed; policy: Api; to allow it:"
                + " @CorsPolicy(methods = {\"GET\", \"PUT\"})"),
        arguments(
            new Denial(Reason.HEADER_NOT_ALLOWED, "X-Trace"),
            "a header it asks for is not allowed: \"X-Trace\"; policy: Orders.replace; to allow it:"
                + " @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, \"x-trace\"})"),
        arguments(
            Denial.of(Reason.METHOD_NOT_MATCHED),
            "no resource method has exactly the method it asks for; policy: Api"),
        arguments(
            Denial.of(Reason.HEADERS_TOO_LONG),
            "it asks for too many headers; policy: Orders.replace"),
        arguments(
            Denial.of(Reason.HEADERS_MALFORMED),
            "its list of headers is ill-formed; policy: Orders.replace"),
        arguments(
            new Denial(Reason.SOURCE_FAILED, "java.lang.Error: \"x\"\n"),
            "the origin source failed: \"java.lang.Error: \\\"x\\\"\\u000a\"; policy: Orders"),
        arguments(
            Denial.of(Reason.NO_VALID_POLICY),
            "the policy of the resource is not valid; policy: Orders"));
  }

  @ParameterizedTest
  @MethodSource("preflights")
  void a_refused_preflight_is_one_line_with_reason_place_and_remedy(Denial denial, String why) {
    ContainerRequestContext request =
        Fakes.request("PUT", URI, ORIGIN, "Access-Control-Request-Method: PUT");
    Exchange exchange = preflight(request);
    exchange.match(GOVERNED);
    exchange.judge(Verdict.Denied.preflight(denial));
    log.preflight(request, response(403), exchange);
    assertThat(lines)
        .containsExactly(
            "WARNING CORS: Refused preflight: PUT /orders/7 (/orders/{id}) from origin"
                + " \"https://evil.example\": "
                + why);
  }

  static Stream<Arguments> configured() {
    return Stream.of(
        arguments(
            Denial.of(Reason.ORIGIN_NOT_ALLOWED),
            Member.ORIGINS,
            "cors.policy.shop.origins=https://app.example.com,https://evil.example"),
        arguments(
            Denial.of(Reason.METHOD_NOT_ALLOWED),
            Member.METHODS,
            "cors.policy.shop.methods=GET,PUT"),
        arguments(
            new Denial(Reason.HEADER_NOT_ALLOWED, "X-Trace"),
            Member.ALLOWED_HEADERS,
            "cors.policy.shop.allowed-headers=derived,X-Api-Key,x-trace"));
  }

  @ParameterizedTest
  @MethodSource("configured")
  void what_configuration_sets_is_mended_there(Denial denial, Member member, String line) {
    String key = line.substring(0, line.indexOf('='));
    ContainerRequestContext request =
        Fakes.request("PUT", URI, ORIGIN, "Access-Control-Request-Method: PUT");
    Exchange exchange = preflight(request);
    Policy.Builder policy =
        Policy.builder()
            .origins(APP)
            .methods("GET")
            .allowedHeaders(CorsPolicy.DERIVED, "X-Api-Key");
    Place place =
        new Place.Key(key + " in system properties", key, "shop", policy.build().written(member));
    Provenance provenance =
        new Provenance(new Place.Annotation("Orders", List.of()), Map.of(member, place));
    exchange.match(governed(policy, provenance));
    exchange.judge(Verdict.Denied.preflight(denial));
    log.preflight(request, response(403), exchange);
    assertThat(lines)
        .singleElement()
        .asString()
        .endsWith("policy: " + key + " in system properties; to allow it: " + line);
  }

  @Test
  void an_ungoverned_preflight_is_no_line() {
    ContainerRequestContext request = Fakes.request("PUT", URI, ORIGIN);
    Exchange exchange = preflight(request);
    exchange.judge(Verdict.NotGoverned.RESOURCE);
    log.preflight(request, response(204), exchange);
    assertThat(lines).isEmpty();
  }

  @Test
  void a_grant_is_a_line_for_those_who_look_closely() {
    ContainerRequestContext request =
        Fakes.request("OPTIONS", URI, ORIGIN, "Access-Control-Request-Method: DELETE");
    Exchange exchange = preflight(request);
    exchange.match(GOVERNED);
    exchange.judge(new Verdict.Granted(ResponseHeaders.nothing(Vary.PREFLIGHT)));
    log.preflight(request, response(204), exchange);
    log.shared(Fakes.request("GET", URI, ORIGIN), GOVERNED);

    assertThat(lines)
        .containsExactly(
            "DEBUG CORS: Granted preflight: DELETE /orders/7 (/orders/{id}) from origin"
                + " \"https://evil.example\"; policy: Orders.replace",
            "DEBUG CORS: Shared response of request: GET /orders/7 (/orders/{id}) from origin"
                + " \"https://evil.example\"; policy: Orders.replace");
  }

  @Test
  void a_shared_response_is_one_line_for_a_place() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    log.sharedResponse(request, "Orders.get");
    log.sharedResponse(request, "Orders.get");
    log.sharedResponse(request, "");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith(
            "WARNING CORS: the Response to GET /orders/7 (policy: Orders.get) was sent before")
        .endsWith("as in Response.fromResponse(shared).build().");
  }

  @Test
  void a_preflight_that_an_unknown_path_or_verb_answers_is_logged_as_such() {
    assertThat(unanswered(404)).endsWith("the application has no such path: it answered 404");
    assertThat(unanswered(405))
        .endsWith("the application has no such method on that path: it answered 405");
  }

  @Test
  void one_that_a_locator_or_the_container_answers_has_its_own_remedy() {
    assertThat(unanswered(401))
        .contains("Unanswered preflight: DELETE /orders/7")
        .contains("answered 401 before a resource method was matched")
        .contains("CorsRequest.isPreflight");
  }

  @Test
  void one_that_a_filter_answers_before_the_match_has_its_own_remedy() {
    ContainerRequestContext request = delete();
    log.preflight(request, response(401), preflight(request));
    assertThat(lines)
        .hasSize(1)
        .allMatch(line -> line.contains("a filter answered 401 before the resource was matched"));
  }

  private String unanswered(int status) {
    ContainerRequestContext request = delete();
    Exchange exchange = preflight(request);
    exchange.delegate();
    log.preflight(request, response(status), exchange);
    assertThat(lines).hasSize(1);
    return lines.remove(0);
  }

  private static ContainerRequestContext delete() {
    return Fakes.request("OPTIONS", URI, ORIGIN, "Access-Control-Request-Method: DELETE");
  }

  @Test
  void an_actual_request_is_withheld_or_rejected() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    log.withheld(request, denial, GOVERNED);
    log.rejected(request, denial, GOVERNED);
    assertThat(lines.get(0))
        .startsWith("WARNING CORS: Withheld response of request: GET /orders/7");
    assertThat(lines.get(1)).startsWith("WARNING CORS: Rejected request: GET /orders/7");
  }

  @Test
  void what_comes_from_the_request_is_escaped_and_cut() {
    ContainerRequestContext request =
        Fakes.request(
            "GET", "https://api.example.com/a%0Ab", "Origin: a\r\nWARNING forged\u001b[31m");
    log.withheld(request, Denial.of(Reason.MALFORMED_ORIGIN), GOVERNED);
    ContainerRequestContext longOne = Fakes.request("GET", URI, "Origin: " + "x".repeat(100_000));
    log.withheld(longOne, Denial.of(Reason.MALFORMED_ORIGIN), GOVERNED);
    assertThat(lines.get(0))
        .contains("/a%0Ab (/orders/{id}) from origin \"a\\u000d\\u000aWARNING forged\\u001b[31m\"")
        .doesNotContain("\n", "\r", "\u001b");
    assertThat(lines.get(1)).hasSizeLessThan(400);
  }

  @Test
  void the_query_which_may_hold_secrets_is_never_logged() {
    log.withheld(Fakes.request("GET", URI, ORIGIN), Denial.of(Reason.ORIGIN_NOT_ALLOWED), GOVERNED);
    assertThat(lines).hasSize(1).noneMatch(line -> line.contains("secret"));
  }

  @Test
  void a_flood_of_refusals_is_no_flood_of_lines() {
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    for (int i = 0; i < 1_000; i++) {
      log.withheld(from("https://evil-" + i + ".example"), denial, GOVERNED);
    }
    assertThat(lines).hasSize(20);
    clock.addAndGet(RateLimit.STRETCH_NANOS);
    log.withheld(from("https://evil.example"), denial, GOVERNED);
    assertThat(lines).hasSize(21);
    assertThat(lines.get(20)).endsWith(" (980 lines like this were left out before)");
  }

  static ContainerRequestContext from(String origin) {
    return Fakes.request("GET", URI, "Origin: " + origin);
  }

  @Test
  void the_same_refusal_is_counted_and_not_repeated() {
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    for (int i = 0; i < 42; i++) {
      log.withheld(from("https://evil.example"), denial, GOVERNED);
    }
    assertThat(lines).hasSize(1);
    clock.addAndGet(RefusalCount.QUIET_NANOS);
    log.withheld(from("https://evil.example"), denial, GOVERNED);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith(" (and 41 times since the last such line)");
  }

  @Test
  void what_is_repeated_too_often_is_said_however_soon() {
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    for (int i = 0; i < RefusalCount.MOST_QUIET + 2; i++) {
      log.withheld(from("https://evil.example"), denial, GOVERNED);
    }
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith(" (and 100000 times since the last such line)");
  }

  @Test
  void another_origin_reason_name_or_policy_is_another_refusal() {
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    AppliedPolicy carts = governed(Policy.builder().origins(APP), Provenance.at("Carts"));
    for (int i = 0; i < 2; i++) {
      log.withheld(from("https://evil.example"), denial, GOVERNED);
      log.withheld(from("https://other.example"), denial, GOVERNED);
      log.withheld(from("https://evil.example"), Denial.of(Reason.METHOD_NOT_ALLOWED), GOVERNED);
      log.withheld(from(APP), new Denial(Reason.HEADER_NOT_ALLOWED, "x-a"), GOVERNED);
      log.withheld(from(APP), new Denial(Reason.HEADER_NOT_ALLOWED, "x-b"), GOVERNED);
      log.withheld(from("https://evil.example"), denial, carts);
    }
    assertThat(lines).hasSize(6);
  }

  @Test
  void a_line_has_the_address_and_the_user_agent_escaped_and_cut() {
    ContainerRequestContext request =
        Fakes.request("GET", URI, ORIGIN, "User-Agent: curl/8 \u001b[31m" + "x".repeat(1_000));
    new RefusalLog<>(
            new Stub(lines),
            new RefusalLog.Spent(clock::get),
            Setup.EMPTY,
            new Source("192.0.2.7\n"))
        .withheld(request, Denial.of(Reason.ORIGIN_NOT_ALLOWED), GOVERNED);
    assertThat(lines)
        .singleElement()
        .asString()
        .contains(
            "from origin \"https://evil.example\" (address 192.0.2.7\\u000a, user agent \"curl/8"
                + " \\u001b[31mxxx")
        .contains("x\"...): its origin is not allowed")
        .hasSizeLessThan(600);
  }

  @Tag("large")
  @Test
  void a_million_refusals_of_random_origins_cost_no_memory_and_few_lines() {
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    SplittableRandom random = new SplittableRandom(7);
    Runnable flood =
        () -> {
          String origin = "Origin: https://" + Long.toHexString(random.nextLong()) + ".example";
          clock.addAndGet(10_000);
          log.withheld(Fakes.request("GET", URI, origin), denial, GOVERNED);
        };
    for (int i = 0; i < 50_000; i++) {
      flood.run();
    }
    long before = heap();
    long start = System.nanoTime();
    for (int i = 0; i < 1_000_000; i++) {
      flood.run();
    }
    long nanos = System.nanoTime() - start;
    long after = heap();
    System.out.printf(
        "A million refusals: heap %d -> %d KiB, %d lines in 10 s, %d ns each, the fake request"
            + " included%n",
        before >> 10, after >> 10, lines.size(), nanos / 1_000_000);
    assertThat(after - before).isLessThan(4 << 20);
    assertThat(lines).hasSizeLessThanOrEqualTo(60);
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void fields_of_another_layer_are_one_line_for_a_place() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    log.foreignHeaders(request, "Orders");
    log.foreignHeaders(request, "Orders");
    log.foreignHeaders(request, "Carts");
    assertThat(lines)
        .containsExactly(
            "WARNING CORS: the application, or another filter, sets Access-Control-* on responses"
                + " of GET /orders/7 (policy: Orders), where the headers of the policy replace"
                + " them. Remove the other one.",
            "WARNING CORS: the application, or another filter, sets Access-Control-* on responses"
                + " of GET /orders/7 (policy: Carts), where the headers of the policy replace them."
                + " Remove the other one.");
  }

  @Test
  void fields_on_the_servlet_response_are_one_line_for_a_place() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    log.fieldsUnderneath(request, "Orders");
    log.fieldsUnderneath(request, "Orders");
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("WARNING CORS: a servlet filter, or a resource that writes to")
        .contains("the servlet response to GET /orders/7 (policy: Orders)");
    log.fieldsUnderneath(request, "Carts");
    assertThat(lines).hasSize(2);
  }

  @Test
  void all_headers_that_a_preflight_asks_for_in_vain_are_told_at_once() {
    ContainerRequestContext request = askingForGet("Access-Control-Request-Headers: x-a,x-b");
    Exchange exchange = preflight(request);
    exchange.match(GOVERNED);
    exchange.judge(Verdict.Denied.preflight(new Denial(Reason.HEADER_NOT_ALLOWED, "x-a")));
    log.preflight(request, response(403), exchange);
    assertThat(lines)
        .singleElement()
        .asString()
        .contains(
            "not allowed: \"x-a\", \"x-b\"",
            "allowedHeaders = {CorsPolicy.DERIVED, \"x-a\", \"x-b\"}");
  }

  private RefusalLog<ContainerRequestContext> failing(Error thrown) {
    System.Logger logger =
        Fakes.fake(
            System.Logger.class,
            Map.of(
                "log",
                arguments -> {
                  throw thrown;
                }));
    return new RefusalLog<>(logger, new RefusalLog.Spent(clock::get), Setup.EMPTY, new Source());
  }

  @Test
  void a_logger_that_fails_takes_no_verdict_back_unless_the_machine_ends() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    assertThatCode(() -> failing(new AssertionError("full")).foreignHeaders(request, "Orders"))
        .doesNotThrowAnyException();
    Error end = new OutOfMemoryError("x");
    assertThatThrownBy(() -> failing(end).foreignHeaders(request, "Orders")).isSameAs(end);
  }

  /** The clock of a machine begins anywhere. */
  @ParameterizedTest
  @ValueSource(longs = {RefusalCount.QUIET_NANOS, Long.MAX_VALUE, -1})
  void the_same_refusal_is_counted_whatever_the_clock_shows(long now) {
    clock.set(now);
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    log.withheld(from(APP), denial, GOVERNED);
    clock.addAndGet(RefusalCount.QUIET_NANOS - 1);
    log.withheld(from(APP), denial, GOVERNED);
    assertThat(lines).hasSize(1);
    clock.incrementAndGet();
    log.withheld(from(APP), denial, GOVERNED);
    assertThat(lines).hasSize(2);
  }

  private RefusalLog<ContainerRequestContext> log(System.Logger.Level least, Source source) {
    return new RefusalLog<>(
        new Stub(lines, least), new RefusalLog.Spent(clock::get), Setup.EMPTY, source);
  }

  @Test
  void what_nobody_looks_at_is_not_put_into_words() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    Denial denial = Denial.of(Reason.ORIGIN_NOT_ALLOWED);
    RefusalLog<ContainerRequestContext> usual = log(System.Logger.Level.INFO, new Source());
    usual.shared(request, GOVERNED);
    usual.rejectedNavigation(request, denial, GOVERNED);
    usual.unreadable(request, response(404));
    log(System.Logger.Level.ERROR, new Source()).withheld(request, denial, GOVERNED);
    assertThat(lines).isEmpty();
  }

  @Test
  void a_rejected_form_is_a_line_for_those_who_look_closely() {
    log.rejectedNavigation(
        Fakes.request("GET", URI, ORIGIN), Denial.of(Reason.ORIGIN_NOT_ALLOWED), GOVERNED);
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("DEBUG CORS: Rejected form or embedded content: GET /orders/7")
        .contains(": its origin is not allowed; policy: Orders");
  }

  @Test
  void a_flood_of_unreadable_responses_is_no_flood_of_lines() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    for (int i = 0; i < 100; i++) {
      log.unreadable(request, response(404));
    }
    assertThat(lines)
        .hasSize(20)
        .allMatch(line -> line.contains("no resource answered 404"))
        .allMatch(line -> line.endsWith("write @CorsPolicy on the Application class"));
    clock.addAndGet(RateLimit.STRETCH_NANOS);
    log.unreadable(request, response(404));
    assertThat(lines.get(20)).endsWith(" (80 lines like this were left out before)");
  }

  @Test
  void warnings_come_to_an_end_in_an_application_of_very_many_places() {
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    for (int i = 0; i < 1_000; i++) {
      log.foreignHeaders(request, "Orders" + i);
    }
    assertThat(lines).hasSize(1_000);
    log.foreignHeaders(request, "Carts");
    log.fieldsUnderneath(request, "Carts");
    log.sharedResponse(request, "Carts");
    assertThat(lines).hasSize(1_000);
  }

  @Test
  void what_is_known_of_the_sender_is_told_and_no_more() {
    Denial denial = Denial.of(Reason.NO_VALID_POLICY);
    ContainerRequestContext plain = Fakes.request("GET", URI, ORIGIN);
    ContainerRequestContext agent = Fakes.request("GET", URI, "Origin: " + APP, "User-Agent: curl");
    log(System.Logger.Level.ALL, new Source("192.0.2.7")).withheld(plain, denial, GOVERNED);
    log.withheld(agent, denial, GOVERNED);
    assertThat(lines.get(0)).contains("from origin \"https://evil.example\" (address 192.0.2.7): ");
    assertThat(lines.get(1)).contains("from origin \"" + APP + "\" (user agent \"curl\"): ");
  }

  @Test
  void several_origins_are_all_told() {
    log.withheld(
        Fakes.request("GET", URI, ORIGIN, "Origin: " + APP),
        Denial.of(Reason.MALFORMED_ORIGIN),
        GOVERNED);
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("from origin \"https://evil.example | https://app.example.com\": ");
  }

  @Test
  void a_preflight_that_asks_for_several_methods_is_told_by_its_own() {
    ContainerRequestContext request = askingForGet("Access-Control-Request-Method: PUT");
    preflight(request);
    assertThat(log.announced(request)).isEqualTo("OPTIONS");
    ContainerRequestContext actual =
        Fakes.request("GET", URI, ORIGIN, "Access-Control-Request-Method: PUT");
    assertThat(log.announced(actual)).isEqualTo("GET");
  }

  @Test
  void a_template_that_says_no_more_than_the_path_is_left_out() {
    log.withheld(
        Fakes.request("GET", "https://api.example.com/shop/orders/7", ORIGIN),
        Denial.of(Reason.NO_VALID_POLICY),
        new AppliedPolicy.Governed(
            new CompiledPolicy(Policy.builder().origins(APP).build(), Set.of(), Set.of()),
            Provenance.at("Orders"),
            "/orders/7",
            null,
            false));
    assertThat(lines).singleElement().asString().contains("GET /shop/orders/7 from origin");
  }

  @Test
  void what_is_below_a_root_resource_may_have_been_answered_by_a_locator() {
    assertThat(unansweredBelow(404))
        .contains("the path leads nowhere below its root resource, or a sub-resource locator");
    assertThat(unansweredBelow(405))
        .endsWith("the sub-resource has no such method, or a sub-resource locator answered 405");
  }

  private String unansweredBelow(int status) {
    ContainerRequestContext request =
        Fakes.request(
            "OPTIONS",
            Fakes.uri(URI, "a root resource"),
            ORIGIN,
            "Access-Control-Request-Method: DELETE");
    Exchange exchange = preflight(request);
    exchange.delegate();
    log.preflight(request, response(status), exchange);
    return lines.remove(0);
  }

  @Test
  void only_the_match_itself_finds_no_resource() {
    Exchange exchange = preflight(delete());
    assertThat(RefusalLog.reason(exchange, 404)).isEqualTo(Reason.ANSWERED_BEFORE_MATCH);
    exchange.delegate();
    assertThat(RefusalLog.reason(exchange, 404)).isEqualTo(Reason.NO_SUCH_RESOURCE);
    assertThat(RefusalLog.reason(exchange, 405)).isEqualTo(Reason.NO_SUCH_RESOURCE);
    assertThat(RefusalLog.reason(exchange, 401)).isEqualTo(Reason.ANSWERED_BEFORE_MATCH);
  }

  @Test
  void a_policy_in_code_is_told_as_such_and_an_unknown_place_not_at_all() {
    Denial denial = Denial.of(Reason.NO_VALID_POLICY);
    Provenance code = new Provenance(new Place.Code("policy shop", List.of()), Map.of());
    log.withheld(from(APP), denial, governed(Policy.builder().origins(APP), code));
    log.withheld(from(APP), denial, AppliedPolicy.Ungoverned.UNMATCHED);
    assertThat(lines.get(0)).contains("; policy: shop in code");
    assertThat(lines.get(1)).endsWith("the policy of the resource is not valid");
  }

  static AppliedPolicy governed(Policy.Builder policy, Provenance provenance) {
    return new AppliedPolicy.Governed(
        new CompiledPolicy(policy.build(), Set.of(), Set.of()),
        provenance,
        "/orders/{id}",
        null,
        false);
  }

  private static ContainerRequestContext askingForGet(String further) {
    return Fakes.request("OPTIONS", URI, ORIGIN, "Access-Control-Request-Method: GET", further);
  }

  private static Exchange preflight(ContainerRequestContext request) {
    return Exchange.start(
        request, Served.host(), Incoming.options(List.of("https://evil.example"), List.of("PUT")));
  }

  private static ContainerResponseContext response(int status) {
    return Fakes.response(status, new MultivaluedHashMap<>());
  }

  /** Every target has one template. */
  record Source(String known) implements RestSource {
    Source() {
      this("");
    }

    @Override
    public Target target(ContainerRequestContext request, String path) {
      return new FakeTarget("api.example.com", path, request.getMethod());
    }

    @Override
    public String address(ContainerRequestContext request) {
      return known;
    }
  }

  /** Keeps what is logged, whether anybody wanted to know or not. */
  record Stub(List<String> lines, Level least) implements System.Logger {
    Stub(List<String> lines) {
      this(lines, Level.ALL);
    }

    @Override
    public String getName() {
      return "stub";
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.getSeverity() >= least.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      lines.add(level + " " + message);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
      lines.add(level + " " + format);
    }
  }
}
