package dev.jaxrscors.products.repository;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product where nobody is to be allowed: where admins have said nothing, or said so. */
class UnsetIT {

  private static final String APP = "https://app.example.org";

  // MicroProfile Config of Payara takes an empty value for a missing one: so the default holds.
  private static final String EMPTY = "empty";

  private static final String NONE = "none";
  private static final String OFF = "off";

  @TempDir private static Path files;
  @AutoClose private static RunningRepository repository;

  @BeforeAll
  static void start() {
    repository =
        RunningRepository.start(
            Map.of("PRODUCT_FILES", files.toString()),
            Webapp.named(RunningRepository.NAME),
            Webapp.named(EMPTY, "product.cors.origins="),
            Webapp.named(NONE, "product.cors.origins=none"),
            Webapp.named(OFF, "product.cors.origins=\"off\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {RunningRepository.NAME, OFF, EMPTY})
  void off_is_off(String name) {
    for (String path :
        List.of("api/datasets", "api/v1/datasets", "sword/service-document", "guide/citing.txt")) {
      Reply reply = repository.send(name, get(path, APP));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.cors()).isEmpty();
    }
    assertThat(repository.send(name, get("nowhere", APP)).cors()).isEmpty();
    assertThat(repository.lines("CORS: ")).noneMatch(line -> line.contains("/" + name + "/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {RunningRepository.NAME, OFF, EMPTY})
  void whoever_answered_options_still_does(String name) {
    for (Request request :
        List.of(options("api/v1/datasets"), preflight("api/v1/datasets", APP, "GET"))) {
      Reply reply = repository.send(name, request);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.elements("Allow")).contains("GET", "HEAD", "OPTIONS");
      assertThat(reply.cors()).isEmpty();
    }
    Reply servlet = repository.send(name, preflight("sword/collection", APP, "POST"));
    assertThat(servlet.status()).isEqualTo(200);
    assertThat(servlet.elements("Allow")).contains("GET", "POST", "OPTIONS");
    assertThat(servlet.cors()).isEmpty();
  }

  @Test
  void none_is_nobody() {
    for (String path : List.of("api/datasets", "guide/citing.txt", "nowhere")) {
      assertThat(repository.send(NONE, get(path, APP)).cors()).containsExactly("Vary: Origin");
      assertThat(repository.send(NONE, preflight(path, APP, "GET")).status()).isEqualTo(403);
    }
  }

  @Test
  void nothing_of_it_is_an_error() {
    assertThat(repository.lines("CORS configuration is wrong")).isEmpty();
  }
}
