package dev.jaxrscors.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The report for a reviewer. */
class HtmlReportTest {

  private final String shop = CorsReport.of(ReportedShop.whole()).toHtml();

  @Test
  void its_policy_lets_its_own_style_and_script_in_and_nothing_else() {
    Matcher policy =
        Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
            .matcher(shop);
    assertThat(policy.find()).isTrue();
    assertThat(policy.group(1).replace("&#39;", "'"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none';"
                    .formatted(hash("<style>", "</style>"), hash("<script>", "</script>"))
                + " form-action 'none'");
  }

  private String hash(String start, String end) {
    int from = shop.indexOf(start) + start.length();
    return Sha256.base64(shop.substring(from, shop.indexOf(end, from)).getBytes(UTF_8));
  }

  @Test
  void nothing_comes_from_elsewhere_and_no_attribute_is_a_script_or_a_style() {
    String markup = shop.replaceAll("(?s)<(style|script)[^>]*>.*?</\\1>", "");
    assertThat(markup)
        .doesNotContain("src=", " style=", "javascript:", "<link", "<iframe", "<img", "@import")
        .doesNotContainPattern("<[^>]* on[a-z]+=")
        .doesNotContainPattern("href=\"(?!#)");
    assertThat(shop).doesNotContain("url(", "innerHTML", "eval(");
  }

  @Test
  void every_element_that_is_started_is_ended() {
    Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>").matcher(shop);
    java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
    String markup = shop.replaceAll("(?s)<(style|script)([^>]*)>.*?</\\1>", "<$1></$1>");
    tags.reset(markup);
    while (tags.find()) {
      if (tags.group(1).equals("/")) {
        assertThat(open.pop()).isEqualTo(tags.group(2));
      } else if (!List.of("meta", "input", "br").contains(tags.group(2))) {
        open.push(tags.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void a_matrix_tells_who_may_call_what_in_words_too() {
    assertThat(row("PUT ", "/orders/{id}")).contains("allowed, with credentials");
    assertThat(row("DELETE ", "/orders/{id}")).doesNotContain("allowed");
    assertThat(row("GET ", "/prices"))
        .contains("allowed")
        .doesNotContain("refused</span></span></td><td data-pattern=\"https");
    assertThat(row("GET ", "/health")).doesNotContain("allowed");
  }

  private String row(String verb, String path) {
    String start = "<code class=\"verb\">" + verb + "</code><code>" + path + "</code>";
    int from = shop.indexOf(start);
    assertThat(from).isPositive();
    return shop.substring(from, shop.indexOf("</tr>", from));
  }

  @Test
  void dangers_are_marked() {
    assertThat(shop)
        .contains("class=\"chip grave\"", "\u25b2 any origin", "\u25b2 null", "\u25b2 http")
        .contains("\u25b2 waived: insecure origins", ">decided by code<", ">wildcard<");
  }

  /** Names and values are of code and of configuration, which anyone may have written. */
  @Path("</script><img src=x onerror=alert(1)>/{x: \"'&<b>}")
  @CorsPolicy(origins = ReportedShop.APP)
  public static class Hostile {
    @GET
    public String get(@HeaderParam("X-'&") String header) {
      return "";
    }
  }

  @Test
  void a_hostile_name_is_text() {
    String page =
        CorsReport.of(ReportedShop.setup(), Hostile.class, ReportedShop.Wrong.class).toHtml();
    assertThat(page)
        .doesNotContain("<img", "<b>")
        .contains(
            "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;/{x: &quot;&#39;&amp;&lt;b&gt;}");
    assertThat(page.split("</script>", -1)).hasSize(3);
  }

  @Test
  void hostile_configuration_is_text() {
    String hostile = "</script><img onerror=alert(1)>";
    String page =
        CorsReport.of(
                new ReportedShop.Shop(ReportedShop.Account.class)
                    .with("shop.pages", hostile)
                    .with("cors.<img onerror>", hostile))
            .toHtml();
    assertThat(page).contains("&lt;img onerror=alert(1)&gt;").doesNotContain("<img");
  }

  @Test
  void what_turns_text_around_or_cannot_be_seen_is_spelled_out() {
    assertThat(Html.escaped("a\u202eb\u200bc\u0000d\u2028e"))
        .isEqualTo("a\\u202eb\\u200bc\\u0000d\\u2028e");
    assertThat(new Html().element("p", "<", "title", "\"><script>").page())
        .isEqualTo("<!doctype html>\n<p title=\"&quot;&gt;&lt;script&gt;\">&lt;</p>\n");
  }

  @Test
  void of_very_many_origins_the_filter_says_that_it_does_not_know_all() {
    List<String> many =
        IntStream.range(0, 6_000).mapToObj("https://tenant-%d.example.com"::formatted).toList();
    CorsSetup setup =
        CorsSetup.builder().policy("public", Policy.builder().origins(many).build()).build();
    assertThat(CorsReport.of(setup, ReportedShop.Prices.class).toHtml())
        .contains("\"cut\": true", "more origins are not shown here");
  }
}
