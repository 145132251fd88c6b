package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Heard;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.runtime.QuarkusRest;
import dev.jaxrscors.internal.runtime.ServletFields;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import org.jboss.resteasy.reactive.server.spi.Quarkus;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.junit.jupiter.api.Test;

/**
 * What is read by name on Quarkus REST, from stand-ins with these names; and that elsewhere nothing
 * is.
 */
class QuarkusTest {

  private static final String APP = "https://app.example.com";
  private static final String STRANGER = "https://stranger.example.net";

  @Path("orders")
  @CorsPolicy(origins = APP)
  static class Orders {
    @GET
    public void list() {}

    @GET
    @Path("events")
    public void events(@Context SseEventSink sink) {}

    @GET
    @Path("stream")
    public Flow.Publisher<String> stream() {
      return subscriber -> {};
    }

    @POST
    @Path("stream")
    @CorsPolicy(refusal = Refusal.REJECT)
    public Flow.Publisher<String> rejecting() {
      return subscriber -> {};
    }
  }

  /** A request on Quarkus REST: what it carries, and what has become of it. */
  private static final class Exchanged {
    final Map<String, String> onServer = new TreeMap<>();
    final Map<String, Object> properties = new HashMap<>();
    final Heard heard = new Heard();
    final MultivaluedMap<String, String> headers =
        Fakes.request("GET", "https://api.example.com/orders").getHeaders();
    int status;
    String method;
    Response abortedWith;
    ResourceInfo matched;
    Object entity = "Forbidden";
    boolean begun;

    Exchanged(String method, String resourceMethod) {
      this.method = method;
      this.matched =
          resourceMethod.isEmpty()
              ? null
              : Fakes.matched(Orders.class, Fakes.method(Orders.class, resourceMethod));
    }

    Exchanged from(String origin) {
      headers.putSingle("Origin", origin);
      return this;
    }

    ContainerRequestContext request() {
      ServerHttpResponse response =
          new ServerHttpResponse() {
            @Override
            public ServerHttpResponse setResponseHeader(CharSequence name, CharSequence value) {
              onServer.put(name.toString(), value.toString());
              return this;
            }

            @Override
            public boolean headWritten() {
              return begun;
            }

            @Override
            public void removeResponseHeader(String name) {
              onServer.remove(name);
            }
          };
      ServerRequestContext context =
          new ServerRequestContext() {
            @Override
            public ResourceInfo getResteasyReactiveResourceInfo() {
              return matched;
            }

            @Override
            public ServerHttpResponse serverResponse() {
              return response;
            }
          };
      return Quarkus.request(
          (proxy, called, arguments) ->
              switch (called.getName()) {
                case "getServerRequestContext" -> context;
                case "getMethod" -> method;
                case "setMethod" -> {
                  method = (String) arguments[0];
                  yield null;
                }
                case "getHeaders" -> headers;
                case "getHeaderString" -> headers.getFirst((String) arguments[0]);
                case "getUriInfo" -> Fakes.uri("https://api.example.com/orders");
                case "getProperty" -> properties.get(arguments[0]);
                case "setProperty" -> properties.put((String) arguments[0], arguments[1]);
                case "abortWith" -> {
                  abortedWith = (Response) arguments[0];
                  yield null;
                }
                default -> throw new UnsupportedOperationException(called.toString());
              });
    }

    private ServedApplication served() {
      return Served.application(
          new Setup.Builder().listener(heard).build(), Map.of(), Orders.class);
    }

    private QuarkusRestFilter filter() {
      ServedApplication served = served();
      return new QuarkusRestFilter(
          new AnswerFilter(served),
          new FinishFilter(served, new WriterGuard(), new Underneath(ServletFields.UNKNOWN)));
    }

    Exchanged answered() {
      filter().filter(request());
      return this;
    }

    /** Returns the fields of the response when roles were checked before the filters. */
    MultivaluedMap<String, Object> stoppedBy(int status, String resourceMethod) {
      new DelegateFilter(served(), () -> true).filter(request());
      this.status = status;
      this.matched = new Exchanged(method, resourceMethod).matched;
      MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
      fields.putSingle("WWW-Authenticate", "Basic");
      filter().filter(request(), response(fields));
      return fields;
    }

