package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.Deployed;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.jaxrs.impl.Features;
import org.jboss.resteasy.reactive.server.spi.Quarkus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is registered for an application, runtime by runtime. */
class CorsFiltersTest {

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {
    @GET
    public void list() {}
  }

  @Path("wrong")
  @CorsPolicy(origins = "https://app.example.com/")
  static class Wrong {
    @GET
    public void list() {}
  }

  static final class Writing implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.proceed();
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final List<Object> registered = new ArrayList<>();
  private final List<Class<?>> configured = new ArrayList<>();

  private final Configuration configuration =
      Fakes.fake(
          Configuration.class,
          Map.of(
              "isRegistered", arguments -> isRegistered((Class<?>) arguments[0]),
              "getClasses", arguments -> Set.copyOf(configured),
              "getInstances", arguments -> Set.of()));

  private boolean isRegistered(Class<?> type) {
    return registered.stream().anyMatch(type::isInstance);
  }

  private @Nullable Object answer(Object proxy, String method, Object[] arguments) {
    return switch (method) {
      case "register" -> {
        registered.add(arguments[0]);
        yield proxy;
      }
      case "getConfiguration" -> configuration;
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private final InvocationHandler answers =
      (proxy, method, arguments) -> answer(proxy, method.getName(), arguments);
  private final FeatureContext onQuarkus = Quarkus.context(answers);
  private final FeatureContext onCxf = Features.context(answers);
  private final FeatureContext elsewhere =
      (FeatureContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(), new Class<?>[] {FeatureContext.class}, answers);

  private List<Class<?>> registeredOn(
      FeatureContext context, Map<String, Object> properties, Class<?>... components) {
    Redeployment redeployment = Deployed.again(properties, List.of());
    assertThat(new CorsFilters(redeployment, Set.of(components)).configure(context)).isTrue();
    return registered.stream()
        .<Class<?>>map(each -> each instanceof Class<?> type ? type : each.getClass())
        .toList();
  }

  @Test
  void on_quarkus_rest_one_filter_does_both_and_nothing_is_announced() {
    assertThat(registeredOn(onQuarkus, Map.of()))
        .containsExactly(
            MarkFilter.class,
            DelegateFilter.class,
            QuarkusRestFilter.class,
            DeployedPolicies.class);
  }

  @Test
  void on_cxf_nothing_is_injected_into_what_answers() {
    assertThat(registeredOn(onCxf, Map.of()))
        .containsExactly(
            MarkFilter.class,
            DelegateFilter.class,
            CxfFilter.class,
            FinishFilter.class,
            AnnouncedResources.class,
            DeployedPolicies.class);
  }

  @Test
  void elsewhere_the_match_is_injected() {
    assertThat(registeredOn(elsewhere, Map.of()))
        .containsExactly(
            MarkFilter.class,
            DelegateFilter.class,
            AnswerFilter.class,
            FinishFilter.class,
            AnnouncedResources.class,
            DeployedPolicies.class);
    assertThat(CorsFilters.areIn(configuration)).isTrue();
  }

  @Test
  void beside_an_interceptor_what_it_does_is_put_right() {
    assertThat(registeredOn(elsewhere, Map.of(), Writing.class)).contains(WriterGuard.class);
  }

  @Test
  void exceptions_are_mapped_where_somebody_says_so() {
    assertThat(registeredOn(elsewhere, Map.of("cors.map-unhandled-exceptions", "true")))
        .contains(UnhandledExceptionMapper.class);
  }

  @Test
  void what_is_switched_off_is_checked_and_answers_nothing() {
    Map<String, Object> off = Map.of("cors.enabled", "false");
    assertThat(registeredOn(elsewhere, off)).containsExactly(AnnouncedResources.class);
    assertThat(CorsFilters.areIn(configuration)).isFalse();
    assertThat(log.infos())
        .contains("CORS is switched off: no policy of the application is in force.");
  }

  @Test
  void on_quarkus_rest_nothing_is_left_to_check() {
    assertThat(registeredOn(onQuarkus, Map.of("cors.enabled", "false"))).isEmpty();
  }

  @Test
  void what_may_be_switched_on_again_is_ready_for_it() {
    assertThat(registeredOn(elsewhere, Map.of("cors.enabled", "false", "cors.reload", "1h")))
        .contains(MarkFilter.class, AnswerFilter.class, FinishFilter.class);
  }

  @Test
  void the_servlet_door_knows_that_they_are_there() throws Exception {
    ServedDoorTest.inWebApplication(
        false,
        () -> {
          registeredOn(elsewhere, Map.of("cors.enabled", "false"));
          assertThat(DoorFinder.knowsApplication()).isFalse();
          registeredOn(elsewhere, Map.of());
          assertThat(DoorFinder.knowsApplication()).isTrue();
        });
  }

  @Test
  void the_log_says_nothing_of_a_switch_that_is_on() {
    registeredOn(elsewhere, Map.of());
    assertThat(log.infos()).noneMatch(line -> line.contains("switched off"));
  }

  /** Where the filter that answers is gone, a resource method would run on a preflight. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_preflight_is_delegated_where_it_will_be_answered(boolean isAnswered) {
    registeredOn(elsewhere, Map.of("cors.default.origins", "https://app.example.com"));
    ContainerRequestContext request =
        Fakes.request(
            "OPTIONS",
            "https://api.example.com/orders",
            "Origin: https://app.example.com",
            "Access-Control-Request-Method: GET");
    MarkFilter mark = (MarkFilter) registered.get(0);
    DelegateFilter delegate = (DelegateFilter) registered.get(1);
    mark.filter(request);
    if (!isAnswered) {
      registered.removeIf(AnswerFilter.class::isInstance);
    }
    delegate.filter(request);
    assertThat(request.getMethod()).isEqualTo(isAnswered ? "GET" : "OPTIONS");
  }

  @Test
  void on_quarkus_rest_which_keeps_no_record_it_is_delegated_always() {
    registeredOn(onQuarkus, Map.of("cors.default.origins", "https://app.example.com"));
    ContainerRequestContext request =
        Fakes.request(
            "OPTIONS",
            "https://api.example.com/orders",
            "Origin: https://app.example.com",
            "Access-Control-Request-Method: GET");
    ((MarkFilter) registered.get(0)).filter(request);
    ((DelegateFilter) registered.get(1)).filter(request);
    assertThat(request.getMethod()).isEqualTo("GET");
  }

  private void announce(Redeployment redeployment, @Nullable ResourceInfo resource) {
    WriterGuard guard = new WriterGuard();
    guard.registerBeside(List.of(), elsewhere);
    new AnnouncedResources(redeployment, guard).configure(resource, elsewhere);
  }

  @Test
  void a_wrong_policy_of_a_method_that_is_announced_stops_the_deployment() {
    Redeployment redeployment = Deployed.again(Map.of(), List.of());
    ResourceInfo wrong = Fakes.matched(Wrong.class, Fakes.method(Wrong.class, "list"));
    assertThatThrownBy(() -> announce(redeployment, wrong))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining("https://app.example.com/");
  }

  @Test
  void what_is_announced_without_a_method_is_no_resource() {
    Redeployment redeployment = Deployed.again(Map.of(), List.of());
    configured.add(Writing.class);
    assertThatCode(
            () -> {
              announce(redeployment, Fakes.matched(Wrong.class, null));
              announce(redeployment, Fakes.matched(null, Fakes.method(Wrong.class, "list")));
            })
        .doesNotThrowAnyException();
    assertThat(registered).isEmpty();
  }

  @Test
  void an_interceptor_that_has_become_known_since_is_guarded_at_each_method() {
    Redeployment redeployment = Deployed.again(Map.of(), List.of());
    ResourceInfo list = Fakes.matched(Orders.class, Fakes.method(Orders.class, "list"));
    announce(redeployment, list);
    assertThat(registered).isEmpty();
    configured.add(Writing.class);
    announce(redeployment, list);
    assertThat(registered).singleElement().isInstanceOf(WriterGuard.class);
  }
}
