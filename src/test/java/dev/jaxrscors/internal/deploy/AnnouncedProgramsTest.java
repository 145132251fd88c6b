package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.runtime.JerseyMatch;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Methods that code registers, as a runtime announces them and as requests are matched to them. */
class AnnouncedProgramsTest {

  private static final String SITE = "https://app.example.com";

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Orders {
    @GET
    public void get() {}
  }

  @CorsPolicy(origins = SITE)
  static class Handler {
    public void read() {}

    public void write() {}

    @CorsPolicy(refusal = Refusal.REJECT)
    public void reject() {}

    @CorsPolicy(origins = "nonsense")
    public void wrong() {}
  }

  static class Ungoverned {
    public void read() {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static Deployment deploy(Class<?>... components) {
    return Deployed.of(Setup.EMPTY, Optional.empty(), List.of(components));
  }

  private static void announce(Deployment deployment, Class<?> type, String method) {
    deployment.announce(type, Fakes.method(type, method));
  }

  @Test
  void one_with_a_policy_makes_policies_possible_and_errors_readable() {
    Deployment deployment = deploy();
    announce(deployment, Handler.class, "read");
    assertThat(deployment.isPolicyPossible()).isTrue();
    assertThat(deployment.mayJudgeEarly()).isFalse();
    assertThat(deployment.forUnmatched().policy())
        .isEqualTo(Policy.builder().origins(SITE).build());
  }

  @Test
  void one_that_rejects_is_judged_early() {
    Deployment deployment = deploy();
    announce(deployment, Handler.class, "reject");
    assertThat(deployment.mayJudgeEarly()).isTrue();
  }

  @Test
  void one_without_a_policy_ends_what_resources_agree_on() {
    Deployment deployment = deploy(Orders.class);
    announce(deployment, Ungoverned.class, "read");
    assertThat(deployment.forUnmatched()).isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);

    Deployment without = deploy();
    announce(without, Ungoverned.class, "read");
    assertThat(without.isPolicyPossible()).isFalse();
  }

  @Test
  void one_of_the_runtime_says_nothing() {
    Deployment deployment = deploy(Orders.class);
    announce(deployment, ResourceConfig.class, "getClasses");
    assertThat(deployment.forUnmatched().policy()).isNotNull();
  }

  @Test
  void one_that_is_wrong_stops_the_deployment_and_later_goes_to_the_log() {
    Deployment deployment = deploy(Orders.class);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> announce(deployment, Handler.class, "wrong"));

    deployment.serve(Set.of());
    announce(deployment, Handler.class, "wrong");
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith("CORS policies of Handler are refused at every request: ");
  }

  @Test
  void a_request_is_judged_with_those_beside_it_that_share_its_policy() {
    Deployment deployment = deploy();
    Method read = Fakes.method(Handler.class, "read");
    List<JerseyMatch.Registered> beside =
        List.of(
            registered(Handler.class, "read"),
            registered(Handler.class, "write"),
            registered(Handler.class, "reject"),
            registered(Ungoverned.class, "read"),
            registered(ResourceConfig.class, "getClasses"));
    List<JerseyMatch.Registered> sharing = new ArrayList<>();
    AppliedPolicy applied =
        deployment.appliedToProgram(
            Handler.class, read, List.of(), test -> verbs(beside, test, sharing));
    assertThat(applied.policy()).isEqualTo(Policy.builder().origins(SITE).build());
    assertThat(sharing).map(r -> r.method().getName()).containsExactly("read", "write");
  }

  private static JerseyMatch.Registered registered(Class<?> type, String method) {
    return new JerseyMatch.Registered("GET", type, Fakes.method(type, method));
  }

  private static Set<RequestMethod> verbs(
      List<JerseyMatch.Registered> beside,
      Predicate<JerseyMatch.Registered> test,
      List<JerseyMatch.Registered> sharing) {
    beside.stream().filter(test).forEach(sharing::add);
    return Set.of(RequestMethod.of("GET"));
  }

  @Test
  void a_request_to_the_runtime_itself_is_not_governed() {
    Setup setup = new Setup.Builder().defaultPolicy(Policy.builder().origins(SITE).build()).build();
    Deployment deployment = Deployed.of(setup, Optional.empty(), List.of());
    assertThat(
            deployment.appliedToProgram(
                ResourceConfig.class,
                Fakes.method(ResourceConfig.class, "getClasses"),
                List.of(),
                test -> Set.of()))
        .isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
  }
}
