package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.resource.RequestPath;
import dev.jaxrscors.policy.HintKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods for OPTIONS that somebody wrote, and what policies leave to them. */
class OwnOptionsTest {

  private static final String SITE = "https://app.example.com";

  @Path("hand")
  static class ByHand {
    @GET
    public void get() {}

    @OPTIONS
    public void options() {}

    @OPTIONS
    @Path("items/{id}")
    public void item() {}
  }

  @Path("hand")
  abstract static class Unfinished {
    @OPTIONS
    public void options() {}
  }

  @Path("governed")
  @CorsPolicy(origins = SITE)
  static class Governed {
    @GET
    public void get() {}

    @OPTIONS
    public void options() {}
  }

  @Path("off")
  @CorsPolicy(origins = CorsPolicy.OFF)
  static class Off {
    @OPTIONS
    public void options() {}
  }

  @Path("hand/items")
  @CorsPolicy(origins = SITE)
  static class Items {
    @GET
    @Path("7")
    public void seven() {}
  }

  @Path("hand/{part: [a-z]+}/{id}")
  @CorsPolicy(origins = SITE)
  static class Patterned {
    @GET
    public void get() {}
  }

  @Path("{whole: .*}")
  static class Everything {
    @OPTIONS
    public void options() {}
  }

  @Path("{name: (a|b)*}")
  static class Repeating {
    @OPTIONS
    public void options() {}
  }

  @Path("shelves/{shelf}")
  static class Shelves {
    @Path("lines")
    public GovernedLine governed() {
      return new GovernedLine();
    }
  }

  @Path("plain")
  static class Plain {
    @Path("lines")
    public HandLine hand() {
      return new HandLine();
    }
  }

  @Path("typed")
  @CorsPolicy(origins = SITE)
  static class GovernedAbove {
    @Path("lines")
    public HandLine hand() {
      return new HandLine();
    }
  }

  @CorsPolicy(origins = SITE)
  static class GovernedLine {
    @GET
    public void get() {}

    @OPTIONS
    public void options() {}
  }

  static class HandLine {
    @GET
    public void get() {}

    @OPTIONS
    public void options() {}
  }

  private static OwnOptions of(Class<?>... roots) {
    return OwnOptions.of(Stream.of(roots).map(OwnOptionsTest::read).toList(), Set.of());
  }

  private static ResourceClass read(Class<?> type) {
    return new ResourceClass(
        type, List.of(), new Resolver(Setup.EMPTY, new SourceInstances())::resolve);
  }

  private static boolean answer(OwnOptions options, String path) {
    return options.answer(RequestPath.of(path));
  }

  private static String hint(String place, HintKind kind, String... arguments) {
    return new Hint(place, kind.of(arguments)).toString();
  }

