package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** The application that its author wrote is inside of what runtimes put around it. */
class WrappedApplicationTest {

  static class Shop extends Application {}

  /** As TomEE has it. */
  public static class Wrapper extends Application {

    private final Object original;

    Wrapper(Object original) {
      this.original = original;
    }

    public Object getOriginal() {
      return original;
    }
  }

  public static class Failing extends Application {
    public Application getOriginal() {
      throw new IllegalStateException("not yet");
    }
  }

  public static class Itself extends Application {
    public Application getApplication() {
      return this;
    }
  }

  private final Application shop = new Shop();

  @Test
  void of_none_there_is_nothing() {
    assertThat(WrappedApplication.unwrapped(null)).isEmpty();
  }

  @Test
  void it_is_found_in_a_wrapper_of_either_kind_at_any_depth() {
    Application jersey = ResourceConfig.forApplication(shop);
    Application inner = new Wrapper(jersey);
    Application outer = new Wrapper(inner);
    assertThat(WrappedApplication.unwrapped(outer)).containsExactly(outer, inner, jersey, shop);
  }

  @Test
  void what_wraps_nothing_is_what_it_seems() {
    for (Application application :
        List.of(shop, new Wrapper("no application"), new Failing(), new Itself())) {
      assertThat(WrappedApplication.unwrapped(application)).containsExactly(application);
    }
  }
}
