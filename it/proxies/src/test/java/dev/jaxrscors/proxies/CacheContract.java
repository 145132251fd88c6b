package dev.jaxrscors.proxies;

import static dev.jaxrscors.proxies.Cached.A;
import static dev.jaxrscors.proxies.Cached.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cache that tells answers apart by {@code Vary} serves everybody what the server itself would
 * have answered, whoever has asked before: an attacker cannot poison it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.1">RFC 9111, Calculating Cache
 *     Keys with the Vary Header Field</a>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CacheContract {

  static final String HOSTILE = "https://evil.example";
  private static final String ASKED_METHOD = "Access-Control-Request-Method";

  private final Proxy proxy;
  private final CachedServer server = CachedServer.start();
  private final SocketClient direct = SocketClient.of(server.address());
  private int urls;

  CacheContract(Proxy proxy) {
    this.proxy = proxy;
  }

  private RunningProxy cache;
  private RunningProxy careless;

  @BeforeAll
  void start() {
    cache = RunningProxy.start(proxy, server.address());
    careless = RunningProxy.heedingNoVary(proxy, server.address());
  }

  @AfterAll
  void stop() {
    Stream.of(cache, careless).filter(running -> running != null).forEach(RunningProxy::close);
    server.close();
  }

  SocketClient cache() {
    return SocketClient.of(cache.address());
  }

  SocketClient careless() {
    return SocketClient.of(careless.address());
  }

  /** What pages of all kinds, and attackers without a browser, send to read an answer. */
  private static List<Request> readings(String path) {
    Request get = Request.get(path);
    return List.of(
        get,
        get.from(A),
        get.from(B),
        get.from("null"),
        get.from(HOSTILE),
        get.from(A + ".evil.example"),
        get.from(A + ", " + B),
        get.from("https://"),
        get.from(A).with("X-Tenant", "b"),
        get.from(B).with("X-Tenant", "b"),
        get.from(A).with("If-None-Match", "\"one\""),
        get.from(HOSTILE).with("Sec-Fetch-Site", "same-site"),
        get.from(HOSTILE).with(ASKED_METHOD, "GET"),
        get.from(HOSTILE).with("X-Forwarded-Host", "evil.example"),
        Request.of("HEAD", path).from(A),
        Request.of("HEAD", path).from(HOSTILE));
  }

  /** The same of OPTIONS, whether or not it is a preflight. */
  static List<Request> questions(String path) {
    return List.of(
        Request.preflight(path, A, "GET"),
        Request.preflight(path, B, "PUT"),
        Request.preflight(path, A, "PUT").asking("content-type,x-asked"),
        Request.preflight(path, A, "PUT").asking("x-never"),
        Request.preflight(path, "null", "GET"),
        Request.preflight(path, HOSTILE, "GET"),
        Request.preflight(path, A, "DELETE"),
        Request.preflight(path, HOSTILE, "DELETE"),
        Request.preflight(path, A, "OPTIONS"),
        Request.preflight(path, A, "nonsense, "),
        Request.preflight(path, B, "GET").with("X-Tenant", "b"),
        Request.options(path).with(ASKED_METHOD, "GET"),
        Request.options(path).from(A),
        Request.options(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listed",
        "anyone",
        "opaque",
        "rejecting",
        "tenants",
        "ungoverned",
        "listed/status/401",
        "listed/status/404",
        "listed/status/500",
        "anyone/status/404",
        "rejecting/status/500",
        "listed/nowhere",
        "nowhere"
      })
  void whoever_reads_first_changes_nothing_for_whoever_reads_next(String path) {
    assertThat(wrong(cache(), readings(path))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"listed", "anyone", "opaque", "rejecting", "tenants", "listed/nowhere"})
  void whoever_asks_first_changes_nothing_for_whoever_asks_next(String path) {
    assertThat(wrong(cache(), questions(path))).isEmpty();
  }

  @Test
  void answers_are_kept_and_each_origin_has_its_own() {
    String url = fresh("listed");
    for (String origin : List.of(HOSTILE, A, B, "null")) {
      Reply first = cache().send(Request.get(url, origin));
      Reply again = cache().send(Request.get(url, origin));
      assertThat(again.all(Cached.SERVED)).isEqualTo(first.all(Cached.SERVED)).hasSize(1);
      assertThat(again.all("Access-Control-Allow-Origin"))
          .isEqualTo(List.of(A, B).contains(origin) ? List.of(origin) : List.of());
    }
  }

  @Test
  void one_answer_is_kept_for_everybody_where_everybody_may_read() {
    String url = fresh("anyone");
    Reply first = cache().send(Request.get(url, HOSTILE));
    for (Request next : List.of(Request.get(url), Request.get(url, A))) {
      Reply kept = cache().send(next);
      assertThat(kept.all(Cached.SERVED)).isEqualTo(first.all(Cached.SERVED));
      assertThat(kept.all("Access-Control-Allow-Origin")).containsExactly("*");
    }
  }

  @Test
  void the_same_attacks_succeed_where_vary_is_not_heeded() {
    assertThat(wrong(careless(), readings("listed")))
        .anyMatch(wrong -> wrong.contains("Origin: " + HOSTILE + "], body=] is 200 [Access-"));
  }

  /**
   * Browsers send no {@code Origin} with what their users read on the server's own pages. Who does
   * can choose whether a rejection is kept, of an origin that has no grant to lose.
   */
  @Test
  void what_fetch_metadata_says_is_not_told_apart_and_grants_nothing() {
    Request stranger = Request.get(fresh("rejecting"), HOSTILE);
    assertThat(told(cache().send(stranger.with("Sec-Fetch-Site", "same-origin"))))
        .isEqualTo("200 [Vary: Origin]");
    assertThat(told(cache().send(stranger))).isEqualTo("200 [Vary: Origin]");

    Request rejected = Request.get(fresh("rejecting"), HOSTILE);
    assertThat(told(cache().send(rejected))).isEqualTo("403 [Vary: Origin]");
    assertThat(told(cache().send(rejected.with("Sec-Fetch-Site", "same-origin"))))
        .isEqualTo("403 [Vary: Origin]");
  }

  /** Sends each request after each other one, and tells what is not as without the cache. */
  List<String> wrong(SocketClient through, List<Request> requests) {
    List<Request> reversed = new ArrayList<>(requests);
    Collections.reverse(reversed);
    List<Request> shuffled = new ArrayList<>(requests);
    Collections.shuffle(shuffled, new Random(requests.size()));
    Map<Request, String> expected = new HashMap<>();
    requests.forEach(request -> expected.put(request, told(direct.send(request))));
    return Stream.of(requests, reversed, shuffled)
        .flatMap(order -> wrong(through, order, expected).stream())
        .toList();
  }

  /** Sends requests one after the other, and once more, when all their answers may be kept. */
  private List<String> wrong(
      SocketClient through, List<Request> order, Map<Request, String> expected) {
    String url = fresh(order.get(0).path());
    List<String> wrong = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (Request request : order) {
        String told = told(through.send(at(url, request)));
        if (!told.equals(expected.get(request))) {
          wrong.add("%s is %s instead of %s".formatted(request, told, expected.get(request)));
        }
      }
    }
    return wrong;
  }

  /** What a browser would heed of an answer. */
  static String told(Reply reply) {
    return reply.status() + " " + reply.cors();
  }

  String fresh(String path) {
    return path + "?url=" + urls++;
  }

  private static Request at(String url, Request request) {
    return new Request(request.method(), url, request.fields(), request.body());
  }
}
