package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** What is told of an endpoint on a page, and how it looks. */
class HtmlCardsTest {

  private final String shop = CorsReport.of(ReportedShop.whole()).toHtml();

  @Path("coded")
  @CorsPolicy(originSource = ReportedShop.Tenants.class, methods = "POST")
  public static class Coded {
    @GET
    public void get() {}

    @POST
    public void post() {}
  }

  private static String page(Class<?>... classes) {
    return CorsReport.of(ReportedShop.setup(), classes).toHtml();
  }

  @Test
  void a_value_of_a_list_is_code_and_a_word_is_none() {
    assertThat(shop)
        .contains("<code class=\"value\">https://app.example.com</code>")
        .contains("<code class=\"value\">ETag</code>")
        .contains("<span class=\"value\">nobody</span>")
        .contains("<span class=\"value\">none</span>")
        .contains("<span class=\"value\">allowed</span>")
        .contains("<span class=\"value\">600 seconds</span>")
        .contains("<span class=\"value\">the origin source Tenants</span>");
  }

  @Test
  void what_nobody_has_written_is_paler() {
    assertThat(shop)
        .contains("<td class=\"from built-in\">built-in default</td>")
        .contains("<td class=\"from\">@CorsPolicy on Orders</td>")
        .doesNotContain("<td class=\"from\">built-in default</td>");
  }

  @Test
  void a_header_that_is_listed_is_told_without_a_reason() {
    assertThat(HtmlPagesTest.read(page(ReportedPolicyTest.Guarded.class)))
        .contains("X-Shared derived: declared by Guarded.byNumber, Guarded.other")
        .containsPattern("X-Api-Key(?! derived)")
        .doesNotContain("X-Api-Key derived");
  }

  @Test
  void that_no_header_is_allowed_is_said() {
    assertThat(HtmlPagesTest.read(page(ReportedPolicyTest.Closed.class)))
        .contains("| allowedHeaders | none | @CorsPolicy on Closed\n");
  }

  @Test
  void a_method_that_the_policy_does_not_allow_is_told_as_not_for_pages() {
    assertThat(HtmlPagesTest.read(page(ReportedPolicyTest.Listing.class)))
        .contains(
            """
            GET POST /listing
            Listing.get (not for pages: its method is not allowed), Listing.post
            """);
  }

  @Test
  void code_decides_of_no_method_that_the_policy_does_not_allow() {
    assertThat(HtmlPagesTest.read(page(Coded.class)))
        .contains(
            "| Endpoint | decided by code\n",
            "| GET /coded | \u00b7refused\n",
            "| POST /coded | \u25cfallowed\n");
  }

  @Test
  void what_anyone_can_abuse_is_marked_as_grave_and_what_is_to_be_looked_at_is_not() {
    assertThat(shop)
        .contains(
            "<span class=\"chip grave\" title=\"any site can send this origin, from a sandboxed"
                + " frame\">\u25b2 null</span>",
            "<span class=\"chip\" title=\"pages act as the user who is logged in\">credentials"
                + "</span>");
    assertThat(page(ReportedShop.Shelves.class)).doesNotContain("class=\"chip", "To be looked at");
  }
}