  @Test
  void where_nobody_wrote_one_there_is_none_to_answer() {
    assertThat(of(Items.class)).isSameAs(OwnOptions.NONE);
    assertThat(OwnOptions.NONE.isEmpty()).isTrue();
    assertThat(answer(OwnOptions.NONE, "/hand")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(classes = {Governed.class, Unfinished.class})
  void what_a_policy_governs_or_nobody_finished_is_left_to_nobody(Class<?> type) {
    assertThat(of(type)).isSameAs(OwnOptions.NONE);
  }

  @Test
  void one_answers_on_its_own_path_alone() {
    OwnOptions options = of(ByHand.class, Governed.class);
    assertThat(options.isEmpty()).isFalse();
    assertThat(answer(options, "/hand")).isTrue();
    assertThat(answer(options, "/hand/items/7")).isTrue();
    assertThat(answer(options, "/hand/items")).isFalse();
    assertThat(answer(options, "/governed")).isFalse();
    assertThat(options.hints()).isEmpty();
  }

  @Test
  void where_a_policy_is_off_it_answers_as_well() {
    assertThat(answer(of(Off.class), "/off")).isTrue();
  }

  @Test
  void a_path_on_which_a_policy_has_a_say_is_the_policys() {
    OwnOptions options = of(ByHand.class, Items.class);
    assertThat(answer(options, "/hand/items/7")).isFalse();
    assertThat(answer(options, "/hand/items/8")).isTrue();
  }

  @Test
  void a_hint_names_the_policy_that_is_in_its_way() {
    assertThat(of(ByHand.class, Patterned.class).hints())
        .map(Hint::toString)
        .containsExactly(
            hint(
                "ByHand.item",
                HintKind.OPTIONS_BESIDE_POLICY,
                "/hand/items/{id}",
                "Patterned.get"));
    assertThat(of(Everything.class, Governed.class).hints())
        .as("some of its paths are its own")
        .isEmpty();
  }

  @Path("hand/items/{key}")
  @CorsPolicy(origins = SITE)
  static class SamePath {
    @GET
    public void get() {}
  }

  @Path("{name: (a|b)*}")
  @CorsPolicy(origins = SITE)
  static class GovernedRepeating {
    @GET
    public void get() {}
  }

  @Test
  void so_it_does_where_two_templates_differ_in_names_alone() {
    assertThat(of(ByHand.class, SamePath.class).hints())
        .extracting(Hint::place)
        .containsExactly("ByHand.item");
    assertThat(of(Repeating.class, GovernedRepeating.class).hints())
        .extracting(Hint::place)
        .containsExactly("Repeating.options");
  }

  @Test
  void all_below_a_resource_that_code_has_built_is_left_to_its_policies() {
    OwnOptions options = OwnOptions.of(List.of(read(ByHand.class)), Set.of("/hand/items"));
    assertThat(answer(options, "/hand")).isTrue();
    assertThat(answer(options, "/hand/items/7")).isFalse();
    assertThat(options.hints())
        .map(Hint::toString)
        .containsExactly(
            hint(
                "ByHand.item",
                HintKind.OPTIONS_BESIDE_POLICY,
                "/hand/items/{id}",
                "a resource built in code"));
  }

  @Test
  void so_is_all_below_a_locator_that_may_lead_to_a_policy() {
    OwnOptions options = of(Everything.class, Shelves.class, Plain.class);
    assertThat(answer(options, "/shelves/1/lines")).isFalse();
    assertThat(answer(options, "/shelves/1/lines/2/3")).isFalse();
    assertThat(answer(options, "/shelves/1")).isTrue();
    assertThat(answer(options, "/plain/lines")).isTrue();
  }

  @Test
  void one_below_a_locator_is_never_asked_and_hinted_at() {
    OwnOptions options = of(Plain.class);
    assertThat(options.isEmpty()).isTrue();
    assertThat(answer(options, "/plain/lines")).isFalse();
    assertThat(options.hints())
        .map(Hint::toString)
        .containsExactly(hint("HandLine.options", HintKind.OPTIONS_BELOW_LOCATOR, "/"));
    assertThat(options.hintsBelow(read(HandLine.class))).as("said already").isEmpty();
  }

  @Test
  void one_below_that_no_locator_declared_is_hinted_at_when_it_is_met() {
    assertThat(OwnOptions.NONE.hintsBelow(read(HandLine.class)))
        .map(Hint::toString)
        .containsExactly(hint("HandLine.options", HintKind.OPTIONS_BELOW_LOCATOR, "/"));
    assertThat(OwnOptions.NONE.hintsBelow(read(GovernedLine.class))).isEmpty();
  }

  @Test
  void one_that_a_policy_governs_below_a_locator_has_nothing_to_be_hinted_at() {
    assertThat(of(Shelves.class)).isSameAs(OwnOptions.NONE);
    assertThat(of(GovernedAbove.class)).isSameAs(OwnOptions.NONE);
  }

  /** The JDK's own limit: alternatives are matched one inside the other. */
  @Test
  void a_path_on_which_its_pattern_exhausts_the_stack_is_not_its_own() {
    OwnOptions options = of(Repeating.class);
    assertThat(answer(options, "/abba")).isTrue();
    assertThat(answer(options, "/" + "ab".repeat(200_000))).isFalse();
  }
}
