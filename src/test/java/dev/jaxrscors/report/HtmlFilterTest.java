package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the script of a page reads, to filter it. */
class HtmlFilterTest {

  private final String shop = CorsReport.of(ReportedShop.whole()).toHtml();

  @Path("left-out")
  @CorsPolicy(origins = APP, methods = "POST")
  public static class LeftOut {
    @GET
    public void get() {}
  }

  private static String page(Class<?>... classes) {
    return CorsReport.of(ReportedShop.setup(), classes).toHtml();
  }

  private static String pageOf(int origins) {
    List<String> listed =
        IntStream.range(0, origins).mapToObj("https://tenant-%d.example"::formatted).toList();
    Policy policy = Policy.builder().origins(listed).build();
    return CorsReport.of(
            CorsSetup.builder().defaultPolicy(policy).build(), JudgementTest.OfDefault.class)
        .toHtml();
  }

  private static List<String> found(String pattern, String page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map((MatchResult match) -> match.group(1).replace("\"", "").replace("data-", ""))
        .toList();
  }

  private static List<String> cards(String page) {
    return found("<article class=\"endpoint card ([^>]*)>", page);
  }

  private static List<String> rows(String page) {
    return found("<tr class=\"endpoint\" ([^>]*)>", page);
  }

  private static List<String> suggested(String page) {
    return found("<option value=\"([^\"]*)\"", page);
  }

  private static JsonNode policies(String page) throws IOException {
    String json = page.replaceAll("(?s).*<script [^>]*id=\"policies\">(.*?)</script>.*", "$1");
    return new ObjectMapper().readTree(json);
  }

  @Test
  void endpoints_whose_policies_are_the_same_to_an_origin_share_what_is_read_of_them() {
    assertThat(cards(shop))
        .containsExactly(
            "governed path=/account policy=0 looked-at=yes",
            "ungoverned path=/health",
            "governed path=/orders policy=1 looked-at=yes",
            "governed path=/orders/{id} policy=1 looked-at=yes",
            "governed path=/orders/{id} policy=2 looked-at=yes",
            "governed path=/prices policy=3 looked-at=yes",
            "governed path=/prices policy=4",
            "governed path=/shelves/{shelf}/items/{item} policy=4",
            "governed path=/tenants policy=5 looked-at=yes");
  }

  @Test
  void of_a_policy_it_reads_the_origins_and_whether_credentials_or_code_matter()
      throws IOException {
    JsonNode policies = policies(shop);
    assertThat(policies).hasSize(6);
    assertThat(policies.get(2))
        .hasToString("{\"origins\":[],\"cut\":false,\"code\":false,\"credentials\":true}");
    assertThat(policies.get(3))
        .hasToString("{\"origins\":[\"*\"],\"cut\":false,\"code\":false,\"credentials\":false}");
    assertThat(policies.get(5).path("code").asBoolean()).isTrue();
  }

  @Test
  void a_row_whose_method_no_page_may_use_is_left_out() {
    assertThat(rows(page(ReportedPolicyTest.Listing.class)))
        .containsExactly("path=/listing policy=0 left-out=yes", "path=/listing policy=0");
  }

  @Test
  void a_card_is_left_out_if_all_of_its_methods_are() {
    assertThat(cards(page(ReportedPolicyTest.Listing.class, LeftOut.class)))
        .containsExactly(
            "governed path=/left-out policy=0 left-out=yes", "governed path=/listing policy=0");
  }

  @Test
  void origins_that_any_host_lists_are_suggested_once_but_no_patterns() {
    CorsReport hosts =
        CorsReport.of(
            ReportedShop.whole()
                .with("cors.hosts", "pay")
                .with("cors.host.pay.name", "pay.example.com")
                .with("cors.host.pay.policy.public.origins", "https://checkout.example.com"));
    assertThat(suggested(hosts.toHtml()))
        .containsExactly(
            "null",
            APP,
            "https://default.example",
            "http://localhost:3000",
            "http://old.example.com",
            "https://checkout.example.com");
  }

  @Test
  void no_more_than_sixty_origins_are_suggested() {
    assertThat(suggested(pageOf(61))).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void it_knows_five_thousand_origins_of_a_policy_and_whether_there_are_more() throws IOException {
    JsonNode all = policies(pageOf(5_000)).get(0);
    assertThat(all.path("origins")).hasSize(5_000);
    assertThat(all.path("cut").asBoolean()).isFalse();
    JsonNode cut = policies(pageOf(5_001)).get(0);
    assertThat(cut.path("origins")).hasSize(5_000);
    assertThat(cut.path("cut").asBoolean()).isTrue();
  }

  @Test
  void a_matrix_has_sixty_columns_and_counts_the_origins_that_have_none() {
    assertThat(found("<th [^>]*data-pattern=\"([^\"]*)\"", pageOf(60))).hasSize(60);
    assertThat(pageOf(60)).doesNotContain("not shown here");
    assertThat(found("<th [^>]*data-pattern=\"([^\"]*)\"", pageOf(62))).hasSize(60);
    assertThat(pageOf(62)).contains("refused. 2 more origins are not shown here: type one above.");
  }
}
