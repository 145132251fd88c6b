package dev.jaxrscors.products.repository;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.engine.NeedsEngine;
import dev.jaxrscors.browsers.pages.Pages;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product, whose admin has said in the environment which pages may call it. */
class RepositoryIT {

  private static final String APP = "https://app.example.org";
  private static final String STRANGER = "https://stranger.example";
  static final String KEY = "key-of-a-researcher";
  static final String SCAN = "rainfall.pdf";

  private static final String ALLOW = "Access-Control-Allow-Origin: " + APP;
  private static final String EXPOSE =
      "Access-Control-Expose-Headers: Accept-Ranges, Content-Disposition, Content-Range, ETag,"
          + " Location";
  private static final String VARY = "Vary: Origin";
  private static final String VARY_PREFLIGHT =
      "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  @TempDir private static Path files;
  @AutoClose private static ObjectStore store;
  @AutoClose private static Pages pages;
  @AutoClose private static RunningRepository repository;

  @BeforeAll
  static void start() throws IOException {
    Scan.writeTo(files.resolve(SCAN));
    store = ObjectStore.start();
    pages = ReaderPage.serve();
    repository =
        RunningRepository.start(
            Map.of(
                "PRODUCT_CORS_ORIGINS",
                APP + ", " + pages.origin(),
                "PRODUCT_API_KEY",
                KEY,
                "PRODUCT_FILES",
                files.toString(),
                "PRODUCT_STORE",
                store.uri().toString()));
  }

  private static void assertReadable(String path, int status) {
    Reply reply = repository.send(get(path, APP));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.cors()).containsExactly(ALLOW, EXPOSE, VARY);
    for (Request other : List.of(get(path, STRANGER), get(path))) {
      assertThat(repository.send(other).cors()).containsExactly(VARY);
    }
  }

  private static void assertGranted(Request preflight, String... methods) {
    Reply reply = repository.send(preflight);
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(APP);
    assertThat(reply.elements("Access-Control-Allow-Methods")).containsExactly(methods);
    assertThat(reply.elements("Access-Control-Allow-Headers"))
        .containsExactlyInAnyOrder(
            "Authorization", "Content-Type", "Packaging", "Range", "Slug", "X-Product-key");
    assertThat(reply.cors()).contains(VARY_PREFLIGHT).noneMatch(line -> line.contains("Expose"));
  }

  private static void assertRefused(String path, String method) {
    Reply reply = repository.send(preflight(path, STRANGER, method));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.cors()).containsExactly(VARY_PREFLIGHT);
    assertThat(reply.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/v1/", "api/"})
  void the_api_is_readable_with_its_version_and_without(String api) {
    assertReadable(api + "datasets", 200);
    assertGranted(preflight(api + "datasets", APP, "GET").asking("x-product-key"), "GET", "HEAD");
    assertRefused(api + "datasets", "GET");
    assertReadable(api + "files/none.txt", 404);
    assertReadable(api + "nowhere", 404);
    assertReadable("%sfiles/%s".formatted(api, SCAN), 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/v1/", "api/"})
  void a_key_that_a_filter_reads_may_be_sent_and_its_401_be_read(String api) throws IOException {
    String path = api + "files/notes.txt";
    assertGranted(
        preflight(path, APP, "PUT").asking("content-type,x-product-key"), "GET", "HEAD", "PUT");
    assertRefused(path, "PUT");
    Request upload =
        Request.of("PUT", path).from(APP).carrying("application/octet-stream", "some notes");
    Reply unauthorized = repository.send(upload);
    assertThat(unauthorized.status()).isEqualTo(401);
    assertThat(unauthorized.cors()).containsExactly(ALLOW, EXPOSE, VARY);
    assertThat(unauthorized.text()).contains("Wrong or missing key");
    Reply created = repository.send(upload.with(ApiKey.HEADER, KEY));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.cors()).containsExactly(ALLOW, EXPOSE, VARY);
    assertThat(files.resolve("notes.txt")).hasContent("some notes");
    Files.delete(files.resolve("notes.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/v1/files/" + SCAN, "api/files/" + SCAN, "guide/citing.txt"})
  void a_range_of_a_file_may_be_asked_for_and_told(String path) {
    assertThat(repository.send(preflight(path, APP, "GET").asking("range")).cors())
        .contains(ALLOW, VARY_PREFLIGHT);
    Reply whole = repository.send(get(path, APP));
    Reply part = repository.send(get(path, APP).with("Range", "bytes=0-4"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(whole.body().substring(0, 5));
    assertThat(part.all("Content-Range")).containsExactly("bytes 0-4/" + whole.body().length());
    assertThat(part.cors()).containsExactly(ALLOW, EXPOSE, VARY);
    Reply none = repository.send(get(path, APP).with("Range", "bytes=99999999-"));
    assertThat(none.status()).isEqualTo(416);
    assertThat(none.cors()).contains(ALLOW, VARY);
    assertThat(repository.send(get(path, STRANGER).with("Range", "bytes=0-4")).cors())
        .containsExactly(VARY);
  }

  @Test
  void a_servlet_takes_deposits_of_the_same_pages() throws IOException {
    assertReadable("sword/service-document", 200);
    assertReadable("sword/nowhere", 404);
    String headers = "authorization,content-type,packaging,slug";
    assertGranted(
        preflight("sword/collection", APP, "POST").asking(headers),
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE");
    assertRefused("sword/collection", "POST");
    Request deposit =
        Request.of("POST", "sword/collection").from(APP).carrying("text/csv", "1901,740");
    Reply unauthorized = repository.send(deposit);
    assertThat(unauthorized.status()).isEqualTo(401);
    assertThat(unauthorized.cors()).containsExactly(ALLOW, EXPOSE, VARY);
    String user = Base64.getEncoder().encodeToString((KEY + ":").getBytes(StandardCharsets.UTF_8));
    Reply created =
        repository.send(
            deposit.with("Slug", "rainfall.csv").with("Authorization", "Basic " + user));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.cors()).containsExactly(ALLOW, EXPOSE, VARY);
    assertThat(files.resolve("rainfall.csv")).hasContent("1901,740");
    Files.delete(files.resolve("rainfall.csv"));
  }

  @Test
  void static_files_are_readable_and_so_is_the_containers_own_404() {
    assertReadable("guide/citing.txt", 200);
    assertReadable("guide/none.txt", 404);
    assertReadable("nowhere", 404);
    assertRefused("nowhere", "GET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/v1/files/" + SCAN + "/download",
        "api/files/" + SCAN + "/download",
        "sword/media/" + SCAN
      })
  void a_page_may_follow_to_the_store(String path) {
    int status = path.startsWith("api") ? 307 : 302;
    assertReadable(path, status);
    assertThat(repository.send(get(path, APP)).all("Location")).containsExactly(store.uri() + SCAN);
  }

  @Test
  void what_is_refused_tells_the_admin_which_variable_to_change() {
    String origin = "https://new.example.org";
    for (String path : List.of("api/datasets", "guide/citing.txt")) {
      repository.send(get(path, origin));
    }
    assertThat(repository.lines("CORS: Withheld"))
        .filteredOn(line -> line.contains(origin))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .endsWith(
                        "to allow it: PRODUCT_CORS_ORIGINS=%s,%s,%s"
                            .formatted(APP, pages.origin(), origin)));
  }

  @Nested
  @NeedsEngine(EngineType.CHROMIUM)
  class InChromium extends ReaderInChromium {

    InChromium() {
      super(pages, repository, store, files);
    }
  }
}
