package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Danger;
import dev.jaxrscors.policy.Member;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The effective values of each member. */
class ReportedPolicyTest {

  @Path("own-head")
  @CorsPolicy(origins = APP)
  public static class OwnHead {
    @GET
    public void get() {}

    @HEAD
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void head() {}
  }

  @Path("listing")
  @CorsPolicy(origins = APP, methods = "POST")
  public static class Listing {
    @GET
    public void get() {}

    @POST
    public void post(@HeaderParam("X-Api-Key") String key) {}
  }

  @Path("any")
  @CorsPolicy(
      origins = APP,
      allowedHeaders = {"*", "authorization"},
      exposedHeaders = "*",
      maxAge = CorsPolicy.BROWSER_DEFAULT)
  public static class Any {
    @GET
    public void get(@HeaderParam("X-Api-Key") String key) {}
  }

  @Path("guarded")
  @RolesAllowed("customer")
  @CorsPolicy(
      origins = APP,
      allowedHeaders = {CorsPolicy.DERIVED, "X-Api-Key"},
      exposedHeaders = {"X-Last", "ETag"})
  public static class Guarded {
    @GET
    @Path("{id: \\d+}")
    public void byNumber(@HeaderParam("X-Shared") String key) {}

    @POST
    @Path("{id: \\d+}")
    @Consumes("application/json")
    public void other(@HeaderParam("X-Shared") String key, @HeaderParam("X-Api-Key") String own) {}
  }

  @Path("closed")
  @CorsPolicy(origins = APP, allowedHeaders = CorsPolicy.NONE)
  public static class Closed {
    @GET
    public void get(@HeaderParam("X-Api-Key") String key) {}
  }

  private static ReportedPolicy policy(Class<?> type, String verb) {
    return CorsReport.of(ReportedShop.setup(), type).hosts().get(0).endpoints().stream()
        .filter(e -> e.verb().equals(verb))
        .findFirst()
        .flatMap(ReportedEndpoint::policy)
        .orElseThrow();
  }

  @Test
  void get_brings_head_along_unless_a_method_answers_it() {
    assertThat(policy(ReportedShop.Orders.class, "GET").methods()).containsExactly("GET", "HEAD");
    assertThat(policy(OwnHead.class, "GET").methods()).containsExactly("GET");
    assertThat(policy(OwnHead.class, "HEAD").methods()).containsExactly("HEAD");
  }

  @Test
  void of_the_verbs_of_a_path_those_are_told_that_the_policy_allows() {
    assertThat(policy(Listing.class, "GET").methods()).containsExactly("POST");
  }

  @Test
  void any_header_is_told_as_such_and_is_not_derived() {
    ReportedPolicy any = policy(Any.class, "GET");
    assertThat(any.headers()).containsExactly("*", "Authorization");
    assertThat(any.derived()).isEmpty();
    assertThat(any.exposed()).containsExactly("*");
    assertThat(policy(ReportedShop.Account.class, "GET").headers()).containsExactly("*");
  }

  @Test
  void without_a_max_age_the_browser_decides() {
    ReportedPolicy any = policy(Any.class, "GET");
    assertThat(any.maxAge()).isEqualTo(-1);
    assertThat(any.member(Member.MAX_AGE).values())
        .containsExactly("as browsers do without the header");
  }

  @Test
  void a_max_age_of_nothing_is_told_in_seconds() {
    assertThat(policy(JudgementTest.Forgetful.class, "GET").member(Member.MAX_AGE).values())
        .containsExactly("0 seconds");
  }

  @Test
  void each_derived_header_has_its_reason_and_a_listed_one_has_none() {
    ReportedPolicy guarded = policy(Guarded.class, "POST");
    assertThat(guarded.derived())
        .containsExactlyInAnyOrder(
            new DerivedHeader("Content-Type", "every resource may be sent a body"),
            new DerivedHeader("Authorization", "who calls it is looked at"),
            new DerivedHeader("X-Shared", "declared by Guarded.byNumber, Guarded.other"));
    assertThat(guarded.headers()).contains("X-Api-Key");
    assertThat(guarded.becauseByName()).hasSize(3);
    assertThat(guarded.member(Member.ALLOWED_HEADERS).values())
        .contains("X-Shared (derived)", "X-Api-Key");
  }

  @Test
  void exposed_headers_are_sorted() {
    assertThat(policy(Guarded.class, "GET").exposed()).containsExactly("ETag", "X-Last");
  }

  @Test
  void no_header_at_all_is_told_as_none() {
    ReportedPolicy closed = policy(Closed.class, "GET");
    assertThat(closed.headers()).isEmpty();
    assertThat(closed.derived()).isEmpty();
    assertThat(closed.member(Member.ALLOWED_HEADERS).values()).containsExactly("none");
  }

  @Test
  void a_policy_that_code_decides_is_not_for_nobody() {
    ReportedPolicy tenants = policy(ReportedShop.Tenanted.class, "GET");
    assertThat(tenants.isForNobody()).isFalse();
    assertThat(tenants.source()).isEqualTo("the origin source Tenants");
    assertThat(tenants.waived()).containsExactly(Danger.INSECURE_ORIGINS.name());
    assertThat(policy(ExplainedTargetTest.Realm.class, "DELETE").isForNobody()).isFalse();
    assertThat(policy(OwnHead.class, "HEAD").isForNobody()).isTrue();
  }
}
