package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Proxy;
import org.jboss.weld.proxy.WeldClientProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container generates is known by evidence; a name is none. */
class GeneratedTest {

  private static final String SITE = "https://app.example.com";

  interface Viewable {}

  @CorsPolicy(origins = CorsPolicy.NONE)
  interface Closed {}

  @Path("elsewhere")
  interface Elsewhere {}

  interface Typed<T> {}

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Orders implements Viewable {
    @GET
    @CorsPolicy(maxAge = 5)
    public void get(@HeaderParam("X-Key") String key) {}

    @PUT
    public void put() {}
  }

  static class Generic<T> {
    public void put(T value) {}
  }

  static class Bare extends Orders implements WeldClientProxy {
    @Override
    public void get(String key) {}
  }

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Copied extends Orders implements WeldClientProxy, Viewable {
    @Override
    @GET
    @CorsPolicy(maxAge = 5)
    public void get(@HeaderParam("X-Key") String key) {}
  }

  static class Twice extends Bare implements WeldClientProxy {}

  @ParameterizedTest
  @ValueSource(classes = {Bare.class, Copied.class, Twice.class})
  void a_class_is_found_behind_what_a_container_marks_and_leaves_as_it_is(Class<?> generated) {
    assertThat(Generated.isGenerated(generated)).isTrue();
    assertThat(Hierarchy.unproxied(generated)).isEqualTo(Orders.class);
  }

  static class ClosedOrders extends Orders implements Closed {
    ClosedOrders(@HeaderParam("X-Injected") String value) {
      assertThat(value).isNotNull();
    }
  }

  static class RepeatingAll extends ClosedOrders implements WeldClientProxy, Closed {
    RepeatingAll(@HeaderParam("X-Injected") String value) {
      super(value);
    }
  }

  @Test
  void an_interface_or_a_constructor_of_the_superclass_may_be_repeated() {
    assertThat(Generated.isGenerated(RepeatingAll.class)).isTrue();
    assertThat(Generated.isGenerated(ClosedOrders.class)).isFalse();
  }

  static class Orders$$Proxy extends Orders {}

  static class Orders_Subclass extends Orders {}

  static class Orders_ClientProxy extends Orders {}

  static class Orders$Proxy$_$$_WeldClientProxy extends Orders {}

  static class Orders$$EnhancerBySpring extends Orders {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Orders$$Proxy.class,
        Orders_Subclass.class,
        Orders_ClientProxy.class,
        Orders$Proxy$_$$_WeldClientProxy.class,
        Orders$$EnhancerBySpring.class
      })
  void a_name_alone_is_no_evidence(Class<?> named) {
    assertThat(Generated.isGenerated(named)).isFalse();
    assertThat(Hierarchy.unproxied(named)).isEqualTo(named);
  }

  @CorsPolicy(origins = CorsPolicy.NONE)
  static class Narrowed extends Orders implements WeldClientProxy {}

  @Path("elsewhere")
  static class Moved extends Orders implements WeldClientProxy {}

  static class NarrowedMethod extends Orders implements WeldClientProxy {
    @Override
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void put() {}
  }

  static class NarrowedByInterface extends Orders implements WeldClientProxy, Closed {}

  static class MovedByInterface extends Orders implements WeldClientProxy, Elsewhere {}

  static class MoreHeaders extends Orders implements WeldClientProxy {
    @HeaderParam("X-Field")
    String field;
  }

  static class OtherHeaders extends Orders implements WeldClientProxy {
    @Override
    public void get(@HeaderParam("X-Other") String key) {}
  }

  static class Injected extends Orders implements WeldClientProxy {
    Injected(@HeaderParam("X-Injected") String value) {
      assertThat(value).isNotNull();
    }
  }

  static class Bound extends Generic<String> implements WeldClientProxy {}

  static class BoundByInterface extends Orders implements WeldClientProxy, Typed<String> {}

  static class OfObject implements WeldClientProxy {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Narrowed.class,
        Moved.class,
        NarrowedMethod.class,
        NarrowedByInterface.class,
        MovedByInterface.class,
        MoreHeaders.class,
        OtherHeaders.class,
        Injected.class,
        Bound.class,
        BoundByInterface.class,
        OfObject.class
      })
  void what_says_something_of_its_own_is_never_passed_over(Class<?> own) {
    assertThat(Generated.isGenerated(own)).isFalse();
    assertThat(Hierarchy.unproxied(own)).isEqualTo(own);
  }

  @Test
  void what_is_no_proxy_of_a_class_is_left_alone() {
    Runnable lambda = () -> {};
    Class<?> ofInterface =
        Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Viewable.class}, (p, m, a) -> null)
            .getClass();
    for (Class<?> type :
        new Class<?>[] {
          Orders.class, Viewable.class, Object.class, int.class, lambda.getClass(), ofInterface
        }) {
      assertThat(Generated.isGenerated(type)).isFalse();
      assertThat(Hierarchy.unproxied(type)).isEqualTo(type);
    }
  }
}
