package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.interception.jaxrs.RestEasy;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** RESTEasy's deployment knows what it has scanned, here a stand-in of that name. */
class RestEasyScanTest {

  static class Named {}

  static class Bean {}

  static class Provider {}

  static class Scanned {}

  static class ScannedBean {}

  static class ScannedProvider {}

  private static final ResteasyDeployment DEPLOYMENT =
      new ResteasyDeployment(
          List.of(" " + Named.class.getName() + " ", "com.example.Gone"),
          List.of("java:module/Bean;" + Bean.class.getName()),
          List.of(Provider.class.getName()),
          List.of(Scanned.class.getName()),
          List.of("java:module/ScannedBean;" + ScannedBean.class.getName() + ";true"),
          List.of(ScannedProvider.class.getName()));

  @Test
  void what_is_named_and_what_is_scanned_is_found() {
    assertThat(classes(DEPLOYMENT, RestEasy.context(), List.of()))
        .containsExactlyInAnyOrder(
            Named.class,
            Bean.class,
            Provider.class,
            Scanned.class,
            ScannedBean.class,
            ScannedProvider.class);
  }

  @Test
  void an_application_that_lists_anything_is_not_scanned() {
    assertThat(classes(DEPLOYMENT, RestEasy.context(), List.of(Named.class)))
        .containsExactlyInAnyOrder(Named.class, Bean.class, Provider.class);
  }

  @Test
  void elsewhere_nothing_is_found() {
    assertThat(classes(DEPLOYMENT, Cxf.context(), List.of())).isEmpty();
    assertThat(RestEasyScan.classes(RestEasy.context(), List.of())).isEmpty();
  }

  @Test
  void a_deployment_that_has_no_lists_has_no_classes_and_one_that_fails_is_logged() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(classes(listing(null), RestEasy.context(), List.of())).isEmpty();
      assertThat(log.lines()).isEmpty();

      List<String> nameless = Collections.singletonList(null);
      assertThat(classes(listing(nameless), RestEasy.context(), List.of())).isEmpty();
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("NullPointerException");
    }
  }

  private static ResteasyDeployment listing(@Nullable List<String> names) {
    return new ResteasyDeployment(names, null, null, null, null, null);
  }

  private static Set<Class<?>> classes(
      ResteasyDeployment deployment, FeatureContext context, Collection<Class<?>> listed) {
    Set<Class<?>> classes = new HashSet<>();
    ResteasyContext.with(
        ResteasyDeployment.class,
        deployment,
        () -> classes.addAll(RestEasyScan.classes(context, listed)));
    return classes;
  }
}
