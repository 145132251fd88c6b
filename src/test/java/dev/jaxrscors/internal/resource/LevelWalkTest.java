package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.ProblemKind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a policy may be written, and in which order these places count. */
class LevelWalkTest {

  @CorsPolicy(maxAge = 100)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Partners {}

  @Partners
  @Retention(RetentionPolicy.RUNTIME)
  @interface Suppliers {}

  @CorsPolicy(maxAge = 200)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Visitors {}

  @Knot
  @Retention(RetentionPolicy.RUNTIME)
  @interface Knot {}

  @CorsPolicy(maxAge = 1)
  interface Outer {
    @CorsPolicy(maxAge = 2)
    void get();
  }

  @CorsPolicy(maxAge = 3)
  interface Inner extends Outer {
    @CorsPolicy(maxAge = 4)
    @Override
    void get();
  }

  @CorsPolicy(maxAge = 5)
  static class Base {
    @CorsPolicy(maxAge = 6)
    public void get() {}
  }

  @CorsPolicy(maxAge = 7)
  static class Orders extends Base implements Inner {
    @CorsPolicy(maxAge = 8)
    @Override
    public void get() {}
  }

  static class Silent extends Orders {
    @Override
    public void get() {}
  }

  @Test
  void the_method_goes_first_then_those_it_overrides_up_the_superclasses_then_interfaces() {
    assertThat(places(ofMethod(Orders.class)))
        .containsExactly("Orders.get", "Base.get", "Inner.get", "Outer.get");
  }

  @Test
  void the_class_goes_first_then_superclasses_then_interfaces() {
    assertThat(places(new LevelWalk().addClass(Orders.class)))
        .containsExactly("Orders", "Base", "Inner", "Outer");
  }

  @Test
  void what_overrides_without_an_annotation_is_no_level() {
    assertThat(places(ofMethod(Silent.class).addClass(Silent.class)))
        .containsExactly(
            "Orders.get", "Base.get", "Inner.get", "Outer.get", "Orders", "Base", "Inner", "Outer");
  }

  @Test
  void none_of_this_is_a_contradiction() {
    assertThat(ofMethod(Silent.class).addClass(Silent.class).mistakes()).isEmpty();
  }

  interface Crud<T> {
    @CorsPolicy(maxAge = 1)
    void put(T value);
  }

  static class Strings implements Crud<String> {
    @Override
    public void put(String value) {}
  }

  @Test
  void a_method_that_overrides_a_generic_one_inherits_its_policy() {
    LevelWalk levels = new LevelWalk().addMethod(Strings.class, Fakes.method(Strings.class, "put"));
    assertThat(places(levels)).containsExactly("Crud.put");
  }

  abstract static class Hidden {
    @CorsPolicy(maxAge = 1)
    public void get() {}
  }

  /** Public, and so the compiler makes it a bridge with the same annotations. */
  public static class Shown extends Hidden {}

  @Test
  void a_bridge_is_no_level_beside_the_method_that_it_calls() throws Exception {
    Method bridge = Shown.class.getMethod("get");
    assertThat(bridge.isBridge()).isTrue();
    assertThat(places(new LevelWalk().addMethod(Shown.class, bridge)))
        .containsExactly("Hidden.get");
  }

  @Partners
  static class OneDeep {}

  @Suppliers
  static class TwoDeep {}

  @Knot
  static class Knotted {}

  @CorsPolicy(maxAge = 9)
  @Partners
  static class Both {}

  @Test
  void an_annotation_of_ones_own_is_a_level_one_deep_and_two_deep() {
    assertThat(places(new LevelWalk().addClass(OneDeep.class)))
        .containsExactly("OneDeep (@Partners)");
    assertThat(places(new LevelWalk().addClass(TwoDeep.class)))
        .containsExactly("TwoDeep (@Suppliers)");
  }

  @Test
  void annotations_that_go_round_in_circles_are_no_level() {
    assertThat(new LevelWalk().addClass(Knotted.class).nearestFirst()).isEmpty();
  }

  @Test
  void the_annotation_itself_is_nearer_than_one_behind_another() {
    LevelWalk levels = new LevelWalk().addClass(Both.class);
    assertThat(places(levels)).containsExactly("Both", "Both (@Partners)");
    assertThat(levels.mistakes()).isEmpty();
  }

  @Partners
  @Suppliers
  static class Agreeing {}

  @Partners
  @Visitors
  static class Quarrelling {}

  @CorsPolicy(maxAge = 100)
  interface Hundred {
    @CorsPolicy(maxAge = 100)
    void get();
  }