    private ContainerResponseContext response(MultivaluedMap<String, Object> fields) {
      return (ContainerResponseContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ContainerResponseContext.class},
              (proxy, called, arguments) ->
                  switch (called.getName()) {
                    case "getHeaders" -> fields;
                    case "getStatus" -> status;
                    case "setStatusInfo" -> {
                      status = ((Response.StatusType) arguments[0]).getStatusCode();
                      yield null;
                    }
                    case "getEntity" -> entity;
                    case "setEntity" -> {
                      entity = arguments[0];
                      yield null;
                    }
                    default -> throw new UnsupportedOperationException(called.toString());
                  });
    }

    Exchanged preflightFor(String asked) {
      headers.putSingle("Access-Control-Request-Method", asked);
      Incoming incoming = Incoming.options(headers.get("Origin"), List.of(asked));
      Exchange.start(request(), served().on(request()), incoming);
      return this;
    }
  }

  @Test
  void elsewhere_no_feature_is_configured_and_no_bean_is_asked_for() {
    FeatureContext context =
        (FeatureContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FeatureContext.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.toString());
                });
    assertThat(QuarkusRest.configures(context)).isFalse();
    assertThat(QuarkusRest.application()).isEmpty();
  }

  @Test
  void a_response_that_the_filters_will_see_is_left_to_them() {
    assertThat(new Exchanged("GET", "list").from(APP).answered().onServer).isEmpty();
  }

  @Test
  void a_stream_that_no_response_filter_sees_is_shared_with_the_origin_alone() {
    for (String streamed : List.of("events", "stream")) {
      assertThat(new Exchanged("GET", streamed).from(APP).answered().onServer)
          .containsOnly(Map.entry("Access-Control-Allow-Origin", APP), Map.entry("Vary", "Origin"));
      assertThat(new Exchanged("GET", streamed).from(STRANGER).answered().onServer)
          .containsOnly(Map.entry("Vary", "Origin"));
      assertThat(new Exchanged("GET", streamed).answered().onServer)
          .containsOnly(Map.entry("Vary", "Origin"));
    }
  }

  @Test
  void the_answer_to_a_preflight_for_events_is_no_less_than_for_others() {
    Exchanged granted = new Exchanged("GET", "events").from(APP).preflightFor("GET").answered();
    assertThat(granted.abortedWith.getStatus()).isEqualTo(204);
    assertThat(granted.onServer)
        .containsEntry("Access-Control-Allow-Origin", APP)
        .containsEntry("Access-Control-Allow-Methods", "GET, HEAD");

    Exchanged refused =
        new Exchanged("GET", "events").from(STRANGER).preflightFor("GET").answered();
    assertThat(refused.abortedWith.getStatus()).isEqualTo(403);
    assertThat(refused.onServer).containsOnlyKeys("Vary");
  }

  @Test
  void a_preflight_that_a_role_stopped_is_answered_all_the_same() {
    Exchanged exchanged = new Exchanged("OPTIONS", "").from(APP).preflightFor("GET");
    MultivaluedMap<String, Object> headers = exchanged.stoppedBy(403, "list");
    assertThat(exchanged.status).isEqualTo(204);
    assertThat(exchanged.entity).isNotEqualTo("Forbidden");
    assertThat(headers)
        .containsEntry("Access-Control-Allow-Origin", List.of(APP))
        .containsEntry("Access-Control-Allow-Methods", List.of("GET, HEAD"))
        .doesNotContainKey("WWW-Authenticate");

    Exchanged strange = new Exchanged("OPTIONS", "").from(STRANGER).preflightFor("GET");
    assertThat(strange.stoppedBy(401, "list")).containsOnlyKeys("Vary", "Content-Type");
    assertThat(strange.status).isEqualTo(403);
  }

  @Test
  void a_preflight_that_reached_no_resource_keeps_its_answer() {
    Exchanged exchanged = new Exchanged("OPTIONS", "").from(APP).preflightFor("GET");

    assertThat(exchanged.stoppedBy(404, "")).containsOnlyKeys("Vary", "WWW-Authenticate");
    assertThat(exchanged.status).isEqualTo(404);
  }

  @Test
  void an_actual_request_that_a_role_stopped_keeps_its_answer() {
    Exchanged exchanged = new Exchanged("GET", "list").from(APP);

    assertThat(exchanged.stoppedBy(401, "list"))
        .containsOnlyKeys("WWW-Authenticate", "Access-Control-Allow-Origin", "Vary");
    assertThat(exchanged.status).isEqualTo(401);
  }

  @Test
  void an_answer_instead_of_a_publisher_is_left_to_the_filters() {
    Exchanged preflight = new Exchanged("GET", "stream").from(APP).preflightFor("GET").answered();
    assertThat(preflight.abortedWith.getStatus()).isEqualTo(204);
    assertThat(preflight.onServer).isEmpty();

    Exchanged rejected = new Exchanged("POST", "rejecting").from(STRANGER).answered();
    assertThat(rejected.abortedWith.getStatus()).isEqualTo(403);
    assertThat(rejected.onServer).isEmpty();
  }

  @Test
  void what_is_withheld_before_the_first_event_is_taken_off_and_told_once() {
    Exchanged exchanged = new Exchanged("GET", "events").from(APP).answered();
    try (CapturedLog log = CapturedLog.open()) {
      FinishFilter.withhold(exchanged.request());
      FinishFilter.withhold(exchanged.request());
      assertThat(exchanged.onServer).containsOnly(Map.entry("Vary", "Origin"));
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("Withheld response of request: GET /orders", "withheld by the application");
    }
    assertThat(exchanged.heard.events()).hasSize(2);
    assertThat(exchanged.heard.events().get(0)).isInstanceOf(CorsEvent.Granted.class);
    assertThat(exchanged.heard.events().get(1)).isInstanceOf(CorsEvent.Withheld.class);
  }

  @Test
  void what_is_refused_already_is_withheld_without_another_word() {
    Exchanged exchanged = new Exchanged("GET", "events").from(STRANGER).answered();
    try (CapturedLog log = CapturedLog.open()) {
      FinishFilter.withhold(exchanged.request());
      assertThat(exchanged.onServer).containsOnly(Map.entry("Vary", "Origin"));
      assertThat(log.warnings()).isEmpty();
      assertThat(exchanged.heard.events()).hasSize(1);
    }
  }

  @Test
  void an_error_in_the_place_of_what_was_withheld_is_not_told_again() {
    Exchanged exchanged = new Exchanged("GET", "events").from(APP).answered();
    FinishFilter.withhold(exchanged.request());
    MultivaluedMap<String, Object> error = new MultivaluedHashMap<>();
    exchanged.filter().filter(exchanged.request(), exchanged.response(error));
    assertThat(error).containsOnly(Map.entry("Vary", List.of("Origin")));
    assertThat(exchanged.heard.events()).hasSize(2);
  }

  @Test
  void after_the_first_event_it_is_too_late() {
    Exchanged exchanged = new Exchanged("GET", "events").from(APP).answered();
    exchanged.begun = true;
    ContainerRequestContext request = exchanged.request();
    assertThatThrownBy(() -> FinishFilter.withhold(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("too late");
    assertThat(exchanged.onServer).containsEntry("Access-Control-Allow-Origin", APP);
  }

  @Test
  void what_is_withheld_behind_the_servlet_door_is_told_to_it() {
    Exchanged exchanged = new Exchanged("GET", "events").from(APP).answered();
    DoorExchange door =
        DoorExchange.actual(
            ServletFakes.request("GET", "https://api.example.com/orders", "Origin: " + APP),
            ServletFakes.host(),
            ServletFakes.governed());
    exchanged.properties.put(Passage.ATTRIBUTE, door);
    DoorFinder.addDoor();
    try {
      FinishFilter.withhold(exchanged.request());
    } finally {
      DoorFinder.removeDoor();
    }
    assertThat(door.headers()).isEqualTo(ResponseHeaders.nothing(Vary.ORIGIN));
  }
}
