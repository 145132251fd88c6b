package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.wire.CapturedLog;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** Beans are looked up by the names of CDI, here in a stand-in with these names. */
class CdiBeansTest {

  /** What beans are looked up by. */
  interface Rule {}

  record Listed(String name) implements Rule {}

  private static final Listed ONE = new Listed("one");
  private static final Listed OTHER = new Listed("other");

  @Test
  void without_cdi_there_is_no_bean_no_failure_and_nothing_to_log() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(CdiBeans.find(Setup.class)).isEmpty();
      assertThat(CdiBeans.all(Setup.class)).isEmpty();
      assertThat(CdiBeans.classes()).isEmpty();
      assertThat(log.lines()).isEmpty();
    }
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

  @Test
  void the_one_bean_of_a_type_is_found() throws Exception {
    Beans beans = new Beans().with(ONE).with("another").withQualified(OTHER);
    assertThat(in(beans, () -> CdiBeans.find(Rule.class))).contains(ONE);
    assertThat(in(beans, () -> CdiBeans.find(Integer.class))).isEmpty();
  }

  @Test
  void of_several_beans_none_is_the_one() throws Exception {
    Beans beans = new Beans().with(ONE).with(OTHER);
    assertThat(in(beans, () -> CdiBeans.find(Rule.class))).isEmpty();
  }

  @Test
  void all_are_found_whatever_qualifies_them() throws Exception {
    Beans beans = new Beans().with(ONE).with("another").withQualified(OTHER);
    assertThat(in(beans, () -> CdiBeans.all(Rule.class))).containsExactly(ONE, OTHER);
  }

  @Test
  void one_that_cannot_be_made_is_told_and_the_others_are_found() throws Exception {
    Beans beans =
        new Beans()
            .with(
                Listed.class,
                () -> {
                  throw new IllegalStateException("no database");
                })
            .with(ONE);
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(in(beans, () -> CdiBeans.all(Rule.class))).containsExactly(ONE);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains(Rule.class.getName(), "no database");
    }
  }

  @Test
  void the_classes_are_those_of_all_beans() throws Exception {
    Beans beans = new Beans().with(ONE).withQualified("another");
    assertThat(in(beans, CdiBeans::classes)).containsExactlyInAnyOrder(Listed.class, String.class);
  }

  @Test
  void a_container_that_cannot_be_asked_yet_has_no_beans_and_says_why() throws Exception {
    Beans beans = new Beans().with(ONE).starting();
    for (Callable<Collection<?>> asked :
        List.<Callable<Collection<?>>>of(
            () -> CdiBeans.find(Rule.class).stream().toList(),
            () -> CdiBeans.all(Rule.class),
            CdiBeans::classes)) {
      try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
        assertThat(in(beans, asked)).isEmpty();
        assertThat(log.at(Level.FINE))
            .singleElement()
            .asString()
            .contains("IllegalStateException: Unable to access CDI");
      }
    }
  }

  private static <T> T in(Beans beans, Callable<T> asked) throws Exception {
    return beans.loader().call(asked);
  }
}
