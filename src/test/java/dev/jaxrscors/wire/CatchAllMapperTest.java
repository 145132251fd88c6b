package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The mapper of exceptions that nothing else maps takes none away from those that do. */
class CatchAllMapperTest {

  private static final String APP = "https://app.example.com";

  @AutoClose
  private static final Server ALONE = Server.of(mapping(Failing.class, Failing.Refused.class));

  static Stream<Arguments> applications() {
    return Stream.of(
        arguments("discovered", mapping(Failing.class, Failing.Mine.class)),
        arguments("listed before", mapping(CorsFeature.class, Failing.class, Failing.Mine.class)),
        arguments("listed after", mapping(Failing.Mine.class, Failing.class, CorsFeature.class)),
        arguments("an instance", mapping(Failing.class).register(new Failing.Mine())),
        arguments(
            "an instance, listed",
            mapping(Failing.class, CorsFeature.class).register(new Failing.Mine())),
        arguments("from a generic class", mapping(Failing.class, Failing.Specific.class)),
        arguments("with a weak priority", mapping(Failing.class, Weak.class)),
        arguments("by a feature", mapping(Failing.class, CorsFeature.class, Bringing.class)));
  }

  private static ResourceConfig mapping(Class<?>... components) {
    return new ResourceConfig(components)
        .property(CorsSetup.PROPERTY, CorsSetup.builder().mapUnhandledExceptions().build());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("applications")
  void an_applications_own_mapper_of_everything_goes_first(String how, ResourceConfig application) {
    try (Server server = Server.of(application)) {
      assertThat(server.send(get("/failing", APP)).body()).isEqualTo("mine");
      assertThat(server.send(get("/failing/teapot", APP)).body()).isEqualTo("mine");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stage-missing, 404",
    "stage-refused, 422",
    "stage-security, 403",
    "stage-broken, 500",
    "stage-later, 404"
  })
  void the_error_of_a_stage_is_answered_like_any_other(String path, int status) {
    Reply reply = ALONE.send(get("/failing/" + path, APP));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.cors())
        .containsExactly("Access-Control-Allow-Origin: " + APP, Row.VARY_ORIGIN);
  }

  @Test
  void without_a_mapper_of_the_application_the_spare_one_answers() {
    Reply reply = ALONE.send(get("/failing", APP));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).isEmpty();
    assertThat(ALONE.send(get("/failing/teapot", APP)).status()).isEqualTo(418);
  }

  @Priority(9_000)
  public static class Weak extends Failing.Mine {}

  public static class Bringing implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.register(Failing.Mine.class);
      return true;
    }
  }
}
