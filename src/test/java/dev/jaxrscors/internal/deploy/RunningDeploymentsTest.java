package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.resource.Authentication;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.wadl.internal.WadlResource;
import org.junit.jupiter.api.Test;

/** The applications that code finds which stands beside them. */
class RunningDeploymentsTest {

  static class Shop extends Application {}

  @Path("running")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {
    @GET
    public void get() {}
  }

  private static Redeployment running(Optional<Class<?>> application, Class<?>... components) {
    Deployer deployer =
        new Deployer(
            Setup.EMPTY,
            application,
            List.of(components),
            () -> Deployer.configuration(Map.of()),
            filters -> Authentication.UNKNOWN);
    Redeployment running = new Redeployment(deployer, deployer.deploy());
    RunningDeployments.add(running);
    return running;
  }

  @Test
  void one_is_beside_what_its_application_is_loaded_with() {
    Redeployment shop = running(Optional.of(Shop.class));
    assertThat(RunningDeployments.beside(Orders.class)).contains(shop);
    assertThat(RunningDeployments.beside(WadlResource.class)).contains(shop);
    assertThat(RunningDeployments.beside(String.class)).doesNotContain(shop);
  }

  @Test
  void where_its_author_wrote_no_application_its_resources_tell() {
    Redeployment without = running(Optional.empty(), Orders.class);
    Redeployment standard = running(Optional.of(Application.class), Orders.class);
    Redeployment ofRuntime = running(Optional.of(ResourceConfig.class), Orders.class);
    assertThat(RunningDeployments.beside(Shop.class)).contains(without, standard, ofRuntime);
    assertThat(RunningDeployments.beside(String.class))
        .doesNotContain(without, standard, ofRuntime);
  }

  @Test
  void one_without_an_application_and_resources_is_beside_nothing() {
    Redeployment empty = running(Optional.empty());
    Redeployment ofRuntime = running(Optional.of(ResourceConfig.class));
    assertThat(RunningDeployments.beside(Shop.class)).doesNotContain(empty, ofRuntime);
  }

  @Test
  void one_of_another_archive_is_not_found() throws Exception {
    URL classes = Shop.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader archive =
        new URLClassLoader(new URL[] {classes}, Shop.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(RunningDeploymentsTest.class.getName())
                ? findClass(name)
                : super.loadClass(name, resolve);
          }
        }) {
      Class<?> another = archive.loadClass(Shop.class.getName());
      Redeployment running = running(Optional.of(another));
      assertThat(RunningDeployments.beside(another)).containsExactly(running);
      assertThat(RunningDeployments.beside(Shop.class)).doesNotContain(running);
    }
  }
}
