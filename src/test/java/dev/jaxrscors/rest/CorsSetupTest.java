package dev.jaxrscors.rest;

import static dev.jaxrscors.rest.Handled.APP;
import static dev.jaxrscors.rest.Handled.allowedOrigin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.deploy.SetupKey;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What a setup says takes hold in the application that has it. */
class CorsSetupTest {

  private static final Policy SITE = Policy.builder().origins(APP).build();
  private static final Policy LOCAL = Policy.builder().origins("http://localhost:3000").build();

  @Path("named")
  @CorsPolicy("shop")
  public static class Named {
    @GET
    public String get() {
      return "named";
    }
  }

  @Path("silent")
  public static class Silent {
    @GET
    public String get() {
      return "silent";
    }
  }

  @Test
  void it_is_built_one_call_after_the_other() {
    CorsSetup.Builder builder = CorsSetup.builder();
    assertThat(
            List.of(
                builder.policy("shop", SITE),
                builder.policy("supplied", () -> SITE),
                builder.disabled(),
                builder.refuseMistakesInConfiguration(),
                builder.alsoAllowHeaders("traceparent"),
                builder.defaultPolicy(SITE),
                builder.preflightStatus(200),
                builder.preflightCacheControl("max-age=600"),
                builder.production(),
                builder.mapUnhandledExceptions(),
                builder.listener(new CorsListener() {})))
        .allSatisfy(returned -> assertThat(returned).isSameAs(builder));
  }

  @Test
  void other_doors_find_what_is_behind_it_and_nothing_behind_anything_else() {
    Setup setup = SetupKey.open(CorsSetup.builder().preflightStatus(200).build());
    assertThat(setup.preflightStatus()).isEqualTo(200);
    assertThat(SetupKey.open("no setup")).isSameAs(Setup.EMPTY);
  }

  @Test
  void settings_are_those_that_were_made() {
    Setup setup =
        Setups.behind(
            CorsSetup.builder()
                .disabled()
                .preflightStatus(200)
                .preflightCacheControl("max-age=600")
                .production()
                .mapUnhandledExceptions()
                .build());
    assertThat(setup.isOff()).isTrue();
    assertThat(setup.preflightStatus()).isEqualTo(200);
    assertThat(setup.preflightCacheControl()).isEqualTo("max-age=600");
    assertThat(setup.problems(LOCAL)).isNotEmpty();
    assertThat(setup.mapsUnhandledExceptions()).isTrue();
  }

  @Test
  void an_annotation_finds_the_policy_that_it_names() {
    assertThat(allowedOrigin(deployed(CorsSetup.builder().policy("shop", SITE)).get("named")))
        .isEqualTo(APP);
    assertThat(allowedOrigin(deployed(CorsSetup.builder().policy("shop", () -> SITE)).get("named")))
        .isEqualTo(APP);
  }

  @Test
  void the_default_policy_is_for_what_has_none() {
    CorsSetup.Builder builder = CorsSetup.builder().policy("shop", LOCAL);
    assertThat(allowedOrigin(deployed(builder).get("silent"))).isEqualTo("null");
    assertThat(allowedOrigin(deployed(builder.defaultPolicy(SITE)).get("silent"))).isEqualTo(APP);
  }

  @Test
  void headers_are_allowed_besides_those_of_a_policy() {
    CorsSetup.Builder builder = CorsSetup.builder().policy("shop", SITE);
    assertThat(allowedHeaders(builder)).isEqualTo("Content-Type");
    builder.alsoAllowHeaders("traceparent");
    assertThat(allowedHeaders(builder)).isEqualTo("Content-Type, traceparent");
  }

  @Test
  void a_listener_hears_what_becomes_of_requests() {
    List<CorsEvent> heard = new ArrayList<>();
    CorsListener listener =
        new CorsListener() {
          @Override
          public void granted(CorsEvent.Granted event) {
            heard.add(event);
          }
        };
    deployed(CorsSetup.builder().policy("shop", SITE).listener(listener)).get("named");
    assertThat(heard).hasSize(1);
  }

  @Test
  void mistakes_in_configuration_may_be_refused_instead_of_the_deployment() {
    ResourceConfig application =
        application(CorsSetup.builder().policy("shop", SITE).refuseMistakesInConfiguration())
            .property("cors.default.origins", "https://app.example.com/");
    try (CapturedLog log = CapturedLog.open()) {
      ContainerResponse response = new Handled(application).get("silent");
      assertThat(allowedOrigin(response)).isEqualTo("null");
      assertThat(log.errors()).isNotEmpty();
    }
  }

  private static String allowedHeaders(CorsSetup.Builder builder) {
    return deployed(builder)
        .preflight("named", "traceparent")
        .getHeaderString("Access-Control-Allow-Headers");
  }

  private static Handled deployed(CorsSetup.Builder setup) {
    return new Handled(application(setup));
  }

  private static ResourceConfig application(CorsSetup.Builder setup) {
    return new ResourceConfig(Named.class, Silent.class)
        .property(CorsSetup.PROPERTY, setup.build());
  }
}
