package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.protocol.Preflight;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.wire.CapturedLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A servlet filter as an application declares it: nothing behind it says which methods it has. */
class DoorDeclarationTest {

  private static final String SITE = "https://app.example.com";

  static class Bare {}

  @CorsPolicy(origins = SITE)
  static class Annotated {}

  @CorsPolicy("web")
  static class Named {}

  @CorsPolicy(origins = SITE)
  static class Stray {
    @CorsPolicy(origins = "*")
    public void helper() {}

    public void other() {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static DoorDeclaration door(Class<?> type, String... policy) {
    return new DoorDeclaration(type, "files", List.of(policy).stream().findFirst(), "/files/*");
  }

  private static HostDeployments deploy(DoorDeclaration door, String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Deployer(
            Setup.EMPTY,
            door,
            () -> Settings.of(List.of(StandardSources.properties("a file", values))))
        .deploy();
  }

  private static AppliedPolicy.Governed governed(HostDeployments deployments) {
    AppliedPolicy door = deployments.others().door();
    assertThat(door).isInstanceOf(AppliedPolicy.Governed.class);
    return (AppliedPolicy.Governed) door;
  }

  private static String granted(AppliedPolicy.Governed governed, String method) {
    Preflight preflight =
        new Preflight(
            List.of(SITE),
            List.of(method),
            List.of(),
            () -> {
              throw new AssertionError("no source, no target");
            });
    Verdict verdict = governed.compiled().judge(preflight);
    return verdict instanceof Verdict.Granted
        ? verdict.headers().allowMethods() + "; " + verdict.headers().allowHeaders()
        : "";
  }

  @ParameterizedTest
  @CsvSource({
    "'',          'GET, HEAD'",
    "*,           'GET, HEAD, POST, PUT, PATCH, DELETE'",
    "'PUT,GET',   'GET, HEAD, PUT'",
    "'GET',       'GET, HEAD'",
    "'GET,HEAD',  'GET, HEAD'",
    "'DELETE,GET,LOCK', 'GET, HEAD, DELETE, LOCK'",
  })
  void it_allows_what_is_listed_and_else_what_is_safe(String methods, String allowed) {
    HostDeployments deployments =
        methods.isEmpty()
            ? deploy(door(Named.class), "cors.policy.web.origins", SITE)
            : deploy(
                door(Named.class),
                "cors.policy.web.origins",
                SITE,
                "cors.policy.web.methods",
                methods);
    assertThat(granted(governed(deployments), "GET")).isEqualTo(allowed + "; Content-Type");
  }

  @Test
  void without_get_there_is_no_head() {
    HostDeployments deployments =
        deploy(
            door(Named.class),
            "cors.policy.web.origins",
            SITE,
            "cors.policy.web.methods",
            "PUT,POST");
    assertThat(granted(governed(deployments), "PUT")).isEqualTo("POST, PUT; Content-Type");
  }

  @Test
  void its_policy_is_where_it_stands() {
    HostDeployments deployments = deploy(door(Annotated.class));
    AppliedPolicy.Governed governed = governed(deployments);
    assertThat(deployments.others().isPolicyPossible()).isTrue();
    assertThat(governed.path()).isEqualTo("/files/*");
    assertThat(governed.outlivesMethod()).isFalse();
    assertThat(governed.provenance().nearest().name()).isEqualTo("Annotated");
  }

  @Test
  void a_name_in_its_declaration_goes_before_its_annotation() {
    HostDeployments deployments =
        deploy(door(Annotated.class, "web"), "cors.policy.web.origins", "https://web.example");
    assertThat(governed(deployments).policy().origins().lists("https://web.example")).isTrue();
    assertThat(governed(deployments).policy().origins().lists(SITE)).isFalse();
  }

  @Test
  void the_names_that_it_refers_to_are_in_use() {
    assertThat(door(Bare.class).names()).isEmpty();
    assertThat(door(Named.class).names()).containsExactly("web");
    assertThat(door(Named.class, "shop").names()).containsExactlyInAnyOrder("web", "shop");
    DoorNames.add(door(Bare.class, "door-declaration-test"));
    assertThat(DoorNames.inUse()).contains("door-declaration-test");
  }

  @Test
  void without_a_word_it_is_told_by_its_name_that_it_has_no_origins() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deploy(door(Bare.class)))
        .satisfies(
            e ->
                assertThat(e.mistakes())
                    .map(Kinds::of)
                    .containsExactly("filter files, origins: NO_ORIGIN"));
  }

  @Test
  void without_a_word_it_has_the_default_policy() {
    HostDeployments deployments = deploy(door(Bare.class), "cors.default.origins", SITE);
    assertThat(governed(deployments).policy().origins().lists(SITE)).isTrue();
    assertThat(deployments.others().isPolicyPossible()).isTrue();
  }

  @Test
  void an_annotation_on_a_method_of_it_governs_nothing() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> deploy(door(Stray.class)))
        .satisfies(
            e ->
                assertThat(e.mistakes())
                    .map(Kinds::of)
                    .containsExactly("Stray.helper: NO_RESOURCE_METHOD"));
  }

  @Test
  void one_that_is_off_is_left_alone() {
    HostDeployments deployments = deploy(door(Named.class), "cors.policy.web.origins", "off");
    assertThat(deployments.others().door()).isEqualTo(AppliedPolicy.Ungoverned.OFF);
    assertThat(deployments.others().isPolicyPossible()).isFalse();

    HostDeployments off = deploy(door(Annotated.class), "cors.enabled", "false");
    assertThat(off.others().door()).isEqualTo(AppliedPolicy.Ungoverned.OFF);
    assertThat(off.isOff()).isTrue();
  }

  @Test
  void its_line_and_its_hints_are_those_of_its_own_policy() {
    HostDeployments deployments =
        deploy(
            door(Named.class),
            "cors.policy.web.origins",
            SITE,
            "cors.policy.web.exposed-headers",
            "Content-Type",
            "cors.policy.web.allowed-headers",
            "Cookie,X-Key");
    deployments.serve(Set.of());
    assertThat(log.infos())
        .hasSize(3)
        .anyMatch(line -> line.endsWith("; servlet filter at /files/*"))
        .anyMatch(line -> line.contains("\"Content-Type\" is superfluous"))
        .anyMatch(line -> line.contains("\"Cookie\" is left out"));
  }

  @Test
  void on_each_host_it_may_have_another_one() {
    HostDeployments deployments =
        deploy(
            door(Named.class),
            "cors.policy.web.origins",
            SITE,
            "cors.hosts",
            "pay",
            "cors.host.pay.name",
            "pay.example",
            "cors.host.pay.policy.web.origins",
            "https://pay-pages.example");
    assertThat(Optional.ofNullable(deployments.byHost().get("pay.example")))
        .hasValueSatisfying(
            pay ->
                assertThat(((AppliedPolicy.Governed) pay.door()).policy().origins().lists(SITE))
                    .isFalse());
    assertThat(governed(deployments).policy().origins().lists(SITE)).isTrue();
  }
}