  @CorsPolicy(maxAge = 100)
  interface AlsoHundred {}

  @CorsPolicy(maxAge = 200)
  interface TwoHundred {
    @CorsPolicy(maxAge = 200)
    void get();
  }

  static class Equal implements Hundred, AlsoHundred {
    @Override
    public void get() {}
  }

  static class Unequal implements Hundred, TwoHundred {
    @Override
    public void get() {}
  }

  @Test
  void equally_near_places_that_agree_are_one_level() {
    assertThat(places(new LevelWalk().addClass(Agreeing.class)))
        .containsExactly("Agreeing (@Partners)");
    LevelWalk levels = new LevelWalk().addClass(Equal.class);
    assertThat(places(levels)).containsExactly("Hundred");
    assertThat(levels.mistakes()).isEmpty();
  }

  @Test
  void equally_near_places_that_differ_are_a_mistake() {
    assertThat(new LevelWalk().addClass(Quarrelling.class).mistakes())
        .containsExactly(
            new Mistake(
                "Quarrelling",
                ProblemKind.CONTRADICTION.of(
                    "Quarrelling (@Partners)", "Quarrelling (@Visitors)")));
    assertThat(new LevelWalk().addClass(Unequal.class).mistakes())
        .containsExactly(
            new Mistake("Unequal", ProblemKind.CONTRADICTION.of("Hundred", "TwoHundred")));
    assertThat(ofMethod(Unequal.class).mistakes())
        .containsExactly(
            new Mistake("Unequal", ProblemKind.CONTRADICTION.of("Hundred.get", "TwoHundred.get")));
  }

  @CorsPolicy(maxAge = 300)
  static class Settled extends Unequal {}

  @CorsPolicy("named")
  static class Afresh extends Unequal {}

  @CorsPolicy(origins = "https://a.example")
  static class Unsettled extends Unequal {}

  @Test
  void what_a_nearer_level_settles_is_no_contradiction_any_more() {
    assertThat(new LevelWalk().addClass(Settled.class).mistakes()).isEmpty();
    assertThat(new LevelWalk().addClass(Afresh.class).mistakes()).isEmpty();
    assertThat(new LevelWalk().addClass(Unsettled.class).mistakes()).hasSize(1);
  }

  @Test
  void an_annotation_is_looked_for_on_the_elements_themselves() {
    assertThat(LevelWalk.isAnyAnnotated(List.of(Silent.class))).isFalse();
    assertThat(LevelWalk.isAnyAnnotated(List.of(Silent.class, Base.class))).isTrue();
    assertThat(LevelWalk.isAnyAnnotated(List.of(TwoDeep.class))).isTrue();
    assertThat(LevelWalk.isAnyAnnotated(List.of())).isFalse();
  }

  static class Helping {
    @Partners
    void help() {}
  }

  static class StillHelping extends Helping {}

  static class Plain {
    void help() {}
  }

  @Test
  void a_class_is_annotated_by_what_stands_on_any_method_it_has_or_inherits() {
    assertThat(LevelWalk.isAnnotated(StillHelping.class)).isTrue();
    assertThat(LevelWalk.isAnnotated(Silent.class)).isTrue();
    assertThat(LevelWalk.isAnnotated(Plain.class)).isFalse();
  }

  @CorsPolicy("composed")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Named {}

  @CorsPolicy("of-interface")
  interface NamedApi {
    @Named
    void get();
  }

  @CorsPolicy("of-class")
  static class NamedClass implements NamedApi {
    @CorsPolicy("of-method")
    @Override
    public void get() {}

    @CorsPolicy(maxAge = 1)
    void unnamed() {}
  }

  @Test
  void names_are_those_on_a_class_its_methods_and_what_these_inherit_from() {
    assertThat(LevelWalk.names(NamedClass.class))
        .containsExactlyInAnyOrder("of-class", "of-method", "of-interface", "composed");
    assertThat(LevelWalk.names(Plain.class)).isEmpty();
  }

  @Test
  void an_anonymous_class_has_a_place_too() {
    Object anonymous = new Object() {};
    assertThat(LevelWalk.place(anonymous.getClass()))
        .startsWith("dev.jaxrscors.internal.resource.LevelWalkTest$");
    assertThat(LevelWalk.place(Fakes.method(Orders.class, "get"))).isEqualTo("Orders.get");
  }

  private static LevelWalk ofMethod(Class<?> type) {
    return new LevelWalk().addMethod(type, Fakes.method(type, "get"));
  }

  private static List<String> places(LevelWalk levels) {
    return levels.nearestFirst().stream().map(level -> level.declaration().place()).toList();
  }
}
