package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an origin source is asked about a request that is explained: what it would be asked by it.
 */
class ExplainedTargetTest {

  @Path("realms/{realm}")
  @CorsPolicy(originSource = Realms.class, allowedHeaders = "X-Tenant")
  public static class Realm {
    @DELETE
    public void delete(@PathParam("realm") String realm) {}
  }

  /** Says no, and in its remedy all that it was asked about. */
  public static class Realms implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return target.pathParameter("realm").filter("open"::equals).isPresent();
    }

    @Override
    public String remedy(Origin origin, Target target) {
      return String.join(
          " ",
          List.of(
              target.method(),
              target.host(),
              target.path(),
              target.requestPath(),
              "preflight=" + target.isPreflight(),
              target.pathParameter("realm").orElse("none"),
              target.pathParameter("other").orElse("none"),
              target.header("origin").orElse("none"),
              target.header("X-Tenant").orElse("none")));
    }
  }

  private final CorsReport report = CorsReport.of(ReportedShop.setup(), Realm.class);

  private static String remedy(Explanation explanation) {
    return explanation.reasons().stream()
        .filter(reason -> reason.step().equals("remedy"))
        .map(Explanation.Reason::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_source_knows_of_a_preflight_what_the_preflight_says() {
    assertThat(remedy(report.explain(APP, "DELETE", "/realms/a%20b?x", "X-Tenant: t")))
        .isEqualTo(
            "DELETE localhost /realms/{realm} /realms/a%20b preflight=true a b none "
                + APP
                + " none");
  }

  @Test
  void a_source_is_asked_again_by_the_request_itself_which_has_its_headers() {
    PageCall call = PageCall.of(APP, "GET", "/realms/a", List.of("X-Tenant: t"));
    Target request = new ExplainedTarget(call, "a.example", "/realms/{realm}", false);
    assertThat(new Realms().remedy(Origin.parse(APP), request))
        .isEqualTo("GET a.example /realms/{realm} /realms/a preflight=false a none " + APP + " t");
  }

  @Test
  void where_no_resource_is_there_is_no_parameter() {
    PageCall call = PageCall.of(APP, "GET", "/{}", List.of());
    Target request = new ExplainedTarget(call, "a.example", Target.UNMATCHED, false);
    assertThat(request.isMatched()).isFalse();
    assertThat(request.pathParameter("")).isEmpty();
  }

  @Test
  void what_it_allows_is_granted_in_its_name() {
    Explanation granted = report.explain(APP, "DELETE", "/realms/open");
    assertThat(granted.outcome()).isEqualTo(Explanation.Outcome.SHARED);
    assertThat(granted.reasons())
        .filteredOn(reason -> reason.step().equals("origins"))
        .singleElement()
        .extracting(Explanation.Reason::text)
        .isEqualTo(
            "\"https://app.example.com\" is allowed by the origin source Realms"
                + " (@CorsPolicy on Realm)");
  }
}
