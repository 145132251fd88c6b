package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.runtime.Beans;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What looks at who calls, among all that an application and its server have brought. */
class AuthenticationSearchTest {

  @Priority(Priorities.AUTHENTICATION)
  static class Bearer implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  static class Plain implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  @Path("orders")
  static class Orders {}

  static class Shop extends Application {}

  private static Optional<String> found(ResourceConfig registered, Class<?>... met) {
    return new AuthenticationSearch(registered, Set.of(), Set.of(), Optional.empty())
        .apply(Set.of(met))
        .everywhere();
  }

  @Test
  void what_is_registered_counts_by_class_or_by_instance() {
    assertThat(found(new ResourceConfig())).isEmpty();
    assertThat(found(new ResourceConfig(Plain.class))).isEmpty();
    assertThat(found(new ResourceConfig(Bearer.class))).contains("Bearer");
    assertThat(found(new ResourceConfig().register(new Bearer()))).contains("Bearer");
  }

  @Test
  void so_does_what_the_first_request_has_met() {
    assertThat(found(new ResourceConfig(), Bearer.class)).contains("Bearer");
  }

  @Test
  void a_priority_may_be_said_where_it_is_registered() {
    assertThat(found(new ResourceConfig().register(Plain.class, Priorities.AUTHENTICATION)))
        .contains("Plain");
    assertThat(found(new ResourceConfig().register(Plain.class, Priorities.USER))).isEmpty();
  }

  /** Another archive, or the server: its classes are loaded apart. */
  private static URLClassLoader apart() {
    URL classes = Bearer.class.getProtectionDomain().getCodeSource().getLocation();
    return new URLClassLoader(new URL[] {classes}, Bearer.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(AuthenticationSearchTest.class.getName())
            ? findClass(name)
            : super.loadClass(name, resolve);
      }
    };
  }

  @Test
  void what_the_server_brings_says_nothing_unless_the_application_lists_it() throws Exception {
    try (URLClassLoader server = apart()) {
      Class<?> filter = server.loadClass(Bearer.class.getName());
      ResourceConfig registered = new ResourceConfig(filter);
      assertThat(found(registered)).isEmpty();

      Authentication listed =
          new AuthenticationSearch(registered, Set.of(), Set.of(filter), Optional.empty())
              .apply(Set.of());
      assertThat(listed.everywhere()).contains("Bearer");
    }
  }

  @Test
  void what_is_loaded_beside_the_application_or_a_resource_is_its_own() throws Exception {
    try (URLClassLoader archive = apart()) {
      Class<?> filter = archive.loadClass(Bearer.class.getName());
      ResourceConfig registered = new ResourceConfig(filter);
      Class<?> application = archive.loadClass(Shop.class.getName());
      Class<?> resource = archive.loadClass(Orders.class.getName());
      Class<?> provider = archive.loadClass(Plain.class.getName());

      assertThat(
              new AuthenticationSearch(registered, Set.of(), Set.of(), Optional.of(application))
                  .apply(Set.of())
                  .everywhere())
          .contains("Bearer");
      assertThat(
              new AuthenticationSearch(registered, Set.of(resource), Set.of(), Optional.empty())
                  .apply(Set.of())
                  .everywhere())
          .contains("Bearer");
      assertThat(
              new AuthenticationSearch(registered, Set.of(provider), Set.of(), Optional.empty())
                  .apply(Set.of())
                  .everywhere())
          .isEmpty();
    }
  }

  @Test
  void a_bean_of_the_application_counts_and_is_kept_for_who_asks_from_elsewhere() throws Exception {
    AuthenticationSearch search =
        new AuthenticationSearch(new ResourceConfig(), Set.of(), Set.of(), Optional.of(Shop.class));
    Beans beans = new Beans().with(Bearer.class, () -> null);
    assertThat(beans.loader().call(() -> search.apply(Set.of()).everywhere())).contains("Bearer");
    assertThat(search.apply(Set.of()).everywhere()).contains("Bearer");
  }

  @Test
  void a_bean_of_the_server_does_not() throws Exception {
    try (URLClassLoader server = apart()) {
      Beans beans = new Beans().with(server.loadClass(Bearer.class.getName()), () -> null);
      assertThat(beans.loader().call(() -> found(new ResourceConfig()))).isEmpty();
    }
  }

  @Test
  void without_a_context_the_classes_of_the_application_are_all_there_is() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try {
      assertThat(found(new ResourceConfig(Bearer.class))).isEmpty();
      assertThat(
              new AuthenticationSearch(
                      new ResourceConfig(Bearer.class),
                      Set.of(),
                      Set.of(),
                      Optional.of(ResourceConfig.class))
                  .apply(Set.of())
                  .everywhere())
          .as("an application of the runtime")
          .isEmpty();
      assertThat(
              new AuthenticationSearch(
                      new ResourceConfig(Bearer.class), Set.of(), Set.of(), Optional.of(Shop.class))
                  .apply(Set.of())
                  .everywhere())
          .contains("Bearer");
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
