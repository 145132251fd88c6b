package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.layers.LayersApplication;
import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.wire.Failing;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application's own mapper of everything goes before the library's, however it is registered.
 */
public abstract class OwnMapperContract {

  /** The applications by name. */
  static final Map<String, Application> APPLICATIONS =
      Map.of(
          "mapperbefore",
          LayersApplication.of(Failing.Mine.class, CorsFeature.class, Failing.class),
          "mapperafter",
          LayersApplication.of(CorsFeature.class, Failing.class, Failing.Mine.class),
          "mapperinstance",
          LayersApplication.with(new Failing.Mine(), CorsFeature.class, Failing.class),
          "mapperspecific",
          LayersApplication.of(CorsFeature.class, Failing.class, Failing.Specific.class));

  /**
   * Returns an application the contract is proved on.
   *
   * @param application its name
   * @return the application
   */
  protected abstract Subject subject(String application);

  static Set<String> names() {
    return APPLICATIONS.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void it_answers(String application) {
    assertThat(subject(application).send(Requests.get("failing")).text()).isEqualTo("mine");
    assertThat(subject(application).send(Requests.get("failing/teapot")).text()).isEqualTo("mine");
  }
}
