package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** The report for a repository. */
class MarkdownReportTest {

  private static String report(Class<?>... classes) {
    return CorsReport.of(ReportedShop.setup(), classes).toMarkdown();
  }

  @Test
  void a_class_is_told_path_by_path_and_member_by_member() {
    assertThat(report(ReportedShop.Orders.class, ReportedShop.Health.class))
        .isEqualTo(
            """
            # CORS report

            4 endpoints: 3 with a policy (1 for nobody), 1 without.

            ## To be looked at

            - **credentials**, at 3 endpoints, because pages act as the user who is logged in: `GET /orders`, `PUT DELETE /orders/{id}`
            - **wildcard**, at 2 endpoints, because whoever has a subdomain, or a port, is allowed: `https://*.example.org`

            ## `/health`

            **GET** `Health.state`: no policy, so browsers let no page of another origin read it

            ## `/orders`

            **GET** `Orders.list`

            | member | in force | from |
            |---|---|---|
            | origins | `https://*.example.org` | @CorsPolicy on Orders |
            |  | `https://app.example.com` |  |
            | methods | `GET`, `HEAD` | built-in default |
            | allowedHeaders | `Content-Type` derived: every resource may be sent a body | built-in default |
            | exposedHeaders | `ETag` | @CorsPolicy on Orders |
            | credentials | allowed | @CorsPolicy on Orders |
            | maxAge | 600 seconds | built-in default |
            | refusal | withhold | built-in default |

            ## `/orders/{id}`

            **PUT** `Orders.replace`

            | member | in force | from |
            |---|---|---|
            | origins | `https://*.example.org` | @CorsPolicy on Orders |
            |  | `https://app.example.com` |  |
            | methods | `PUT` | built-in default |
            | allowedHeaders | `Content-Type` derived: every resource may be sent a body | built-in default |
            |  | `X-Api-Key` derived: declared by Orders.replace |  |
            | exposedHeaders | `ETag` | @CorsPolicy on Orders |
            | credentials | allowed | @CorsPolicy on Orders |
            | maxAge | 600 seconds | built-in default |
            | refusal | withhold | built-in default |

            **DELETE** `Orders.delete`

            | member | in force | from |
            |---|---|---|
            | origins | nobody | @CorsPolicy on Orders.delete |
            | methods | `DELETE` | built-in default |
            | allowedHeaders | `Content-Type` derived: every resource may be sent a body | built-in default |
            | exposedHeaders | `ETag` | @CorsPolicy on Orders |
            | credentials | allowed | @CorsPolicy on Orders |
            | maxAge | 600 seconds | built-in default |
            | refusal | withhold | built-in default |

            ## Hints

            - the application, "public" has no effect, because no annotation refers to it; write @CorsPolicy("public") on a resource, or remove the policy.
            - the application, 404, 405, 406 and 415 of no resource cannot be read by any page, because the policies of the resources do not agree on origins and credentials, and the application has none; name the origins of all its pages in CORS_DEFAULT_ORIGINS (cors.default.origins), or in @CorsPolicy on the Application class; resources without a policy have it then.
            - the application, Health cannot be called from browsers on other origins, because no level sets a policy for it; add @CorsPolicy if pages should call it, or origins = CorsPolicy.NONE to say that none should.
            """);
  }

  @Test
  void where_a_member_comes_from_is_told_in_each_kind_of_place() {
    String report =
        CorsReport.of(
                ReportedShop.whole()
                    .with("shop.pages", ReportedShop.APP)
                    .with("cors.policy.public.max-age", "60"))
            .toMarkdown();
    assertThat(report)
        .contains(
            "| origins | `https://app.example.com` | @CorsPolicy on Account (shop.pages in"
                + " application properties) |",
            "| origins | `*` | policy \"public\" in code |",
            "| maxAge | 60 seconds | cors.policy.public.max-age in application properties |",
            "| maxAge | 5 seconds | @CorsPolicy on Prices.change |",
            "| refusal | withhold | built-in default |");
  }

