package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.runtime.ServletFields;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.interception.jaxrs.PostMatchContainerRequestContext;
import org.junit.jupiter.api.Test;

/** On RESTEasy the match is known in between alone, so it is kept for the way out. */
class RestEasyFilterTest {

  private static final String APP = "https://app.example.com";
  private static final String STRANGER = "https://stranger.example.net";
  private static final Map.Entry<String, List<Object>> VARY = Map.entry("Vary", List.of("Origin"));

  @Path("orders")
  @CorsPolicy(origins = APP)
  static class Orders {
    @GET
    public void list() {}

    @POST
    @CorsPolicy(refusal = Refusal.REJECT)
    public void add() {}

    @GET
    @Path("source")
    @CorsPolicy(originSource = Failing.class)
    public void source() {}
  }

  @Path("plain")
  static class Plain {
    @GET
    public void list() {}
  }

  /** Cannot tell. */
  public static final class Failing implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      throw new NoClassDefFoundError("gone");
    }
  }

  private final ServedApplication served = Served.application(Orders.class, Plain.class);
  private final AnswerFilter answer = new AnswerFilter(served);
  private final FinishFilter finish =
      new FinishFilter(served, new WriterGuard(), new Underneath(ServletFields.UNKNOWN));
  private final List<Response> abortedWith = new ArrayList<>();

  private ContainerRequestContext request(
      Class<?> type, String method, String verb, String... lines) {
    return matched(
        Fakes.request(abortedWith::add, verb, Fakes.uri("https://api.example.com/orders"), lines),
        type,
        method);
  }

  /** Returns a request of RESTEasy that is matched. */
  static ContainerRequestContext matched(
      ContainerRequestContext plain, Class<?> type, String method) {
    ResourceMethodInvoker invoker = new ResourceMethodInvoker(type, Fakes.method(type, method));
    return (ContainerRequestContext)
        Proxy.newProxyInstance(
            RestEasyFilterTest.class.getClassLoader(),
            new Class<?>[] {PostMatchContainerRequestContext.class},
            (proxy, called, arguments) -> {
              try {
                return called.getName().equals("getResourceMethod")
                    ? invoker
                    : called.invoke(plain, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static String from(String origin) {
    return "Origin: " + origin;
  }

  private MultivaluedMap<String, Object> fields(ContainerRequestContext request) {
    MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
    finish.filter(request, Fakes.response(200, fields));
    return fields;
  }

  @Test
  void who_decides_about_a_request_is_kept_for_its_response() {
    ContainerRequestContext request = request(Orders.class, "list", "GET", from(APP));
    assertThat(answer.ends(request)).isFalse();
    assertThat(Exchange.of(request))
        .returns(Exchange.Stage.MATCHED, Exchange::stage)
        .matches(exchange -> exchange.applied() instanceof AppliedPolicy.Governed);
    assertThat(fields(request))
        .containsOnly(Map.entry("Access-Control-Allow-Origin", List.of(APP)), VARY);
  }

  @Test
  void that_nobody_does_is_kept_as_well() {
    ContainerRequestContext request = request(Plain.class, "list", "GET", from(APP));
    answer.filter(request);
    assertThat(Exchange.of(request).applied()).isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
    assertThat(fields(request)).isEmpty();
  }

  @Test
  void even_where_no_policy_rejects_anything() {
    ContainerRequestContext request = request(Plain.class, "list", "GET", from(APP));
    new AnswerFilter(Served.application(Plain.class)).filter(request);
    assertThat(Exchange.of(request)).returns(Exchange.Stage.MATCHED, Exchange::stage);
  }

  @Test
  void a_request_that_matches_nothing_has_nothing_to_keep() {
    ContainerRequestContext request =
        Fakes.request("GET", "https://api.example.com/nowhere", from(APP));
    answer.filter(request);
    assertThat(Exchange.of(request)).isNull();
  }

  @Test
  void a_request_that_is_to_be_rejected_does_not_come_to_its_resource() {
    ContainerRequestContext rejected = request(Orders.class, "add", "POST", from(STRANGER));
    assertThat(answer.ends(rejected)).isTrue();
    assertThat(abortedWith).singleElement().returns(403, Response::getStatus);
    assertThat(fields(rejected)).containsOnly(VARY);
  }

  @Test
  void one_of_the_servers_own_pages_does_whatever_the_policy_says() {
    answer.filter(request(Orders.class, "add", "POST", from("https://api.example.com")));
    answer.filter(request(Orders.class, "add", "POST", from(APP)));
    answer.filter(request(Orders.class, "add", "POST"));
    assertThat(abortedWith).isEmpty();
  }

  @Test
  void a_source_of_origins_that_fails_grants_nothing() {
    ContainerRequestContext request = request(Orders.class, "source", "GET", from(APP));
    answer.filter(request);
    assertThat(Exchange.of(request).stage()).isEqualTo(Exchange.Stage.JUDGED);
    assertThat(fields(request)).containsOnly(VARY);
  }

  @Path("fatal")
  @CorsPolicy("fatal")
  static class Fatal {
    @GET
    public void list() {}
  }

  @Test
  void one_that_fails_fatally_grants_nothing_and_is_not_asked_again_for_the_error() {
    Policy policy =
        Policy.builder()
            .originSource(
                (origin, target) -> {
                  throw new InternalError(origin.toString());
                })
            .build();
    ServedApplication fatal =
        Served.application(
            new Setup.Builder().policy("fatal", policy).build(), Map.of(), Fatal.class);
    ContainerRequestContext request = request(Fatal.class, "list", "GET", from(APP));
    assertThatThrownBy(() -> new AnswerFilter(fatal).filter(request))
        .isInstanceOf(InternalError.class);
    assertThat(fields(request)).containsOnly(VARY);
  }

  @Test
  void a_preflight_is_ended_whatever_it_matches() {
    String asked = "Access-Control-Request-Method: GET";
    for (Class<?> type : List.of(Orders.class, Plain.class)) {
      ContainerRequestContext request = request(type, "list", "GET", from(APP), asked);
      Exchange.start(request, served.on(request), Incoming.WellFormed.PREFLIGHT);
      assertThat(answer.ends(request)).isTrue();
    }
    assertThat(abortedWith).hasSize(2).allMatch(response -> response.getStatus() == 204);
  }
}
