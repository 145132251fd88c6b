package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What belongs to the application stays the application's: responses that it gives several times,
 * and what it does about exceptions.
 */
public abstract class LayersContract {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";

  private static final int THREADS = 8;
  private static final int REQUESTS = 400;

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  private static List<String> shared(String origin, String... varying) {
    List<String> lines = new ArrayList<>();
    lines.add("Access-Control-Allow-Credentials: true");
    lines.add("Access-Control-Allow-Origin: " + origin);
    lines.add("Vary: " + String.join(", ", varying) + (varying.length == 0 ? "" : ", ") + "Origin");
    return lines;
  }

  private Reply get(String path, String origin) {
    return subject().send(Requests.from(origin, "GET", path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/gone"})
  void a_shared_response_has_the_fields_of_each_request_alone(String path) {
    for (String origin : List.of(A, B, A)) {
      assertThat(CorsLines.of(get("shared" + path, origin))).isEqualTo(shared(origin));
      assertThat(CorsLines.of(get("shared" + path, Requests.STRANGER)))
          .containsExactly(CorsLines.VARY_ORIGIN);
      assertThat(CorsLines.of(subject().send(Request.of("GET", "shared" + path))))
          .containsExactly(CorsLines.VARY_ORIGIN);
      assertThat(CorsLines.of(get("open" + path, origin))).isEmpty();
    }
  }

  @Test
  void a_shared_response_keeps_what_the_application_has_put_there() {
    for (String origin : List.of(A, B)) {
      Reply varying = get("shared/varying", origin);
      assertThat(String.join(", ", varying.all("Vary"))).isEqualTo("Accept, Origin");
      assertThat(get("open/varying", origin).all("Vary")).contains("Accept");

      assertThat(get("shared", origin).all("X-Kept")).containsExactly("kept");
      assertThat(get("open", origin).all("X-Kept")).containsExactly("kept");

      // Twice: what is replaced for one request is there again for the next.
      for (int time = 0; time < 2; time++) {
        assertThat(CorsLines.of(get("shared/by-hand", origin))).isEqualTo(shared(origin));
      }
      assertThat(get("open/by-hand", origin).all("Access-Control-Allow-Origin"))
          .containsExactly("https://hand.example");
    }
  }

  @Test
  void a_shared_response_is_right_while_many_are_sent() throws Exception {
    get("shared", A);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> wrong = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        String origin = thread % 2 == 0 ? A : B;
        wrong.add(threads.submit(() -> wrongOf(origin)));
      }
      assertThat(wrong).allSatisfy(found -> assertThat(found.get()).isEmpty());
    } finally {
      threads.shutdownNow();
    }
    a_shared_response_has_the_fields_of_each_request_alone("");
  }

  private List<String> wrongOf(String origin) {
    List<String> wrong = new ArrayList<>();
    for (int request = 0; request < REQUESTS; request++) {
      Reply reply = get("shared", origin);
      if (reply.status() != 200 || !CorsLines.of(reply).equals(shared(origin))) {
        wrong.add(reply.status() + " " + CorsLines.of(reply));
      }
    }
    return wrong;
  }

  @ParameterizedTest
  @CsvSource({"failing, 500", "failing/teapot, 418", "failing/wrapped, 418"})
  void an_exception_is_answered_as_what_it_wraps(String path, int status) {
    verifyShared(path, status);
  }

  @ParameterizedTest
  @CsvSource({
    "failing/stage-missing, 404",
    "failing/stage-refused, 422",
    "failing/stage-broken, 500"
  })
  void so_is_one_that_comes_later(String path, int status) {
    if (subject().has(Gap.ASYNCHRONOUS)) {
      // It may have come before the container would have had to wait for it.
      assertThat(subject().send(Requests.get(path)).status()).isIn(status, 500);
      return;
    }
    verifyShared(path, status);
  }

  private void verifyShared(String path, int status) {
    Reply reply = subject().send(Requests.get(path));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(Requests.APP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "located/0 | GET | 404 | or a sub-resource locator answered 404",
        "located/1/more | GET | 404 | 404",
        "located/1 | DELETE | 405 | 405",
        "nowhere | GET | 404 | the application has no such path"
      })
  void an_error_of_a_locator_is_told_as_one_that_may_be(
      String path, String method, int status, String said) {
    try (CapturedLog lines = CapturedLog.open()) {
      // Of an origin of its own: the same refusal of another test may have its line already.
      Reply reply = subject().send(Requests.preflight(path, "https://errors.example", method));

      assertThat(reply.status()).isEqualTo(status);
      assertThat(lines.warnings()).singleElement().asString().contains(said);
    }
  }

  @Test
  void what_an_interceptor_sets_is_replaced() {
    assertThat(CorsLines.of(get("intercepted", Requests.APP)))
        .isEqualTo(CorsLines.sharing(Requests.APP));
    assertThat(CorsLines.of(get("intercepted", Requests.STRANGER)))
        .containsExactly(CorsLines.VARY_ORIGIN);
    assertThat(CorsLines.of(get("intercepted/varying", Requests.APP)))
        .containsExactly("Access-Control-Allow-Origin: " + Requests.APP, "Vary: Accept, Origin");
    assertThat(CorsLines.of(subject().send(Requests.preflight("intercepted", A, "GET"))))
        .isEqualTo(CorsLines.refusing());
  }
}
