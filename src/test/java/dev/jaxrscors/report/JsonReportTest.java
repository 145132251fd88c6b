package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report for programs, and its schema. */
class JsonReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(CorsReport.jsonSchema());

  private static Stream<CorsReport> reports() {
    return Stream.of(
        CorsReport.of(ReportedShop.setup()),
        CorsReport.of(ReportedShop.whole()),
        CorsReport.of(
            ReportedShop.whole()
                .with("cors.hosts", "pay")
                .with("cors.host.pay.name", "pay.example.com")
                .with("cors.default.origins", "https://*.example.org")),
        CorsReport.of(ReportedShop.whole().with("cors.enabled", "false")),
        CorsReport.of(ReportedShop.setup(), ExplanationTest.PartlyOff.class),
        CorsReport.of(ReportedShop.setup(), ReportedShop.Wrong.class),
        CorsReport.of(ReportedShop.whole().with("cors.preflight-status", "many")));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void every_report_is_valid_under_the_schema(CorsReport report) throws IOException {
    assertThat(SCHEMA.validate(MAPPER.readTree(report.toJson()))).isEmpty();
  }

  @Test
  void the_schema_refuses_what_no_report_is() throws IOException {
    JsonNode other =
        MAPPER.readTree(reports().toList().get(1).toJson().replace("\"path\"", "\"p\""));
    assertThat(SCHEMA.validate(other)).isNotEmpty();
  }

  @Test
  void the_schema_says_what_it_is_a_schema_of() throws IOException {
    JsonNode schema = MAPPER.readTree(CorsReport.jsonSchema());
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("properties").has("hosts")).isTrue();
  }

  @Test
  void an_endpoint_tells_its_policy_and_where_it_comes_from() throws IOException {
    JsonNode report = MAPPER.readTree(CorsReport.of(ReportedShop.whole()).toJson());
    JsonNode put = endpoint(report, "PUT", "/orders/{id}");
    assertThat(put.path("at").asText()).isEqualTo("Orders.replace");
    assertThat(put.path("state").asText()).isEqualTo("governed");
    assertThat(put.path("hazards").toString()).isEqualTo("[\"credentials\",\"wildcard\"]");
    JsonNode policy = put.path("policy");
    assertThat(policy.at("/origins/from").toString())
        .isEqualTo("{\"kind\":\"annotation\",\"place\":\"Orders\"}");
    assertThat(policy.at("/allowedHeaders/derived/1").toString())
        .isEqualTo("{\"name\":\"X-Api-Key\",\"because\":\"declared by Orders.replace\"}");
    assertThat(policy.at("/maxAge").toString())
        .isEqualTo("{\"value\":600,\"from\":{\"kind\":\"built-in\"}}");
    assertThat(endpoint(report, "GET", "/health").has("policy")).isFalse();
  }

  private static JsonNode read(CorsReport report) throws IOException {
    return MAPPER.readTree(report.toJson());
  }

  @Test
  void origins_are_told_with_their_number_and_with_the_code_that_knows_more() throws IOException {
    JsonNode shop = read(CorsReport.of(ReportedShop.whole()));
    JsonNode tenants = endpoint(shop, "GET", "/tenants").at("/policy/origins");
    assertThat(tenants.path("count").asInt()).isEqualTo(3);
    assertThat(tenants.path("source").asText()).isEqualTo("the origin source Tenants");
    assertThat(tenants.path("waived").toString()).isEqualTo("[\"INSECURE_ORIGINS\"]");
    JsonNode orders = endpoint(shop, "GET", "/orders").at("/policy/origins");
    assertThat(orders.path("values").toString())
        .isEqualTo("[\"https://*.example.org\",\"https://app.example.com\"]");
    assertThat(orders.has("source")).isFalse();
  }

  @Test
  void a_method_that_the_policy_does_not_allow_is_told_as_such() throws IOException {
    JsonNode report = read(CorsReport.of(ReportedShop.setup(), ReportedPolicyTest.Listing.class));
    assertThat(endpoint(report, "GET", "/listing").path("methodAllowed").asBoolean(true)).isFalse();
    assertThat(endpoint(report, "POST", "/listing").path("methodAllowed").asBoolean()).isTrue();
  }

  @Test
  void of_very_many_origins_the_first_are_listed_and_all_are_counted() throws IOException {
    List<String> many =
        IntStream.range(0, 201).mapToObj("https://tenant-%d.example"::formatted).toList();
    Policy policy = Policy.builder().origins(many).build();
    JsonNode report =
        read(
            CorsReport.of(
                CorsSetup.builder().defaultPolicy(policy).build(), JudgementTest.OfDefault.class));
    JsonNode origins = endpoint(report, "GET", "/default").at("/policy/origins");
    assertThat(origins.path("values")).hasSize(200);
    assertThat(origins.path("count").asInt()).isEqualTo(201);
    JsonNode unmatched = report.at("/hosts/0/errorsOfNoResource");
    assertThat(unmatched.path("origins")).hasSize(200);
    assertThat(unmatched.path("count").asInt()).isEqualTo(201);
  }

  @Test
  void what_is_no_endpoint_is_told_beside_them() throws IOException {
    JsonNode host =
        read(CorsReport.of(ReportedShop.setup(), ReportedShop.Shelves.class)).at("/hosts/0");
    assertThat(host.path("errorsOfNoResource").toString())
        .isEqualTo(
            "{\"origins\":[\"https://app.example.com\"],\"count\":1,\"askingCode\":false,"
                + "\"credentials\":false}");
    assertThat(host.path("decidedByLocators").toString())
        .isEqualTo("[{\"below\":\"/shelves/any\",\"at\":\"Shelves.any\"}]");
    assertThat(read(CorsReport.of(ReportedShop.whole())).at("/hosts/0/errorsOfNoResource"))
        .isEqualTo(MissingNode.getInstance());
  }

  @Test
  void hints_are_told_as_sentences() throws IOException {
    assertThat(read(CorsReport.of(ReportedShop.whole())).at("/hosts/0/hints").toString())
        .contains("\"the application, Health cannot be called from browsers on other origins");
  }

  @Test
  void mistakes_are_told_as_sentences() throws IOException {
    JsonNode report = read(CorsReport.of(ReportedShop.setup(), ReportedShop.Wrong.class));
    assertThat(report.at("/mistakes/0").asText()).startsWith("Wrong, member origins: ");
    assertThat(endpoint(report, "GET", "/wrong").path("state").asText()).isEqualTo("broken");
  }

  private static JsonNode endpoint(JsonNode report, String method, String path) {
    for (JsonNode endpoint : report.at("/hosts/0/endpoints")) {
      if (endpoint.path("method").asText().equals(method)
          && endpoint.path("path").asText().equals(path)) {
        return endpoint;
      }
    }
    throw new AssertionError("no " + method + " " + path);
  }

  @Test
  void whatever_a_string_holds_is_read_back_and_ends_no_script() throws IOException {
    String hostile = "</script><img onerror='a'>&\"\\\n\u0000\u2028\ud83d\ude00";
    String json = Json.of(Map.of("a", List.of(hostile, true, 7)));
    assertThat(MAPPER.readTree(json).at("/a/0").asText()).isEqualTo(hostile);
    assertThat(json).doesNotContain("<", ">", "&");
  }
}
