package dev.jaxrscors.rest;

import static dev.jaxrscors.rest.Handled.APP;
import static dev.jaxrscors.rest.Handled.allowedOrigin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.deploy.RunningDeployments;
import dev.jaxrscors.internal.runtime.Beans;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.jboss.resteasy.reactive.server.spi.QuarkusRest;
import org.junit.jupiter.api.Test;

/** What the feature does to an application that is deployed. */
class CorsFeatureTest {

  @Path("orders")
  @CorsPolicy(origins = APP)
  public static class Orders {
    @GET
    public String get() {
      return "orders";
    }
  }

  @Path("named")
  @CorsPolicy("shop")
  public static class Named {
    @GET
    public String get() {
      return "named";
    }
  }

  @Path("mistaken")
  @CorsPolicy(maxAge = -5)
  public static class Mistaken {
    @GET
    public String get() {
      return "mistaken";
    }
  }

  @Path("by-hand")
  public static class ByHand {
    @OPTIONS
    public String options() {
      return "by hand";
    }
  }

  /** A root resource by itself, and no class that serves. */
  @Path("mistaken")
  @CorsPolicy(maxAge = -5)
  interface MistakenApi {
    @GET
    String get();
  }

  /** No resource, and so no place for a policy that has an effect. */
  @CorsPolicy(maxAge = -5)
  static class Elsewhere {}

  /** Of an application that lists its classes. */
  static class Shop extends Application {
    private final Class<?> listed;

    Shop(Class<?> listed) {
      this.listed = listed;
    }

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(listed);
    }
  }

  private static final CorsSetup SETUP =
      CorsSetup.builder().policy("shop", Policy.builder().origins(APP).build()).build();

  private final List<Object> registered = new ArrayList<>();

  @Test
  void it_registers_filters_with_a_server() {
    assertThat(new CorsFeature().configure(context(new ResourceConfig(Orders.class)))).isTrue();
    assertThat(registered).isNotEmpty();
  }

  @Test
  void what_is_deployed_is_known_to_code_that_no_runtime_hands_an_application() {
    List<Redeployment> before = RunningDeployments.beside(getClass());
    new CorsFeature().configure(context(new ResourceConfig(Orders.class)));
    assertThat(RunningDeployments.beside(getClass()))
        .anyMatch(running -> !before.contains(running));
  }

  @Test
  void policies_are_logged_at_once_unless_code_has_built_what_is_announced_later() {
    assertThat(policiesLogged(new ResourceConfig(Orders.class))).hasSize(1);
    ResourceConfig building = new ResourceConfig(Orders.class);
    building.registerResources(Resource.builder("built").build());
    assertThat(policiesLogged(building)).isEmpty();
  }

  private List<String> policiesLogged(ResourceConfig application) {
    try (CapturedLog log = CapturedLog.open()) {
      new CorsFeature().configure(context(application));
      return log.infos().stream().filter(line -> line.startsWith("CORS policy in force")).toList();
    }
  }

  @Test
  void preflights_below_what_code_has_built_are_not_left_to_a_method_of_the_application() {
    assertThat(preflightBeside("built").getEntity()).isEqualTo("by hand");
    assertThat(preflightBeside("{any}").getEntity()).isNull();
  }

  /** Returns the answer to a preflight for what is written by hand, beside what code has built. */
  private static ContainerResponse preflightBeside(String built) {
    Resource.Builder resource = Resource.builder(built);
    resource.addMethod("GET").handledBy(request -> Response.noContent().build());
    ResourceConfig application = new ResourceConfig(Orders.class, ByHand.class);
    return new Handled(application.registerResources(resource.build())).preflight("by-hand");
  }

  @Test
  void it_leaves_a_client_alone() {
    assertThat(new CorsFeature().configure(context(new ClientConfig().getConfiguration())))
        .isFalse();
    assertThat(registered).isEmpty();
  }

  @Test
  void it_is_configured_once_however_often_it_is_found() {
    ResourceConfig application = new ResourceConfig(Orders.class);
    new CorsFeature().configure(context(application));
    registered.forEach(application::register);
    registered.clear();
    assertThat(new CorsFeature().configure(context(application))).isFalse();
    assertThat(registered).isEmpty();
  }

  @Test
  void a_mistake_stops_the_deployment_and_is_logged_for_servers_that_keep_it() {
    InvalidPolicyException thrown =
        assertStopped(new CorsFeature(), context(new ResourceConfig(Mistaken.class)));
    assertThat(thrown).hasMessageContaining("Mistaken, member maxAge");
    assertThat(registered).isEmpty();
  }

  @Test
  void what_an_application_lists_itself_is_checked_too() {
    CorsFeature feature = new CorsFeature();
    feature.setApplication(new Shop(Mistaken.class));
    assertStopped(feature, context(new ResourceConfig()));
  }

  @Test
  void the_setup_is_a_property_or_else_a_bean() throws Exception {
    assertThat(allowedOrigin(new Handled(named().property(CorsSetup.PROPERTY, SETUP)).get("named")))
        .isEqualTo(APP);
    assertThat(
            new Beans()
                .with(SETUP)
                .loader()
                .call(() -> allowedOrigin(new Handled(named()).get("named"))))
        .isEqualTo(APP);
    assertStopped(new CorsFeature(), context(named()));
  }

  @Test
  void on_quarkus_rest_root_resources_are_beans_and_nothing_else_is_looked_at() throws Exception {
    FeatureContext quarkus = quarkus();
    Beans harmless =
        new Beans()
            .with(new Orders())
            .with(MistakenApi.class, () -> null)
            .with(Elsewhere.class, () -> null);
    assertThat(harmless.loader().call(() -> new CorsFeature().configure(quarkus))).isTrue();

    assertStoppedBeside(new Beans().with(Mistaken.class, () -> null));
  }

  @Test
  void on_quarkus_rest_the_application_is_a_bean() throws Exception {
    assertStoppedBeside(new Beans().with(new Shop(Mistaken.class)));
  }

  private void assertStoppedBeside(Beans beans) throws Exception {
    beans.loader().call(() -> assertStopped(new CorsFeature(), quarkus()));
  }

  private FeatureContext quarkus() {
    return QuarkusRest.context(context(new ResourceConfig()));
  }

  private FeatureContext context(Configuration configuration) {
    return (FeatureContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {FeatureContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConfiguration")) {
                return configuration;
              }
              registered.add(arguments[0]);
              return proxy;
            });
  }

  private static ResourceConfig named() {
    return new ResourceConfig(Named.class);
  }

  private static InvalidPolicyException assertStopped(CorsFeature feature, FeatureContext context) {
    try (CapturedLog log = CapturedLog.open()) {
      InvalidPolicyException thrown =
          catchThrowableOfType(InvalidPolicyException.class, () -> feature.configure(context));
      assertThat(thrown).isNotNull();
      assertThat(log.errors()).singleElement().asString().contains(thrown.getMessage());
      return thrown;
    }
  }
}
