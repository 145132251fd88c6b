package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.ProblemKind;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.wadl.internal.WadlResource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One application: what is checked when it starts, and what is found out later. */
class DeploymentTest {

  private static final String SITE = "https://app.example.com";

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Orders {
    @GET
    public void get() {}
  }

  @Path("ungoverned")
  static class UngovernedOrders {
    @GET
    public void get() {}
  }

  @Path("no-origin")
  @CorsPolicy(maxAge = 5)
  static class NoOrigin {
    @GET
    public void get() {}

    @PUT
    @CorsPolicy(origins = "https://app.example.com/")
    public void put() {}
  }

  @Path("rejecting")
  @CorsPolicy(origins = SITE, refusal = Refusal.REJECT)
  static class Rejecting {
    @GET
    public void get() {}
  }

  @Path("asking")
  @CorsPolicy(originSource = Nobody.class)
  static class Asking {
    @GET
    public void get() {}
  }

  static class Nobody implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }
  }

  static class UnwrittenLine {
    @GET
    public void get() {}
  }

  @Path("governed-locator")
  @CorsPolicy(origins = SITE)
  static class GovernedLocator {
    @Path("line")
    public UnwrittenLine line() {
      return new UnwrittenLine();
    }
  }

  @CorsPolicy(origins = "https://narrow.example.com")
  static class NarrowedOrders extends Orders {}

  @Path("path-only")
  interface PathOnly {
    @GET
    void get();
  }

  @Path("incomplete")
  @CorsPolicy(maxAge = 5)
  interface Incomplete {
    @GET
    void get();
  }

  @CorsPolicy(origins = SITE)
  static class Complete implements Incomplete {
    @Override
    public void get() {}
  }

  @CorsPolicy(origins = SITE)
  static class Stray {
    @CorsPolicy(maxAge = 5)
    public void helper() {}
  }

  @CorsPolicy(maxAge = 5)
  static class Line {
    @GET
    public void get() {}
  }

  @CorsPolicy(maxAge = -5)
  static class BrokenLine {
    @GET
    public void get() {}
  }

  @CorsPolicy(origins = SITE)
  static class UnequalLine {
    @GET
    @Produces("text/plain")
    public void text() {}

    @GET
    @Produces("text/csv")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void csv() {}
  }

  @Path("typed")
  static class TypedLocator {
    @Path("line")
    public Line line() {
      return new Line();
    }
  }

  @Path("broken")
  static class BrokenLocator {
    @Path("line")
    public BrokenLine line() {
      return new BrokenLine();
    }
  }

  @Path("counts-on-a-root-alone")
  @CorsPolicy(maxAge = 5)
  static class PartialLine {
    @GET
    public void get() {}
  }

  @Path("completed")
  @CorsPolicy(origins = SITE)
  static class CompletingLocator {
    @Path("line")
    public PartialLine line() {
      return new PartialLine();
    }
  }

  @Path("open")
  static class OpenLocator {
    @Path("line")
    public Object line() {
      return new Line();
    }
  }

  @Path("knot")
  static class KnotLocator {
    @Path("next")
    public KnotLocator next() {
      return this;
    }
  }

  @CorsPolicy(origins = "https://default.example")
  static class Shop extends Application {}

  @CorsPolicy(origins = "HTTPS://default.example")
  static class BrokenShop extends Application {}

  @CorsPolicy(maxAge = 7)
  static class PartialShop extends Application {}

  @AutoClose private final CapturedLog log = CapturedLog.open();

  @Test
  void every_mistake_of_every_class_is_told_at_once_sorted_by_place() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deploy(Stray.class, Orders.class, NoOrigin.class, BrokenLocator.class))
        .satisfies(
            thrown ->
                assertThat(thrown.mistakes())
                    .extracting(m -> m.place() + " " + m.problem().kind())
                    .containsExactly(
                        "BrokenLine MAX_AGE_TOO_SMALL",
                        "NoOrigin NO_ORIGIN",
                        "NoOrigin.put INVALID_VALUE",
                        "Stray NO_RESOURCE_METHOD",
                        "Stray.helper NO_RESOURCE_METHOD"));
  }

  @Test
  void what_a_class_with_a_path_lacks_the_parents_may_have_that_lead_to_it() {
    assertThat(deploy(CompletingLocator.class).roots()).containsExactly(CompletingLocator.class);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deploy(CompletingLocator.class, PartialLine.class))
        .satisfies(
            thrown ->
                assertThat(thrown.mistakes())
                    .map(Kinds::of)
                    .containsExactly("PartialLine, origins: NO_ORIGIN"));
  }

  @Test
  void it_is_one_where_the_runtime_registers_it() {
    Deployment deployment = deploy(CompletingLocator.class);
    Method get = method(PartialLine.class, "get");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deployment.announce(PartialLine.class, get))
        .satisfies(
            thrown ->
                assertThat(thrown.mistakes())
                    .map(Kinds::of)
                    .containsExactly("PartialLine, origins: NO_ORIGIN"));
  }

  /** RESTEasy announces a sub-resource when a request has come to it. */
  @Test
  void it_is_none_where_a_request_has_led_to_it() {
    Deployment deployment = deploy(CompletingLocator.class);
    deployment.serve(Set.of());
    deployment.announce(PartialLine.class, method(PartialLine.class, "get"));
    assertThat(deployment.roots()).containsExactly(CompletingLocator.class);
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void what_is_derived_is_one_line_for_a_class() {
    Deployment deployment = deploy(Orders.class);
    deployment.announce(Orders.class);
    applied(deployment, Orders.class);
    assertThat(log.lines())
        .containsExactly(
            "INFO CORS request headers derived for Orders: GET|HEAD /orders: Content-Type");
  }

  @Test
  void without_any_policy_there_is_none_to_find() {
    Deployment deployment = deploy(UngovernedOrders.class, KnotLocator.class);
    assertThat(deployment.isPolicyPossible()).isFalse();
    assertThat(deployment.forUnmatched()).isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
    assertThat(applied(deployment, UngovernedOrders.class))
        .isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
  }

  @Test
  void a_policy_is_possible_where_one_is_or_may_be_below_a_locator() {
    assertThat(deploy(Orders.class).isPolicyPossible()).isTrue();
    assertThat(deploy(TypedLocator.class).isPolicyPossible()).isTrue();
    assertThat(deploy(OpenLocator.class).isPolicyPossible()).isTrue();
    assertThat(deploy(GovernedLocator.class).isPolicyPossible()).isTrue();
  }

  @Test
  void a_policy_may_decide_early_where_it_rejects_or_asks_or_a_locator_may_lead_to_one_that_does() {
    assertThat(deploy(Orders.class, UngovernedOrders.class).mayJudgeEarly()).isFalse();
    assertThat(deploy(Orders.class, Rejecting.class).mayJudgeEarly()).isTrue();
    assertThat(deploy(Orders.class, Asking.class).mayJudgeEarly()).isTrue();
    assertThat(deploy(Orders.class, KnotLocator.class).mayJudgeEarly()).isTrue();
    Deployment deployment = deploy(Orders.class);
    deployment.announce(Rejecting.class);
    assertThat(deployment.mayJudgeEarly()).isTrue();
  }

  @Test
  void what_inherits_a_path_may_be_listed_with_what_it_inherits_from() {
    Deployment deployment = deploy(Complete.class, Incomplete.class);
    assertThat(applied(deployment, Complete.class)).isInstanceOf(AppliedPolicy.Governed.class);
    assertThatNoException().isThrownBy(() -> deploy(Orders.class, NarrowedOrders.class));
  }

  @Test
  void a_policy_is_possible_where_an_interface_has_the_path_of_a_class_that_is_not_known() {
    Deployment deployment = deploy(UngovernedOrders.class);
    deployment.announce(PathOnly.class);
    assertThat(deployment.isPolicyPossible()).isTrue();
  }

  @Test
  void a_policy_that_is_met_late_may_decide_early_from_then_on() {
    Deployment deployment = deploy(Orders.class);
    applied(deployment, Rejecting.class);
    assertThat(deployment.mayJudgeEarly()).isTrue();
  }

  @Test
  void an_interface_with_a_path_may_leave_the_origins_to_the_class_that_implements_it() {
    Deployment deployment = deploy();
    deployment.announce(Incomplete.class);
    assertThat(applied(deployment, Incomplete.class)).isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(applied(deployment, Complete.class)).isInstanceOf(AppliedPolicy.Governed.class);
  }

  @Test
  void a_policy_is_possible_once_a_class_with_one_is_announced() {
    Deployment deployment = deploy(UngovernedOrders.class);
    deployment.announce(Orders.class);
    assertThat(deployment.isPolicyPossible()).isTrue();
  }

  @Test
  void the_application_or_the_default_policy_judges_what_nothing_matched() {
    assertThat(deploy(UngovernedOrders.class).forUnmatched())
        .isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
    assertThat(deploy(Shop.class, Setup.EMPTY).forUnmatched())
        .isInstanceOfSatisfying(
            AppliedPolicy.Governed.class,
            g -> assertThat(g.compiled().policy()).isEqualTo(policy("https://default.example")));
    Setup setup = new Setup.Builder().defaultPolicy(policy(SITE)).build();
    assertThat(Deployed.of(setup, Optional.empty(), List.of()).forUnmatched())
        .isInstanceOfSatisfying(
            AppliedPolicy.Governed.class,
            g -> assertThat(g.compiled().policy()).isEqualTo(policy(SITE)));
  }

  @Test
  void the_application_may_leave_the_origins_to_its_resources() {
    Deployment deployment =
        Deployed.of(Setup.EMPTY, Optional.of(PartialShop.class), List.of(Orders.class));
    assertThat(deployment.forUnmatched())
        .isInstanceOfSatisfying(
            AppliedPolicy.Governed.class,
            g -> assertThat(g.compiled().policy().origins()).isEqualTo(policy(SITE).origins()));
    assertThat(applied(deployment, Orders.class))
        .isInstanceOfSatisfying(
            AppliedPolicy.Governed.class,
            g -> assertThat(g.compiled().policy().maxAge().seconds()).isEqualTo(7));
  }

  @Test
  void what_is_wrong_on_the_application_stops_it_though_every_resource_says_better() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(
            () -> Deployed.of(Setup.EMPTY, Optional.of(BrokenShop.class), List.of(Orders.class)))
        .withMessageStartingWith("BrokenShop, member origins: \"HTTPS://default.example\"");
  }

  @Test
  void the_application_is_no_stray_class_and_governs_what_says_nothing() {
    Deployment deployment =
        Deployed.of(
            Setup.EMPTY, Optional.of(Shop.class), List.of(Shop.class, UngovernedOrders.class));
    assertThat(applied(deployment, UngovernedOrders.class))
        .isInstanceOf(AppliedPolicy.Governed.class);
  }

  @Test
  void in_production_policies_in_code_are_checked_too() {
    Setup setup =
        new Setup.Builder()
            .production()
            .policy("local", policy("http://localhost"))
            .defaultPolicy(policy("http://a.example"))
            .build();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Deployed.of(setup, Optional.empty(), List.of()))
        .satisfies(
            thrown ->
                assertThat(thrown.mistakes())
                    .extracting(InvalidPolicyException.Mistake::place)
                    .contains("policy \"local\"", "the default policy"));
  }

  @Test
  void so_is_the_default_policy_though_the_application_has_one() {
    Setup setup =
        new Setup.Builder().production().defaultPolicy(policy("http://a.example")).build();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Deployed.of(setup, Optional.of(Shop.class), List.of()))
        .satisfies(
            thrown ->
                assertThat(thrown.mistakes())
                    .extracting(InvalidPolicyException.Mistake::place)
                    .containsOnly("the default policy"));
  }

  @CorsPolicy(origins = SITE)
  static class Handler implements Inflector<ContainerRequestContext, Response> {
    @Override
    public Response apply(ContainerRequestContext request) {
      return Response.noContent().build();
    }
  }

  @Test
  void an_annotation_on_what_handles_requests_that_code_registers_is_no_stray_one() {
    assertThatNoException().isThrownBy(() -> deploy(Handler.class));
  }

  @Test
  void a_class_announced_before_the_first_request_stops_the_deployment() {
    Deployment deployment = deploy(Orders.class);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deployment.announce(BrokenLine.class));
  }

  @Test
  void a_sub_resource_may_leave_the_origins_to_its_parents() {
    Deployment deployment = deploy(Orders.class);
    assertThatNoException().isThrownBy(() -> deployment.announce(Line.class));
    assertThat(applied(deployment, Line.class, Orders.class))
        .isInstanceOf(AppliedPolicy.Governed.class);
  }

  @Test
  void a_class_announced_after_the_first_request_is_logged_and_refused() {
    Deployment deployment = deploy(Orders.class);
    deployment.serve(Set.of());
    log.clear();
    deployment.announce(BrokenLine.class);
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(
            line ->
                line.startsWith("SEVERE CORS policies of BrokenLine are refused at every request"));
    assertThat(applied(deployment, BrokenLine.class)).isInstanceOf(AppliedPolicy.Broken.class);
  }

  @Test
  void one_that_may_leave_the_origins_to_its_parents_is_no_mistake_then_either() {
    Deployment deployment = deploy(Orders.class);
    deployment.serve(Set.of());
    deployment.announce(Line.class, method(Line.class, "get"));
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void siblings_met_too_late_with_unequal_policies_are_refused_as_the_log_says() {
    Deployment deployment = deploy(Orders.class);
    deployment.serve(Set.of());
    deployment.announce(UnequalLine.class);
    assertThat(deployment.applied(UnequalLine.class, method(UnequalLine.class, "csv"), List.of()))
        .isInstanceOf(AppliedPolicy.Broken.class);
    assertThat(deployment.applied(UnequalLine.class, method(UnequalLine.class, "text"), List.of()))
        .isInstanceOf(AppliedPolicy.Broken.class);
  }

  @Test
  void one_met_below_its_parents_without_any_origins_is_logged_once_and_refused() {
    Deployment deployment = deploy(OpenLocator.class);
    deployment.serve(Set.of());
    log.clear();
    for (int i = 0; i < 3; i++) {
      assertThat(applied(deployment, Line.class, OpenLocator.class))
          .isInstanceOf(AppliedPolicy.Broken.class)
          .extracting(AppliedPolicy::provenance)
          .isEqualTo(Provenance.at("Line"));
    }
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(line -> line.contains("nothing is set at any level"));
  }

  @CorsPolicy(credentials = Credentials.ALLOW)
  static class CredentialLine {
    @GET
    public void get() {}
  }

  @Path("accounts")
  @CorsPolicy(origins = SITE)
  static class Accounts {
    @Path("line")
    public CredentialLine line() {
      return new CredentialLine();
    }
  }

  @Test
  void a_sub_resource_is_not_blamed_for_a_default_that_its_parents_replace() {
    Setup setup = new Setup.Builder().defaultPolicy(policy("*")).build();
    assertThatNoException()
        .isThrownBy(() -> Deployed.of(setup, Optional.empty(), List.of(Accounts.class)));
  }

  @Test
  void a_description_that_the_runtime_makes_is_never_governed() {
    Setup setup = new Setup.Builder().defaultPolicy(policy(SITE)).build();
    Deployment deployment = Deployed.of(setup, Optional.empty(), List.of(WadlResource.class));
    assertThat(
            deployment.applied(
                WadlResource.class, method(WadlResource.class, "getWadl"), List.of()))
        .isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
  }

  @CorsPolicy(origins = SITE)
  static class ProxiedApplication extends Application {}

  @Test
  void an_application_is_no_stray_place_although_a_container_stands_in_front_of_it() {
    Class<?> inFront = new ProxiedApplication() {}.getClass();
    assertThatNoException()
        .isThrownBy(
            () ->
                Deployed.of(Setup.EMPTY, Optional.of(inFront), List.of(ProxiedApplication.class)));
  }

  @Test
  void a_stray_annotation_is_a_mistake_of_its_own_kind() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deploy(Stray.class))
        .satisfies(
            thrown ->
                assertThat(thrown.problems()).containsOnly(ProblemKind.NO_RESOURCE_METHOD.of()));
  }

  private static Deployment deploy(Class<?>... components) {
    return Deployed.of(Setup.EMPTY, Optional.empty(), List.of(components));
  }

  private static Deployment deploy(Class<?> application, Setup setup) {
    return Deployed.of(setup, Optional.of(application), List.of());
  }

  private static Policy policy(String origin) {
    return Policy.builder().origins(origin).build();
  }

  private static AppliedPolicy applied(Deployment deployment, Class<?> type, Class<?>... parents) {
    return deployment.applied(type, method(type, "get"), List.of(parents));
  }

  private static Method method(Class<?> type, String name) {
    return Fakes.method(type, name);
  }
}
