package dev.jaxrscors.products.repository;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The product with the variables that its admins wrote for another filter of CORS: it starts, what
 * is right works, what is wrong allows nobody, and the log says what to write.
 */
class YesterdayIT {

  private static final String APP = "https://app.example.org";

  @TempDir private static Path files;
  @AutoClose private static RunningRepository repository;

  @BeforeAll
  static void start() {
    repository =
        RunningRepository.start(
            Map.of(
                "PRODUCT_CORS_ORIGINS",
                "'https://a.example/', b.example, \"https://app.example.org\"",
                "PRODUCT_CORS_METHODS",
                "GET, POST, OPTIONS, PUT, DELETE",
                "PRODUCT_CORS_ALLOWED_HEADERS",
                "origin, accept, content-type, x-product-key, access-control-request-method",
                "PRODUCT_CORS_EXPOSED_HEADERS",
                "none",
                "PRODUCT_FILES",
                files.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/datasets", "api/v1/datasets", "guide/citing.txt", "nowhere"})
  void what_is_right_works(String path) {
    assertThat(repository.send(get(path, APP)).cors())
        .containsExactly("Access-Control-Allow-Origin: " + APP, "Vary: Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/files/a.txt", "sword/collection"})
  void what_pages_ask_for_is_granted(String path) {
    String method = path.startsWith("api") ? "PUT" : "POST";
    Reply reply =
        repository.send(preflight(path, APP, method).asking("content-type,x-product-key"));
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(APP);
    assertThat(reply.elements("Access-Control-Allow-Methods")).contains(method);
    assertThat(reply.elements("Access-Control-Allow-Headers"))
        .containsExactlyInAnyOrder("accept", "content-type", "x-product-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example", "https://b.example", "http://b.example"})
  void what_is_wrong_allows_nobody(String origin) {
    for (String path : List.of("api/datasets", "guide/citing.txt", "nowhere")) {
      assertThat(repository.send(get(path, origin)).cors()).containsExactly("Vary: Origin");
    }
    assertThat(repository.send(preflight("api/datasets", origin, "GET")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RepositoryApplication", "OutsideApiCors"})
  void the_log_says_what_to_write_instead(String place) {
    String origins = place + " (@RepositoryCors) (product.cors.origins in MicroProfile Config";
    assertThat(repository.lines("CORS configuration is wrong"))
        .filteredOn(line -> line.contains(origins))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).endsWith("use \"https://a.example\"."),
            line -> assertThat(line).endsWith("use \"https://b.example\"."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RepositoryApplication", "OutsideApiCors"})
  void the_log_hints_at_what_was_left_out(String place) {
    assertThat(repository.lines("CORS hint: " + place))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("origins: its quotes are left out"),
            line -> assertThat(line).contains("\"origin\", \"access-control-request-method\""));
  }
}
