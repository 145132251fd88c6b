package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the document of MicroProfile OpenAPI says of the policies of an application. */
public abstract class OpenApiContract extends RunningServer<ServerProcess> {

  private static final String DESCRIBED = "described";
  private static final String SHOP =
      """
      {
        "origins": {"values": ["https://shop.example"], "count": 1},
        "methods": {"values": ["%s"]},
        "allowedHeaders": {"values": ["Content-Type"%s]},
        "exposedHeaders": {"values": ["ETag"]},
        "credentials": {"value": true},
        "maxAge": {"value": 600},
        "refusal": {"value": "withhold"}
      }
      """;

  private JsonNode document = new ObjectMapper().missingNode();

  /**
   * Takes the server the contract is proved on.
   *
   * @param descriptor how it is launched
   */
  protected OpenApiContract(ServerDescriptor descriptor) {
    super(
        ServerProcess.of(
            Build.serverName() + "-openapi",
            descriptor,
            WarRecipe.described(DESCRIBED).libraries(Build.warLibraries())));
  }

  @BeforeAll
  void read() throws IOException {
    Reply reply =
        SocketClient.of(server.baseUri(DESCRIBED).resolve("/"))
            .send(Request.get("openapi").with("Accept", "application/json"));
    assertThat(reply.status()).isEqualTo(200);
    document = new ObjectMapper().readTree(reply.text());
  }

  private JsonNode operation(String method, String path) {
    List<JsonNode> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> item : document.path("paths").properties()) {
      // Some runtimes keep the regular expressions of templates.
      if (item.getKey().replace(": \\d{1,9}", "").equals(path)) {
        found.add(item.getValue().path(method));
      }
    }
    assertThat(found).as("%s %s in %s", method, path, document).hasSize(1);
    return found.get(0);
  }

  private static JsonNode shop(String methods, String headers) throws IOException {
    return new ObjectMapper().readTree(SHOP.formatted(methods, headers));
  }

  @Test
  void each_operation_has_its_effective_policy() throws IOException {
    assertThat(operation("get", "/api/orders").path("x-cors")).isEqualTo(shop("GET\", \"HEAD", ""));
    assertThat(operation("put", "/api/orders/{id}").path("x-cors"))
        .isEqualTo(shop("PUT", ", \"X-Api-Key\""));
  }

  @Test
  void an_operation_for_nobody_lists_nobody() {
    JsonNode origins = operation("delete", "/api/orders/{id}").at("/x-cors/origins");
    assertThat(origins.path("count").asInt(-1)).isZero();
    // Some runtimes leave out what is empty.
    assertThat(origins.path("values")).isEmpty();
  }

  @Test
  void an_operation_without_a_policy_has_no_extension() {
    JsonNode operation = operation("get", "/api/deployment");
    assertThat(operation.isObject()).isTrue();
    assertThat(operation.has("x-cors")).isFalse();
  }

  @Test
  void nobody_warns_of_it() {
    assertThat(server.log().lines().filter(line -> line.matches("(?i).*(warn|severe|error).*")))
        .noneMatch(line -> line.matches("(?i).*(cors polic|openapi).*"));
  }
}
