package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.runtime.StandIns;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  interface Root {}

  interface Viewable extends Root {}

  interface Writable {}

  interface Crud<T> {
    T read(T key);

    void write(T value);
  }

  static class Base implements Writable {
    public void shared(String value) {}

    static void shared() {}
  }

  static class Orders extends Base implements Viewable, Crud<String> {
    @Override
    public void shared(String value) {}

    @Override
    public String read(String key) {
      return key;
    }

    @Override
    public void write(String value) {}

    public void write(Integer value) {}
  }

  @Test
  void superclasses_go_outwards_and_leave_out_object() {
    assertThat(Hierarchy.superclasses(Orders.class)).containsExactly(Orders.class, Base.class);
    assertThat(Hierarchy.superclasses(Object.class)).isEmpty();
    assertThat(Hierarchy.superclasses(Crud.class)).containsExactly(Crud.class);
  }

  @Test
  void interfaces_stand_in_rings_of_equal_distance() {
    assertThat(Hierarchy.interfaces(Orders.class))
        .filteredOn(ring -> !ring.isEmpty())
        .containsExactly(Set.of(Viewable.class, Crud.class), Set.of(Writable.class, Root.class));
  }

  @Test
  void a_type_is_itself_then_its_superclasses_then_its_interfaces() {
    assertThat(Hierarchy.types(Orders.class))
        .startsWith(Orders.class, Base.class)
        .containsExactlyInAnyOrder(
            Orders.class, Base.class, Viewable.class, Crud.class, Writable.class, Root.class);
  }

  @Test
  void a_bridge_leads_to_the_method_it_was_made_for() throws Exception {
    assertThat(Hierarchy.unbridged(bridge("read")))
        .isEqualTo(Orders.class.getMethod("read", String.class));
    assertThat(Hierarchy.unbridged(bridge("write")))
        .isIn(Arrays.asList(Orders.class.getDeclaredMethods()))
        .matches(m -> !m.isBridge());
    Method plain = Orders.class.getMethod("shared", String.class);
    assertThat(Hierarchy.unbridged(plain)).isSameAs(plain);
  }

  @Test
  void an_overridden_method_is_found_by_its_signature() throws Exception {
    Method shared = Orders.class.getMethod("shared", String.class);
    assertThat(Hierarchy.declared(Orders.class, shared, Orders.class)).contains(shared);
    assertThat(Hierarchy.declared(Base.class, shared, Orders.class))
        .contains(Base.class.getMethod("shared", String.class));
    assertThat(Hierarchy.declared(Viewable.class, shared, Orders.class)).isEmpty();
  }

  @Test
  void an_overridden_generic_method_is_found_behind_its_erasure() throws Exception {
    Method write = Orders.class.getMethod("write", String.class);
    assertThat(Hierarchy.declared(Crud.class, write, Orders.class))
        .contains(Crud.class.getMethod("write", Object.class));
  }

  @Test
  void an_overload_is_not_taken_for_what_overrides_a_generic_method() throws Exception {
    Method own = Stored.class.getMethod("put", Integer.class);
    Method overload = Stored.class.getMethod("put", String.class);
    Method generic = Putting.class.getMethod("put", Object.class);

    assertThat(Hierarchy.declared(Putting.class, own, Stored.class)).contains(generic);
    assertThat(Hierarchy.declared(Putting.class, overload, Stored.class)).isEmpty();
    assertThat(Hierarchy.unbridged(Stored.class.getMethod("put", Object.class))).isEqualTo(own);
  }

  @Test
  void type_variables_are_followed_through_classes_arrays_and_bounds() throws Exception {
    Method many = Shelf.class.getMethod("all", Integer[].class, List.class, Number.class);
    assertThat(Hierarchy.declared(Holding.class, many, Shelf.class))
        .contains(Holding.class.getMethod("all", Object[].class, List.class, Number.class));
    Method inherited = AnyShelf.class.getMethod("put", Object.class);
    assertThat(Hierarchy.declared(Putting.class, inherited, Shelf.class))
        .contains(Putting.class.getMethod("put", Object.class));
  }

  interface Filing<T> {
    void put(T value);

    T read(String key);
  }

  static class PlainlyOverriding extends Bridged {
    @Override
    public void put(Integer value) {}

    @Override
    public Integer read(String key) {
      return 0;
    }
  }

  @Test
  void what_is_no_bridge_and_overrides_none_is_itself() throws Exception {
    for (Method plain :
        List.of(
            PlainlyOverriding.class.getMethod("put", Integer.class),
            Fakes.method(PlainlyOverriding.class, "read"),
            Shown.class.getMethod("get"))) {
      assertThat(Hierarchy.unbridged(plain)).isSameAs(plain);
    }
  }

  @Test
  void what_overrides_a_bridge_leads_to_the_method_behind_it() throws Exception {
    Class<?> proxy = new StandIns("raw", this).loadClass("shop.BridgedProxy");
    assertThat(proxy.getSuperclass()).isEqualTo(Bridged.class);
    assertThat(Hierarchy.unbridged(proxy.getDeclaredMethod("put", Object.class)))
        .isEqualTo(Bridged.class.getMethod("put", Integer.class));
    assertThat(Hierarchy.unbridged(proxy.getDeclaredMethod("read", String.class)))
        .isEqualTo(Fakes.method(Bridged.class, "read"));
  }

  /** Public, and so the compiler makes it a bridge to what it inherits. */
  public static class Shown extends Hidden {}

  abstract static class Hidden {
    public void get() {}
  }

  interface Putting<T> {
    void put(T value);
  }

  static class Stored implements Putting<Integer> {
    @Override
    public void put(Integer value) {}

    public void put(String value) {}
  }

  interface Holding<T> {
    <N extends Number> void all(T[] values, List<? super T> more, N count);
  }

  abstract static class AnyShelf<E> implements Putting<E>, Holding<E> {
    @Override
    public void put(E value) {}
  }

  static class Shelf extends AnyShelf<Integer> {
    @Override
    public <N extends Number> void all(Integer[] values, List<? super Integer> more, N count) {}
  }

  private static Method bridge(String name) {
    return Arrays.stream(Orders.class.getDeclaredMethods())
        .filter(m -> m.isBridge() && m.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