  @Test
  void what_a_reviewer_looks_for_is_told_first() {
    String report = CorsReport.of(ReportedShop.whole()).toMarkdown();
    assertThat(report.substring(0, report.indexOf("## `")))
        .contains(
            "**any origin**, at 1 endpoint,",
            "**null**, at 1 endpoint,",
            "**http**, at 1 endpoint, because anyone on the network can speak for such an origin:"
                + " `http://old.example.com`",
            "**waived: insecure origins**",
            "**decided by code**, at 1 endpoint, because an OriginSource allows more origins at run"
                + " time: `GET /tenants`",
            "**loopback**, at 1 endpoint,",
            "**any header**, at 1 endpoint,");
    assertThat(report).contains("| originSource | the origin source Tenants |");
  }

  @Test
  void what_locators_lead_to_is_told_as_far_as_they_declare_it() {
    String report = report(ReportedShop.Shelves.class);
    assertThat(report)
        .contains("## `/shelves/{shelf}/items/{item}`", "`X-Shelf` derived: declared on the way")
        .contains("- `/shelves/any/**`: `Shelves.any`");
  }

  @Test
  void mistakes_are_told_with_what_they_break_and_nothing_is_thrown() {
    CorsReport report =
        CorsReport.of(ReportedShop.setup(), ReportedShop.Wrong.class, ReportedShop.Orders.class);
    assertThat(report.mistakes())
        .singleElement()
        .asString()
        .startsWith("Wrong, member origins: \"https://Shop.example/\" is invalid")
        .endsWith("use \"https://shop.example\".");
    assertThat(report.toMarkdown())
        .contains("## Mistakes", "**GET** `Wrong.get`: its policy is wrong, see the mistakes")
        .contains("## `/orders/{id}`");
  }

  @Test
  void an_application_whose_settings_are_wrong_has_mistakes_alone() {
    CorsReport report = CorsReport.of(ReportedShop.whole().with("cors.preflight-status", "many"));
    assertThat(report.mistakes()).hasSize(1);
    assertThat(report.toMarkdown()).contains("Nothing else can be told");
    assertThat(report.toHtml()).contains("these stop the deployment");
    assertThat(report.explain(ReportedShop.APP, "GET", "/orders").outcome())
        .isEqualTo(Explanation.Outcome.UNKNOWN);
  }

  @Test
  void another_host_is_told_by_what_differs() {
    CorsReport report =
        CorsReport.of(
            ReportedShop.whole()
                .with("cors.hosts", "pay")
                .with("cors.host.pay.name", "pay.example.com")
                .with("cors.host.pay.policy.public.origins", "https://checkout.example.com"));
    String markdown = report.toMarkdown();
    String there = markdown.substring(markdown.indexOf("# Host `pay.example.com`"));
    assertThat(there)
        .contains("What differs here:", "## `/prices`", "https://checkout.example.com")
        .doesNotContain("## `/orders`");
    assertThat(report.onHost("PAY.example.com").toMarkdown()).contains("## `/orders`");
    assertThat(report.onHost("other.example.com").toMarkdown()).contains("| origins | `*` |");
  }

  @Test
  void what_is_switched_off_is_told_so_not_as_having_no_policy() {
    String some = report(ExplanationTest.PartlyOff.class);
    assertThat(some)
        .contains("1 with a policy, 1 without.")
        .contains("**PUT** `PartlyOff.off`: switched off, so browsers let no page")
        .contains("**GET** `PartlyOff.on`\n");
    String all = CorsReport.of(ReportedShop.whole().with("cors.enabled", "false")).toMarkdown();
    assertThat(all)
        .contains("**GET** `Health.state`: switched off", "`Orders.delete`: switched off")
        .doesNotContain(": no policy", "| origins |");
  }

  @Test
  void a_host_where_cors_is_switched_off_differs_in_every_endpoint() {
    String report =
        CorsReport.of(
                ReportedShop.whole()
                    .with("cors.hosts", "pay")
                    .with("cors.host.pay.name", "pay.example.com")
                    .with("cors.host.pay.enabled", "false"))
            .toMarkdown();
    assertThat(report.substring(0, report.indexOf("# Host"))).contains(": no policy");
    assertThat(report.substring(report.indexOf("# Host")))
        .contains("`Orders.list`: switched off", "`Health.state`: switched off");
  }

