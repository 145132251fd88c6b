package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.OperatedPolicies.A;
import static dev.jaxrscors.contract.OperatedPolicies.B;

import dev.jaxrscors.wire.Field;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Clients that send one request after the other, each on connections that are kept, and compare the
 * whole of each answer to what one policy or the other would have it be.
 */
final class SoakLoad implements AutoCloseable {

  private static final int CLIENTS = 4;
  private static final int WRONG_ONES_KEPT = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A request, and every answer to it that is right. */
  private record Exchange(HttpRequest request, Set<String> right) {}

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final List<Exchange> exchanges;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicInteger wrongCount = new AtomicInteger();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, LongAdder> granted = new ConcurrentHashMap<>();
  private final List<Thread> clients;
  private volatile boolean isOver;

  private SoakLoad(List<Exchange> exchanges) {
    this.exchanges = exchanges;
    this.clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(number -> new Thread(() -> run(number), "soak " + number))
            .toList();
  }

  static SoakLoad on(URI base, OperatedPolicies policies) {
    SoakLoad load = new SoakLoad(exchanges(base, policies));
    load.clients.forEach(Thread::start);
    return load;
  }

  private static List<Exchange> exchanges(URI base, OperatedPolicies policies) {
    String own = base.getScheme() + "://" + base.getAuthority();
    String withheld = answer(200, List.of(CorsLines.VARY_ORIGIN));
    String refused = answer(403, CorsLines.refusing());
    List<Exchange> all = new ArrayList<>();
    for (String origin : List.of(A, B)) {
      List<String> sharing =
          CorsLines.sharing(origin, "Access-Control-Expose-Headers: " + policies.exposed(origin));
      List<String> granting = CorsLines.granting(origin, "GET, HEAD, PUT", "Content-Type");
      Set<String> read = Set.of(answer(200, sharing), withheld);
      Set<String> asked = Set.of(answer(204, granting), refused);
      all.add(exchange(base, Requests.from(origin, "GET", "stock"), read));
      all.add(exchange(base, Requests.from(origin, "HEAD", "stock"), read));
      all.add(exchange(base, Requests.preflight("stock", origin, "PUT"), asked));
      all.add(exchange(base, Requests.preflight("stock", origin, "GET", "content-type"), asked));
      // Where the origin is allowed, the browser refuses by itself, and its console says why.
      all.add(exchange(base, Requests.preflight("stock", origin, "PUT", "x-never"), asked));
      all.add(exchange(base, Requests.from(origin, "GET", "feature"), Set.of(answer(200))));
    }
    for (String origin : List.of(Requests.STRANGER, A + ".evil.example", "null", own, "https://")) {
      all.add(exchange(base, Requests.from(origin, "GET", "stock"), Set.of(withheld)));
    }
    for (String origin : List.of(Requests.STRANGER, A + ".evil.example", "null", "https://")) {
      all.add(exchange(base, Requests.preflight("stock", origin, "PUT"), Set.of(refused)));
    }
    Request repeated = Requests.from(A, "GET", "stock").with("Origin", Requests.STRANGER);
    all.add(exchange(base, repeated, Set.of(withheld)));
    all.add(exchange(base, Request.of("GET", "stock"), Set.of(withheld)));
    all.add(exchange(base, Request.of("GET", "feature"), Set.of(answer(200))));
    return List.copyOf(all);
  }

  private static Exchange exchange(URI base, Request request, Set<String> right) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(base.resolve(request.path()))
            .timeout(PATIENCE)
            .method(request.method(), BodyPublishers.noBody());
    request.fields().forEach(line -> builder.header(line.name(), line.value()));
    return new Exchange(builder.build(), right);
  }

  private static String answer(int status, String... lines) {
    return answer(status, List.of(lines));
  }

  private static String answer(int status, List<String> lines) {
    return status + " " + lines;
  }

  /** Each client begins elsewhere, so that all kinds are on their way at any time. */
  private void run(int number) {
    int next = number * exchanges.size() / CLIENTS;
    while (!isOver) {
      Exchange exchange = exchanges.get(next++ % exchanges.size());
      String answer = send(exchange.request());
      sent.incrementAndGet();
      if (!exchange.right().contains(answer)) {
        tell(exchange.request() + " " + exchange.request().headers().map() + " is " + answer);
      }
    }
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      List<Field> fields = new ArrayList<>();
      response
          .headers()
          .map()
          .forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
      Reply reply = new Reply(response.statusCode(), fields, "");
      reply.all("Access-Control-Allow-Origin").forEach(this::countGrant);
      return answer(reply.status(), CorsLines.of(reply));
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }

  private void countGrant(String origin) {
    granted.computeIfAbsent(origin, o -> new LongAdder()).increment();
  }

  private void tell(String mistake) {
    if (wrongCount.incrementAndGet() <= WRONG_ONES_KEPT) {
      wrong.add(mistake);
    }
  }

  /** Ends the load, when what is on its way has come back. */
  void stop() {
    isOver = true;
    try {
      for (Thread thread : clients) {
        thread.join(PATIENCE.multipliedBy(2).toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how many requests were answered. */
  long sent() {
    return sent.get();
  }

  /** Returns how many answers were wrong. */
  int wrongCount() {
    return wrongCount.get();
  }

  /** Returns the first answers that were wrong, each with its request. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Returns how many answers have let an origin read. */
  long granted(String origin) {
    LongAdder count = granted.get(origin);
    return count == null ? 0 : count.sum();
  }

  @Override
  public void close() {
    stop();
  }
}
