package dev.jaxrscors.products.repository;

import static dev.jaxrscors.products.repository.RepositoryIT.KEY;
import static dev.jaxrscors.products.repository.RepositoryIT.SCAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.browsers.engine.Engine;
import dev.jaxrscors.browsers.engine.EngineType;
import dev.jaxrscors.browsers.pages.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Pages of other origins that read the product with axios and PDF.js, as researchers' tools do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class ReaderInChromium {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What scripts can use: the product's URLs, and the outcome of a call of axios as a value. */
  private static final String PRELUDE =
      """
      const product = path => "PRODUCT" + path;
      const outcome = call => call.then(
          r => ({status: r.status, data: r.data, headers: {...r.headers}, url: r.request.responseURL}),
          e => ({status: e.response?.status ?? 0, data: e.response?.data, error: e.code}));
      const result = await (async () => {SCRIPT
      })();
      return JSON.stringify(result);""";

  private final Pages pages;
  private final RunningRepository repository;
  private final ObjectStore store;
  private final Path files;
  private Engine engine;

  ReaderInChromium(Pages pages, RunningRepository repository, ObjectStore store, Path files) {
    this.pages = pages;
    this.repository = repository;
    this.store = store;
    this.files = files;
  }

  @BeforeAll
  void startEngine() {
    engine = EngineType.CHROMIUM.start();
  }

  @AfterAll
  void stopEngine() {
    if (engine != null) {
      engine.close();
    }
  }

  /** Returns what a script returns in the page that the admin has listed. */
  private JsonNode run(String script) {
    return run(pages.origin(), script);
  }

  private JsonNode run(String origin, String script) {
    engine.open(origin + ReaderPage.PATH);
    String whole =
        PRELUDE.replace("PRODUCT", repository.uri().toString()).replace("SCRIPT", script);
    String text = engine.eval(whole, LONGEST);
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void axios_lists_the_datasets() {
    JsonNode reply = run("return outcome(axios.get(product('api/datasets')));");
    assertThat(reply.path("status").asInt()).isEqualTo(200);
    assertThat(reply.path("data").findValuesAsText("name")).contains(SCAN);
  }

  @Test
  void axios_uploads_with_the_key() throws IOException {
    JsonNode reply = run(upload("page.txt", KEY));
    assertThat(reply.path("status").asInt()).isEqualTo(201);
    assertThat(reply.path("headers").path("location").asText())
        .isEqualTo(repository.uri() + "api/v1/files/page.txt");
    assertThat(files.resolve("page.txt")).hasContent("from a page");
    Files.delete(files.resolve("page.txt"));
  }

  private static String upload(String name, String key) {
    return """
        return outcome(axios.put(product('api/files/%s'), new Blob(['from a page']),
            {headers: {'Content-Type': 'application/octet-stream', 'X-Product-key': '%s'}}));"""
        .formatted(name, key);
  }

  @Test
  void axios_reads_why_a_wrong_key_is_refused() {
    JsonNode reply = run(upload("page.txt", "wrong"));
    assertThat(reply.path("status").asInt()).isEqualTo(401);
    assertThat(reply.path("data").path("message").asText()).isEqualTo("Wrong or missing key");
    assertThat(files.resolve("page.txt")).doesNotExist();
  }

  @Test
  void axios_reads_which_range_it_has_got() throws IOException {
    JsonNode reply =
        run(
            "return outcome(axios.get(product('api/files/rainfall.pdf'),"
                + " {headers: {Range: 'bytes=0-4'}, responseType: 'text'}));");
    assertThat(reply.path("status").asInt()).isEqualTo(206);
    assertThat(reply.path("data").asText()).isEqualTo("%PDF-");
    assertThat(reply.path("headers").path("content-range").asText())
        .isEqualTo("bytes 0-4/" + Files.size(files.resolve(SCAN)));
  }

  @Test
  void pdf_js_reads_one_page_of_a_document_by_ranges() throws IOException {
    JsonNode reply =
        run(
            """
            const parts = [];
            const fetched = window.fetch;
            window.fetch = async (...request) => {
              const response = await fetched(...request);
              if (response.status === 206) parts.push(response.headers.get('content-range'));
              return response;
            };
            const scan = await pdfjs.getDocument({
              url: product('api/files/rainfall.pdf'), rangeChunkSize: 16384,
              disableAutoFetch: true, disableStream: true,
              httpHeaders: {'X-Product-key': 'none is needed'}}).promise;
            const content = await (await scan.getPage(4)).getTextContent();
            return {pages: scan.numPages, text: content.items.map(i => i.str).join(''), parts};""");
    assertThat(reply.path("pages").asInt()).isEqualTo(Scan.PAGES);
    assertThat(reply.path("text").asText()).isEqualTo(Scan.textOf(4));
    List<String> parts = new ArrayList<>();
    reply.path("parts").forEach(part -> parts.add(part.asText()));
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts.stream().mapToLong(ReaderInChromium::lengthOf).sum())
        .isLessThan(Files.size(files.resolve(SCAN)) / 2);
  }

  /** Returns the length of {@code bytes 0-4/10}. */
  private static long lengthOf(String contentRange) {
    String[] ends = contentRange.replaceAll("bytes (\\d+-\\d+)/.*", "$1").split("-", -1);
    return Long.parseLong(ends[1]) - Long.parseLong(ends[0]) + 1;
  }

  @Test
  void axios_follows_to_the_store_with_its_key_or_without() {
    String download = "return outcome(axios.get(product('api/files/rainfall.pdf/download')%s));";
    store.takeRequests();
    JsonNode reply = run(download.formatted(""));
    assertThat(reply.path("data").asText()).isEqualTo(ObjectStore.CONTENT);
    assertThat(reply.path("url").asText()).isEqualTo(store.uri() + SCAN);
    assertThat(store.takeRequests()).containsExactly("GET from null");
    JsonNode withKey = run(download.formatted(", {headers: {'X-Product-key': 'k'}}"));
    assertThat(withKey.path("data").asText()).isEqualTo(ObjectStore.CONTENT);
    assertThat(store.takeRequests()).containsExactly("OPTIONS from null", "GET from null");
  }

  @Test
  void axios_deposits_with_the_servlet_and_reads_the_guide() throws IOException {
    JsonNode deposit =
        run(
            """
            return outcome(axios.post(product('sword/collection'), '1901,740', {
                auth: {username: '%s', password: ''},
                headers: {'Content-Type': 'text/csv', Slug: 'page.csv'}}));"""
                .formatted(KEY));
    assertThat(deposit.path("status").asInt()).isEqualTo(201);
    assertThat(files.resolve("page.csv")).hasContent("1901,740");
    Files.delete(files.resolve("page.csv"));
    JsonNode guide = run("return outcome(axios.get(product('guide/citing.txt')));");
    assertThat(guide.path("data").asText()).startsWith("How to cite");
    JsonNode nowhere = run("return outcome(axios.get(product('nowhere')));");
    assertThat(nowhere.path("status").asInt()).isEqualTo(404);
  }

  @Test
  void a_strangers_page_is_refused() {
    JsonNode replies =
        run(
            pages.stranger(),
            """
            const upload = async () => {%s};
            const calls = ['api/datasets', 'api/v1/datasets', 'sword/service-document',
                'guide/citing.txt', 'nowhere'].map(path => outcome(axios.get(product(path))));
            return Promise.all([...calls, upload()]);"""
                .formatted(upload("stranger.txt", KEY)));
    assertThat(replies.findValuesAsText("error")).hasSize(6).containsOnly("ERR_NETWORK");
    assertThat(files.resolve("stranger.txt")).doesNotExist();
  }
}
