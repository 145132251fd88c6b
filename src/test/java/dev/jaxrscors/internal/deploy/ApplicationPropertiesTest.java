package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationPropertiesTest {

  private final Map<String, Object> written = new HashMap<>(Map.of("a", "written", "b", "written"));

  private ApplicationProperties properties(Map<String, Object> configured) {
    Application application =
        new Application() {
          @Override
          public Map<String, Object> getProperties() {
            return written;
          }
        };
    return ApplicationProperties.of(WrittenApplication.in(application), configured);
  }

  @Test
  void what_the_runtime_copied_is_asked_of_the_application() {
    ApplicationProperties properties = properties(Map.copyOf(written));
    assertThat(properties.now()).isEqualTo(Map.of("a", "written", "b", "written"));
    written.put("a", "changed");
    written.put("c", "added");
    written.remove("b");
    assertThat(properties.now()).isEqualTo(Map.of("a", "changed", "c", "added"));
  }

  @Test
  void what_the_runtime_has_instead_or_beside_stays() {
    ApplicationProperties properties = properties(Map.of("a", "web.xml", "d", "web.xml"));
    written.put("a", "changed");
    assertThat(properties.now()).isEqualTo(Map.of("a", "web.xml", "b", "written", "d", "web.xml"));
  }

  @Test
  void without_an_application_there_is_what_the_runtime_has() {
    assertThat(ApplicationProperties.of(WrittenApplication.in(null), Map.of("a", "1")).now())
        .isEqualTo(Map.of("a", "1"));
  }
}