  @Test
  void the_order_of_classes_changes_nothing() {
    assertThat(report(ReportedShop.Orders.class, ReportedShop.Prices.class))
        .isEqualTo(report(ReportedShop.Prices.class, ReportedShop.Orders.class));
  }

  @Test
  void an_application_of_jersey_is_one_too() {
    ResourceConfig config =
        new ResourceConfig(ReportedShop.Prices.class)
            .addProperties(Map.of(CorsSetup.PROPERTY, ReportedShop.setup()));
    assertThat(CorsReport.of(config).toMarkdown()).contains("policy \"public\" in code");
  }

  @Test
  void an_application_without_a_setup_is_reported_with_its_annotations() {
    assertThat(CorsReport.of(new ResourceConfig(ReportedShop.Orders.class)).toMarkdown())
        .contains("| origins | `https://*.example.org` | @CorsPolicy on Orders |");
  }

  @Test
  void a_setup_that_is_a_bean_is_handed_over() {
    CorsReport report =
        CorsReport.of(
            new ReportedShop.Shop(ReportedShop.Health.class),
            CorsSetup.builder()
                .defaultPolicy(Policy.builder().origins(ReportedShop.APP).build())
                .build());
    assertThat(report.toMarkdown())
        .contains("| origins | `https://app.example.com` | the default policy in code |")
        .contains("## Errors of no resource");
  }

  @Test
  void of_very_many_origins_some_are_shown_and_any_change_is_seen() {
    List<String> many =
        IntStream.range(0, 500).mapToObj("https://tenant-%d.example.com"::formatted).toList();
    String before = ofTenants(many);
    assertThat(before).contains("and 300 more (SHA-256 of all: ");
    assertThat(before.lines().filter(line -> line.contains("tenant-")).count()).isEqualTo(200);
    assertThat(ofTenants(many.subList(0, 499))).isNotEqualTo(before);
  }

  private static String ofTenants(List<String> origins) {
    return CorsReport.of(
            CorsSetup.builder().policy("public", Policy.builder().origins(origins).build()).build(),
            ReportedShop.Prices.class)
        .toMarkdown();
  }

  @Path("hostile/{x: `a|b`<i>}")
  @CorsPolicy(origins = ReportedShop.APP)
  public static class Hostile {
    @GET
    public String get(@HeaderParam("X`|*") String header) {
      return "";
    }
  }

  @Test
  void no_value_ends_its_cell_or_its_code() {
    String report = report(Hostile.class);
    assertThat(report)
        .contains("## `` /hostile/{x: `a\\|b`<i>} ``")
        .contains("| `` X`\\|* `` derived: declared by Hostile.get |");
    assertThat(MarkdownWriter.code("`a")).isEqualTo("`` `a ``");
    assertThat(MarkdownWriter.plain("<script>`|[a](b)\n*"))
        .isEqualTo("&lt;script&gt;\\`\\|\\[a\\](b)\\\\u000a\\*");
  }

  @Test
  void no_folder_of_the_machine_is_told() {
    assertThat(
            Whence.portable(
                "k in MicroProfile Config (PropertiesConfigSource[source=file:/app/META-INF/"
                    + "microprofile-config.properties])"))
        .isEqualTo(
            "k in MicroProfile Config"
                + " (PropertiesConfigSource[source=microprofile-config.properties])");
    assertThat(Whence.portable("k in X (jar:file:/srv/app.jar!/META-INF/a.properties)"))
        .isEqualTo("k in X (a.properties)");
    assertThat(Whence.portable("k in X (C:\\srv\\conf\\a.properties)"))
        .isEqualTo("k in X (a.properties)");
    assertThat(Whence.portable("Orders.replace (shop.pages in environment variables (SHOP_PAGES))"))
        .isEqualTo("Orders.replace (shop.pages in environment variables (SHOP_PAGES))");
  }
}
