package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One deployment on all hosts: what configuration says of each, and all that is wrong with it. */
class DeployerTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";

  @Path("shop")
  @CorsPolicy("shop")
  static class Shop {
    @GET
    public void get() {}
  }

  @Path("wrong")
  @CorsPolicy(origins = "https://a.example/")
  static class Wrong {
    @GET
    public void get() {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final Map<String, Object> properties =
      new HashMap<>(Map.of("cors.policy.shop.origins", A));

  private DeployerTest with(String key, String value) {
    properties.put(key, value);
    return this;
  }

  private HostDeployments deploy(Setup setup, Class<?>... components) {
    return new Deployer(
            setup,
            Optional.empty(),
            List.of(components),
            () -> Deployer.configuration(properties),
            filters -> Authentication.UNKNOWN)
        .deploy();
  }

  private HostDeployments deploy(Class<?>... components) {
    return deploy(Setup.EMPTY, components);
  }

  private List<String> mistakes(Class<?>... components) {
    try {
      deploy(components);
      return List.of();
    } catch (InvalidPolicyException e) {
      return e.mistakes().stream().map(Kinds::of).toList();
    }
  }

  private static boolean allows(Deployment deployment, String origin) {
    Policy policy =
        deployment.applied(Shop.class, Fakes.method(Shop.class, "get"), List.of()).policy();
    return policy != null && policy.origins().lists(origin);
  }

  @Test
  void without_settings_nothing_is_out_of_the_ordinary() {
    HostDeployments deployments = deploy(Shop.class);
    assertThat(deployments.mayChange()).isFalse();
    assertThat(deployments.trustsForwarded()).isFalse();
    assertThat(deployments.ownOrigins()).isEmpty();
    assertThat(deployments.isOff()).isFalse();
    assertThat(deployments.mapsUnhandledExceptions()).isFalse();
    assertThat(deployments.byHost()).isEmpty();
    assertThat(deployments.settings().reloadNanos()).isZero();
    assertThat(deployments.methods()).isEqualTo(1);
  }

  @Test
  void settings_hold_on_every_host() {
    with("cors.reload", "2s")
        .with("cors.trust-forwarded", "true")
        .with("cors.own-origins", B)
        .with("cors.map-unhandled-exceptions", "true");
    HostDeployments deployments = deploy(Shop.class);
    assertThat(deployments.mayChange()).isTrue();
    assertThat(deployments.settings().reloadNanos()).isEqualTo(2_000_000_000L);
    assertThat(deployments.trustsForwarded()).isTrue();
    assertThat(deployments.ownOrigins()).containsExactly(B);
    assertThat(deployments.mapsUnhandledExceptions()).isTrue();
  }

  @Test
  void configuration_that_is_never_read_again_is_forgotten() {
    HostDeployments forgetful = deploy(Shop.class);
    with("cors.policy.shop.origins", B);
    assertThat(forgetful.settings().settings().outdated()).isEmpty();

    with("cors.reload", "2s");
    HostDeployments remembering = deploy(Shop.class);
    with("cors.policy.shop.origins", A);
    assertThat(remembering.settings().settings().outdated())
        .containsExactly("cors.policy.shop.origins");
  }

  private DeployerTest onHosts() {
    return with("cors.hosts", "pay,auth")
        .with("cors.host.pay.name", "pay.example, payments.example")
        .with("cors.host.auth.name", "auth.example");
  }

  @Test
  void each_host_has_what_configuration_says_of_it() {
    HostDeployments deployments =
        onHosts().with("cors.host.pay.policy.shop.origins", B).deploy(Shop.class);
    assertThat(deployments.byHost())
        .containsOnlyKeys("pay.example", "payments.example", "auth.example");
    assertThat(allows(deployments.byHost().get("pay.example"), B)).isTrue();
    assertThat(allows(deployments.byHost().get("pay.example"), A)).isFalse();
    assertThat(deployments.byHost().get("payments.example"))
        .isSameAs(deployments.byHost().get("pay.example"));
    assertThat(allows(deployments.byHost().get("auth.example"), A)).isTrue();
    assertThat(allows(deployments.others(), A)).isTrue();
  }

  @Test
  void all_that_is_wrong_is_told_at_once_and_what_is_wrong_everywhere_once() {
    onHosts()
        .with("cors.host.pay.policy.shop.origins", "nonsense")
        .with("cors.reload", "soon")
        .with("cors.trust-forwarded", "perhaps")
        .with("cors.host.auth.name", "auth.example/");
    assertThat(mistakes(Shop.class, Wrong.class))
        .map(mistake -> mistake.replaceFirst(" in application properties.*", ""))
        .containsExactly(
            "Wrong, origins: INVALID_VALUE https://a.example/",
            "cors.host.auth.name",
            "cors.host.pay.policy.shop.origins",
            "cors.reload",
            "cors.trust-forwarded");
  }

  @Test
  void what_is_wrong_on_one_host_alone_names_it() {
    onHosts()
        .with("cors.host.pay.production", "true")
        .with("cors.policy.shop.origins", "http://a.example");
    assertThat(mistakes(Shop.class))
        .singleElement()
        .asString()
        .startsWith("cors.policy.shop.origins in application properties on host pay, origins: ");
  }

  @Test
  void what_is_off_is_stopped_by_nothing_and_warns_of_it() {
    with("cors.enabled", "false").with("cors.reload", "soon");
    HostDeployments deployments = deploy(Wrong.class);
    assertThat(deployments.isOff()).isTrue();
    assertThat(deployments.mapsUnhandledExceptions()).isFalse();
    assertThat(log.warnings())
        .hasSize(2)
        .allMatch(
            line ->
                line.startsWith(
                    "CORS is switched off, and would stop the deployment if it were on: "))
        .anyMatch(line -> line.contains("Wrong, member origins"))
        .anyMatch(line -> line.contains("cors.reload in application properties"));
  }

  @Test
  void without_mistakes_there_is_nothing_to_warn_of() {
    HostDeployments deployments = with("cors.enabled", "false").deploy(Shop.class);
    assertThat(deployments.isOff()).isTrue();
    assertThat(deployments.others().isPolicyPossible()).isFalse();
    assertThat(deployments.others().mayJudgeEarly()).isFalse();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_host_that_is_on_is_served_although_others_are_off() {
    onHosts().with("cors.enabled", "false").with("cors.host.pay.enabled", "true");
    HostDeployments deployments = deploy(Shop.class);
    assertThat(deployments.isOff()).isFalse();
    assertThat(deployments.others().isOff()).isTrue();
    assertThat(allows(deployments.byHost().get("pay.example"), A)).isTrue();
  }

  @Test
  void what_is_wrong_on_a_host_that_is_off_stops_nothing() {
    onHosts()
        .with("cors.host.pay.enabled", "false")
        .with("cors.host.pay.policy.shop.origins", "nonsense");
    HostDeployments deployments = deploy(Shop.class);
    assertThat(deployments.byHost().get("pay.example").isOff()).isTrue();
    assertThat(deployments.byHost().get("pay.example").setup()).isSameAs(Setup.OFF);
    assertThat(log.warnings()).singleElement().asString().contains("nonsense");
  }

  @Test
  void what_is_refused_stops_nothing_is_said_and_grants_nothing() {
    onHosts()
        .with("cors.on-mistake", "refuse")
        .with("cors.reload", "soon")
        .with("cors.host.pay.policy.shop.origins", "nonsense");
    HostDeployments deployments = deploy(Shop.class);
    assertThat(allows(deployments.others(), A)).isTrue();
    assertThat(allows(deployments.byHost().get("pay.example"), A)).isFalse();
    assertThat(log.errors())
        .hasSize(2)
        .allMatch(line -> line.startsWith("CORS configuration is wrong, "));
    assertThat(deployments.settings().refused().all()).hasSize(2);
  }

  @Test
  void what_stops_a_deployment_is_told_with_what_is_refused() {
    with("cors.on-mistake", "refuse").with("cors.reload", "soon");
    assertThat(mistakes(Wrong.class))
        .hasSize(2)
        .anyMatch(mistake -> mistake.startsWith("Wrong, "))
        .anyMatch(mistake -> mistake.startsWith("cors.reload in application properties"));
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void a_policy_that_code_supplies_may_change() {
    Setup setup =
        new Setup.Builder().policy("other", () -> Policy.builder().origins(B).build()).build();
    HostDeployments deployments = deploy(setup, Shop.class);
    assertThat(deployments.mayChange()).isTrue();
    assertThat(deployments.settings().reloadNanos()).isZero();
    assertThat(deployments.others().mayJudgeEarly()).as("it may reject").isTrue();
  }

  @Test
  void one_that_fails_is_one_mistake_and_its_name_is_known() {
    properties.clear();
    Setup setup =
        new Setup.Builder()
            .policy(
                "shop",
                () -> {
                  throw new IllegalStateException("no database");
                })
            .build();
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deploy(setup, Shop.class))
        .satisfies(
            e ->
                assertThat(e.mistakes())
                    .map(Kinds::of)
                    .containsExactly("policy shop: UNUSABLE_SUPPLIER shop"));
  }

  @Test
  void requests_are_served_on_every_host() {
    HostDeployments deployments = onHosts().deploy(Shop.class);
    deployments.serve(Set.of());
    log.clear();
    Stream.concat(Stream.of(deployments.others()), deployments.byHost().values().stream())
        .distinct()
        .forEach(deployment -> deployment.announce(Wrong.class));
    assertThat(log.errors())
        .hasSize(3)
        .allMatch(line -> line.startsWith("CORS policies of Wrong are refused at every request"));
  }
}
