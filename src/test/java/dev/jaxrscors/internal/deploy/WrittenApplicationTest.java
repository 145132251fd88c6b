package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An application inside what a runtime has put around it. */
class WrittenApplicationTest {

  static class Orders {}

  static class Accounts {}

  static class OfRuntime {}

  /** As its author writes it. */
  static class Shop extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Orders.class);
    }

    @Override
    @SuppressWarnings("deprecation")
    public Set<Object> getSingletons() {
      return Set.of(new Accounts());
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of("a", "written", "b", "written");
    }
  }

  /** As a runtime wraps it. */
  public static class Wrapper extends Application {
    public Application getApplication() {
      return new Shop();
    }

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(OfRuntime.class);
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of("a", "wrapped", "c", "wrapped");
    }
  }

  private final WrittenApplication wrapped = WrittenApplication.in(new Wrapper());

  @Test
  void its_class_is_the_innermost() {
    assertThat(wrapped.type()).contains(Shop.class);
    assertThat(WrittenApplication.in(new Shop()).type()).contains(Shop.class);
    assertThat(WrittenApplication.in(null).type()).isEmpty();
  }

  @Test
  void whatever_any_of_them_lists_is_listed() {
    assertThat(wrapped.listed())
        .containsExactlyInAnyOrder(Orders.class, Accounts.class, OfRuntime.class);
    assertThat(WrittenApplication.in(null).listed()).isEmpty();
  }

  @Test
  void what_its_author_says_goes_before_what_the_runtime_adds() {
    assertThat(wrapped.properties())
        .isEqualTo(Map.of("a", "written", "b", "written", "c", "wrapped"));
    assertThat(wrapped.ownProperties()).isEqualTo(Map.of("a", "written", "b", "written"));
    assertThat(WrittenApplication.in(null).properties()).isEmpty();
    assertThat(WrittenApplication.in(null).ownProperties()).isEmpty();
  }
}
