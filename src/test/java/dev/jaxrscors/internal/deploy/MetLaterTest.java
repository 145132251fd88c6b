package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is found out of an application after it was deployed, and what follows from it. */
class MetLaterTest {

  private static final String SITE = "https://app.example.com";
  private static final Authentication BEARER = new Authentication(Optional.of("Bearer"), Set.of());

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Orders {
    @GET
    public void get() {}

    @Path("undeclared")
    public Object undeclared() {
      return new ByHand();
    }

    @Path("lines")
    public Lines lines() {
      return new Lines();
    }
  }

  @Path("ungoverned")
  static class Ungoverned {
    @GET
    public void get() {}

    @Path("undeclared")
    public Object undeclared() {
      return new ByHand();
    }
  }

  static class Lines {
    @GET
    public void get() {}

    @Path("parts")
    public Parts parts() {
      return new Parts();
    }
  }

  static class Parts {
    @PUT
    public void put() {}
  }

  static class ByHand {
    @GET
    public void get() {}

    @OPTIONS
    public void options() {}
  }

  @CorsPolicy(origins = "https://other.example.com")
  static class Other {
    @GET
    public void get() {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.openAt(Level.FINE);

  private static Deployment deploy(
      Function<Set<Class<?>>, Authentication> authentications, Class<?>... components) {
    return Deployment.of(
        Setup.EMPTY,
        Optional.empty(),
        List.of(components),
        Deployment.Lasting.nothing(),
        authentications);
  }

  private static Deployment deploy(Class<?>... components) {
    return deploy(filters -> Authentication.UNKNOWN, components);
  }

  private static String allowedHeaders(Deployment deployment) {
    AppliedPolicy applied =
        deployment.applied(Orders.class, Fakes.method(Orders.class, "get"), List.of());
    return ((AppliedPolicy.Governed) applied).compiled().allowedHeaders();
  }

  private List<String> ofAuthorization() {
    return log.infos().stream().filter(line -> line.contains("looks at who calls")).toList();
  }

  @Test
  void who_looks_at_callers_may_be_shown_by_the_first_request() {
    Deployment deployment =
        deploy(filters -> filters.isEmpty() ? Authentication.UNKNOWN : BEARER, Orders.class);
    assertThat(allowedHeaders(deployment)).isEqualTo("Content-Type");
    deployment.serve(Set.of(ByHand.class));
    assertThat(allowedHeaders(deployment)).contains("Authorization");
    assertThat(deployment.authentication()).isEqualTo(BEARER);
    assertThat(ofAuthorization())
        .containsExactly(
            "CORS request header Authorization is derived wherever origins is not \"*\", because"
                + " Bearer looks at who calls");
  }

  /** An application whose other features come after this one. */
  private static Function<Set<Class<?>>, Authentication> foundTheSecondTime() {
    Map<String, Authentication> found = new HashMap<>();
    return filters -> found.put("next", BEARER) == null ? Authentication.UNKNOWN : BEARER;
  }

  @Test
  void it_may_be_asked_before_and_is_settled_once_requests_are_served() {
    Deployment asked = deploy(foundTheSecondTime(), Orders.class);
    asked.complete();
    assertThat(asked.authentication()).isEqualTo(BEARER);

    Deployment serving =
        deploy(filters -> filters.isEmpty() ? BEARER : Authentication.UNKNOWN, Orders.class);
    serving.serve(Set.of(ByHand.class));
    serving.complete();
    assertThat(serving.authentication()).isEqualTo(Authentication.UNKNOWN);
  }

  @Test
  void a_survey_waits_for_no_request() {
    HostDeployments deployments =
        new Deployer(
                Setup.EMPTY,
                Optional.empty(),
                List.of(Orders.class),
                () -> Deployer.configuration(Map.of()),
                foundTheSecondTime())
            .deploy();
    assertThat(deployments.authentication()).isEqualTo(Authentication.UNKNOWN);
    assertThat(deployments.surveyCompleted().hosts()).hasSize(1);
    assertThat(deployments.authentication()).isEqualTo(BEARER);
  }

  @Test
  void without_any_policy_nobody_is_told_of_it() {
    Deployment deployment = deploy(filters -> filters.isEmpty() ? Authentication.UNKNOWN : BEARER);
    deployment.serve(Set.of(ByHand.class));
    assertThat(ofAuthorization()).isEmpty();
  }

  @Test
  void an_application_whose_authentication_cannot_be_found_is_served() {
    Deployment deployment =
        deploy(
            filters -> {
              throw new IllegalStateException("no container");
            },
            Orders.class);
    assertThat(deployment.authentication()).isEqualTo(Authentication.UNKNOWN);
    assertThat(log.records())
        .filteredOn(line -> line.getLevel().equals(Level.FINE))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getMessage())
                  .isEqualTo("How the application authenticates is not known");
              assertThat(line.getThrown()).hasMessage("no container");
            });
  }

  private static void meet(Deployment deployment, Class<?> type, Class<?>... parents) {
    meet(deployment, type, List.of(parents));
  }

  private static void meet(Deployment deployment, Class<?> type, List<? extends Class<?>> parents) {
    deployment.applied(type, Fakes.method(type, "get"), List.copyOf(parents));
  }

  @Test
  void a_method_for_options_that_no_locator_declared_is_hinted_at_once() {
    Deployment deployment = deploy(Orders.class, Ungoverned.class);
    for (int parents = 1; parents <= 3; parents++) {
      meet(deployment, ByHand.class, Collections.nCopies(parents, Ungoverned.class));
      assertThat(log.infos())
          .filteredOn(line -> line.startsWith("CORS hint: ByHand.options, "))
          .hasSize(1);
    }
  }

  @Test
  void one_without_parents_is_no_matter_of_locators() {
    Deployment deployment = deploy(Orders.class);
    meet(deployment, ByHand.class);
    assertThat(log.infos()).noneMatch(line -> line.startsWith("CORS hint: "));
  }

  @Test
  void what_locators_declare_counts_from_the_deployment_on_however_deep() {
    assertThat(deploy(Orders.class).policyLines(List.of(Orders.class), ""))
        .singleElement()
        .asString()
        .contains("3 endpoints: ");
  }

  @Test
  void one_below_with_other_origins_ends_what_resources_agree_on() {
    Deployment deployment = deploy(Orders.class);
    assertThat(deployment.forUnmatched().policy()).isNotNull();
    meet(deployment, Other.class, Orders.class);
    assertThat(deployment.forUnmatched()).isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }

  @Path("deep")
  @CorsPolicy(origins = SITE)
  static class Deep {
    @Path("middle")
    public Middle middle() {
      return new Middle();
    }
  }

  static class Middle {
    @Path("other")
    public Other other() {
      return new Other();
    }
  }

  @Test
  void so_does_one_that_is_declared_two_locators_below() {
    assertThat(deploy(Orders.class).forUnmatched().policy()).isNotNull();
    assertThat(deploy(Orders.class, Deep.class).forUnmatched())
        .isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }
}
