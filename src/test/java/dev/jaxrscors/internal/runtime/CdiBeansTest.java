package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.deploy.Setup;
import org.junit.jupiter.api.Test;

class CdiBeansTest {

  @Test
  void without_cdi_there_is_no_bean_and_no_failure() {
    assertThat(CdiBeans.find(Setup.class)).isEmpty();
    assertThat(CdiBeans.classes()).isEmpty();
  }

  @Test
  void without_a_class_loader_of_its_own_a_thread_misses_nothing() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(null);
    try {
      assertThat(CdiBeans.find(Setup.class)).isEmpty();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
