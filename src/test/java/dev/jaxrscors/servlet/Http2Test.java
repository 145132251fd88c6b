package dev.jaxrscors.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2, where names are lower case, and one connection carries the requests of many pages. */
class Http2Test {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @jakarta.ws.rs.Path("orders")
  @CorsPolicy(origins = APP, credentials = Credentials.ALLOW)
  public static class Orders {
    @GET
    public String get() {
      return "orders";
    }

    @PUT
    public String put(@HeaderParam("X-Api-Key") String key) {
      return "put";
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).connectTimeout(PATIENCE).build();

  @AutoClose private Catalina server;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    server =
        new Catalina(Catalina.documents(folder))
            .speakingHttp2()
            .rest("/api/*", 1, Orders.class)
            .start();
    // The first one asks to change the protocol: what follows is on a connection of HTTP/2.
    assertThat(send("GET", APP).statusCode()).isEqualTo(200);
  }

  private HttpRequest request(String method, String origin, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.origin() + "/shop/api/orders"))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.noBody())
            .header("Origin", origin);
    return more.length == 0 ? request.build() : request.headers(more).build();
  }

  private HttpResponse<String> send(String method, String origin, String... more)
      throws IOException, InterruptedException {
    return client.send(request(method, origin, more), BodyHandlers.ofString());
  }

  /** The fields of CORS, each value as often as it was sent. */
  private static Map<String, List<String>> cors(HttpResponse<String> response) {
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return response.headers().map().entrySet().stream()
        .filter(
            field -> field.getKey().startsWith("access-control-") || field.getKey().equals("vary"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void a_preflight_is_granted_or_refused_as_ever() throws Exception {
    String[] asking = {
      "Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "x-api-key"
    };
    HttpResponse<String> granted = send("OPTIONS", APP, asking);
    assertThat(granted.statusCode()).isEqualTo(204);
    assertThat(cors(granted))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", List.of(APP),
                "access-control-allow-credentials", List.of("true"),
                "access-control-allow-methods", List.of("GET, HEAD, PUT"),
                "access-control-allow-headers", List.of("Content-Type, X-Api-Key"),
                "access-control-max-age", List.of("600"),
                "vary",
                    List.of(
                        "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")));

    HttpResponse<String> refused = send("OPTIONS", EVIL, asking);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(cors(refused)).containsOnlyKeys("vary");
  }

  @Test
  void an_actual_response_is_shared_or_withheld_as_ever() throws Exception {
    HttpResponse<String> shared = send("PUT", APP, "X-Api-Key", "1");
    assertThat(shared.body()).isEqualTo("put");
    assertThat(cors(shared))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", List.of(APP),
                "access-control-allow-credentials", List.of("true"),
                "vary", List.of("Origin")));
    assertThat(cors(send("GET", EVIL))).isEqualTo(Map.of("vary", List.of("Origin")));
  }

  @Test
  void requests_of_one_connection_are_not_mixed_up() {
    for (int round = 0; round < 10; round++) {
      // As many as the server lets be on their way at once is a hundred.
      List<CompletableFuture<HttpResponse<String>>> sent =
          IntStream.range(0, 50)
              .mapToObj(number -> request("GET", number % 2 == 0 ? APP : EVIL))
              .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
              .toList();
      for (int number = 0; number < sent.size(); number++) {
        Map<String, List<String>> fields = cors(sent.get(number).join());
        assertThat(fields.getOrDefault("access-control-allow-origin", List.of()))
            .isEqualTo(number % 2 == 0 ? List.of(APP) : List.of());
      }
    }
  }
}
