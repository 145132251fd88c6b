package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

/** What is found by name, and where. */
class NamesTest {

  @Test
  void a_class_is_found_where_its_application_is_loaded_from() throws Exception {
    String name = "jakarta.enterprise.inject.Any";
    StandIns application = new Beans().loader();
    assertThat(application.call(() -> Names.ofApplication().find(name).isPresent())).isTrue();
    assertThat(Names.ofApplication().find(name)).isEmpty();
    assertThat(Names.around(this).find(name)).isEmpty();
    assertThat(Names.around(this).find(getClass().getName())).contains(getClass());
  }

  @Test
  void the_cause_is_what_the_called_method_has_thrown_or_else_the_failure_to_call_it() {
    Throwable thrown = new IllegalStateException();
    assertThat(Names.cause(new InvocationTargetException(thrown))).isSameAs(thrown);
    assertThat(Names.cause(thrown)).isSameAs(thrown);
  }
}
