package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.PolicyHint;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.glassfish.jersey.server.wadl.internal.WadlResource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * When hints and mistakes go to the log: some runtimes list the resources of an application before
 * they configure a feature, others announce them afterwards, one by one.
 */
class HostDeploymentsTest {

  private static final Map<String, Object> SHOP =
      Map.of("cors.policy.shop.origins", "https://shop.example");

  @Path("shop")
  @CorsPolicy("shop")
  static class Shop {
    @GET
    public void get() {}
  }

  @Path("local")
  @CorsPolicy(origins = "http://localhost:3000")
  static class Local {
    @GET
    public void get() {}
  }

  @Path("forgotten")
  static class Forgotten {
    @GET
    public void get() {}

    @OPTIONS
    public void options() {}
  }

  @Path("api")
  interface Api {
    @GET
    void get();
  }

  @Path("broken")
  @CorsPolicy(origins = "https://shop.example/")
  static class Broken {
    @GET
    public void get() {}

    @GET
    @Path("more")
    public void more() {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static HostDeployments deploy(Map<String, Object> properties, Class<?>... components) {
    HostDeployments deployments = Deployed.onHosts(properties, List.of(components));
    deployments.listed(List.of());
    return deployments;
  }

  private List<String> hints() {
    return log.lines().stream().filter(line -> line.startsWith("INFO CORS hint")).toList();
  }

  @Test
  void where_the_resources_are_listed_hints_come_with_the_deployment() {
    HostDeployments deployments = deploy(Map.of(), Local.class);
    assertThat(hints()).singleElement().asString().contains("Local, member origins");

    announce(deployments, Local.class);
    deployments.serve(Set.of());
    deployments.serve(Set.of());
    assertThat(hints()).hasSize(1);
  }

  @Test
  void where_they_are_announced_hints_wait_until_all_have_been() {
    HostDeployments deployments = deploy(SHOP);
    assertThat(hints()).isEmpty();
    announce(deployments, Forgotten.class);
    announce(deployments, Local.class);
    announce(deployments, Local.class);
    announce(deployments, Shop.class);
    assertThat(hints()).isEmpty();

    deployments.serve(Set.of());
    assertThat(hints())
        .hasSize(3)
        .anyMatch(line -> line.contains(PolicyHint.noPolicyBeside(List.of("Forgotten")).describe()))
        .anyMatch(line -> line.contains("Local, member origins"))
        .anyMatch(line -> line.contains(PolicyHint.unreadableErrors(List.of()).describe()));
  }

  @Test
  void what_is_not_of_a_user_is_hinted_at_never() {
    HostDeployments deployments = deploy(SHOP, WadlResource.class);
    announce(deployments, WadlResource.class);
    deployments.serve(Set.of());
    assertThat(hints()).isEmpty();
  }

  @Test
  void an_application_that_cannot_name_the_library_is_the_servers_own() throws Exception {
    URL classes = Local.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader server =
        new URLClassLoader(new URL[] {classes}, Api.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(CorsPolicy.class.getName())) {
              throw new ClassNotFoundException(name);
            }
            return name.startsWith("dev.jaxrscors.")
                ? findClass(name)
                : super.loadClass(name, resolve);
          }
        }) {
      Class<?> own = server.loadClass(Forgotten.class.getName());
      assertThat(own).isNotSameAs(Forgotten.class);

      deploy(SHOP, own).serve(Set.of());
      assertThat(hints()).isEmpty();

      deploy(SHOP, own, Local.class).serve(Set.of());
      assertThat(hints())
          .anyMatch(line -> line.contains(HintKind.UNUSED_POLICY.of("shop").describe()))
          .noneMatch(line -> line.contains("Forgotten"));
    }
  }

  private static final Map<String, Object> MISSPELT =
      Map.of("cors.polcy.shop.origins", "https://shop.example");

  static class Provider {}

  @CorsPolicy(origins = "https://shop.example")
  static class Item {
    @GET
    public void get() {}
  }

  @Test
  void one_without_any_resource_has_nothing_to_be_hinted_at() {
    deploy(MISSPELT, Provider.class).serve(Set.of());
    assertThat(hints()).isEmpty();
  }

  @Test
  void one_that_lists_a_sub_resource_with_a_policy_has_some() {
    deploy(MISSPELT, Item.class).serve(Set.of());
    assertThat(hints()).singleElement().asString().contains("cors.polcy.shop.origins");
  }

  /** Nobody can tell its name without the class around it. */
  static class Nested implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {}
  }

  private static URLClassLoader without(Class<?> missing) {
    URL classes = missing.getProtectionDomain().getCodeSource().getLocation();
    return new URLClassLoader(new URL[] {classes}, missing.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(missing.getName())) {
          throw new ClassNotFoundException(name);
        }
        return name.startsWith(missing.getName())
            ? findClass(name)
            : super.loadClass(name, resolve);
      }
    };
  }

  @Test
  void an_application_is_deployed_and_served_although_its_hints_cannot_be_found() throws Exception {
    try (URLClassLoader incomplete = without(HostDeploymentsTest.class)) {
      Class<?> nested = incomplete.loadClass(Nested.class.getName());
      deploy(Map.of(), Local.class, nested);
      assertThat(log.warnings()).containsExactly("Finding the CORS hints of an application failed");

      log.clear();
      HostDeployments announced = Deployed.onHosts(Map.of(), List.of(nested));
      announce(announced, Local.class);
      announced.serve(Set.of());
      assertThat(log.warnings()).containsExactly("Finding the CORS hints of an application failed");
    }
  }

  @Test
  void an_interface_has_no_policy_to_miss() {
    HostDeployments deployments = deploy(Map.of());
    announce(deployments, Api.class);
    announce(deployments, Implementing.class);
    deployments.serve(Set.of());
    assertThat(hints()).isEmpty();
  }

  @CorsPolicy(origins = "https://shop.example")
  static class Implementing implements Api {
    @Override
    public void get() {}
  }

  @Test
  void many_first_requests_at_once_log_hints_once() throws Exception {
    HostDeployments deployments = deploy(Map.of());
    announce(deployments, Local.class);
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads =
        Stream.generate(
                () ->
                    new Thread(
                        () -> {
                          try {
                            start.await();
                            deployments.serve(Set.of());
                            assertThat(hints()).hasSize(1);
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                        }))
            .limit(8)
            .toList();
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(hints()).hasSize(1);
  }

  @Test
  void a_mistake_that_is_announced_stops_the_deployment_and_is_one_line_of_an_error() {
    HostDeployments deployments = deploy(Map.of());
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(InvalidPolicyException.class)
          .isThrownBy(() -> announce(deployments, Broken.class));
    }
    assertThat(log.lines())
        .filteredOn(line -> line.startsWith(Level.SEVERE.toString()))
        .singleElement()
        .asString()
        .startsWith("SEVERE CORS policies stop the deployment: Broken, member origins:");
  }

  /** Announces a class as runtimes do: once for each of its methods. */
  private static void announce(HostDeployments deployments, Class<?> type) {
    for (Method method : type.getMethods()) {
      if (method.getDeclaringClass() != Object.class) {
        deployments.announce(type, method);
      }
    }
  }
}
