package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;

/** What an application builds in code is on paths that Jersey knows. */
class BuiltResourcesTest {

  @Test
  void their_paths_are_as_they_are_written() {
    ResourceConfig application = new ResourceConfig();
    application.registerResources(
        Resource.builder("orders/{id}").build(), Resource.builder("/").build());
    assertThat(BuiltResources.paths(application)).containsExactlyInAnyOrder("orders/{id}", "/");
  }

  @Test
  void one_without_a_path_is_at_the_root() {
    ResourceConfig application = new ResourceConfig();
    application.registerResources(Resource.builder().build());
    assertThat(BuiltResources.paths(application)).containsExactly("");
  }

  @Test
  void elsewhere_there_are_none() {
    assertThat(BuiltResources.paths(new ResourceConfig())).isEmpty();
    assertThat(BuiltResources.paths(Fakes.configuration(Map.of()))).isEmpty();
  }
}
