package dev.jaxrscors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
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

  static class Orders$$Proxy extends Orders {}

  static class Orders_Subclass extends Orders {}

  static class Orders_ClientProxy extends Orders_Subclass {}

  static class Orders$Proxy$_$$_WeldClientProxy extends Orders {}

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
  void a_class_is_found_behind_what_containers_put_in_front_of_it() {
    assertThat(Hierarchy.unproxied(Orders$$Proxy.class)).isEqualTo(Orders.class);
    assertThat(Hierarchy.unproxied(Orders_Subclass.class)).isEqualTo(Orders.class);
    assertThat(Hierarchy.unproxied(Orders_ClientProxy.class)).isEqualTo(Orders.class);
    assertThat(Hierarchy.unproxied(Orders$Proxy$_$$_WeldClientProxy.class)).isEqualTo(Orders.class);
  }

  @Test
  void what_is_no_proxy_is_left_alone() {
    Runnable lambda = () -> {};
    assertThat(Hierarchy.unproxied(Orders.class)).isEqualTo(Orders.class);
    assertThat(Hierarchy.unproxied(Crud.class)).isEqualTo(Crud.class);
    assertThat(Hierarchy.unproxied(Object.class)).isEqualTo(Object.class);
    assertThat(Hierarchy.unproxied(lambda.getClass())).isEqualTo(lambda.getClass());
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
    assertThat(Hierarchy.declared(Orders.class, shared)).contains(shared);
    assertThat(Hierarchy.declared(Base.class, shared))
        .contains(Base.class.getMethod("shared", String.class));
    assertThat(Hierarchy.declared(Viewable.class, shared)).isEmpty();
  }

  @Test
  void an_overridden_generic_method_is_found_behind_its_erasure() throws Exception {
    Method write = Orders.class.getMethod("write", String.class);
    assertThat(Hierarchy.declared(Crud.class, write))
        .contains(Crud.class.getMethod("write", Object.class));
  }

  private static Method bridge(String name) {
    return Arrays.stream(Orders.class.getDeclaredMethods())
        .filter(m -> m.isBridge() && m.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
