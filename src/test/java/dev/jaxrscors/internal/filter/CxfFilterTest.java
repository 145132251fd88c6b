package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.runtime.ServletFields;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** On CXF nothing is injected and nothing kept: the way in and the way out ask the request. */
class CxfFilterTest {

  private static final String APP = "https://app.example.com";
  private static final String STRANGER = "https://stranger.example.net";

  @Path("orders")
  @CorsPolicy(origins = APP)
  static class Orders {
    @GET
    public void list() {}
  }

  @Path("invoices")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  static class Invoices {
    @POST
    public void add() {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final ServedApplication served = Served.application(Orders.class, Invoices.class);
  private final CxfFilter filter = new CxfFilter(new AnswerFilter(served));
  private final FinishFilter finish =
      new FinishFilter(served, new WriterGuard(), new Underneath(ServletFields.UNKNOWN));
  private final List<Response> abortedWith = new ArrayList<>();

  @Test
  void it_suits_cxf_and_no_other() {
    FeatureContext elsewhere =
        (FeatureContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {FeatureContext.class},
                (proxy, method, arguments) -> null);
    assertThat(dev.jaxrscors.internal.runtime.Cxf.configures(Cxf.context())).isTrue();
    assertThat(dev.jaxrscors.internal.runtime.Cxf.configures(elsewhere)).isFalse();
    assertThat(dev.jaxrscors.internal.runtime.Cxf.isOwn(request(Orders.class, "list", "GET", APP)))
        .isTrue();
    assertThat(
            dev.jaxrscors.internal.runtime.Cxf.isOwn(
                Fakes.request("GET", "https://api.example.com/")))
        .isFalse();
  }

  @Test
  void an_actual_request_is_judged_on_the_way_out() {
    ContainerRequestContext request = request(Orders.class, "list", "GET", APP);
    filter.filter(request);
    assertThat(Exchange.of(request)).isNull();
    assertThat(fields(request))
        .containsOnly(
            Map.entry("Access-Control-Allow-Origin", List.of(APP)),
            Map.entry("Vary", List.of("Origin")));
    assertThat(fields(request(Orders.class, "list", "GET", STRANGER)))
        .containsOnly(Map.entry("Vary", List.of("Origin")));
  }

  @Test
  void where_nothing_is_rejected_the_way_in_does_nothing() {
    ContainerRequestContext request = request(Orders.class, "list", "GET", STRANGER);
    assertThat(new AnswerFilter(Served.application(Orders.class)).ends(request)).isFalse();
    assertThat(Exchange.of(request)).isNull();
    assertThat(abortedWith).isEmpty();
  }

  /** One deployment decides about a request, whatever comes into force meanwhile. */
  @Test
  void where_policies_may_change_the_way_in_keeps_who_decides() {
    ServedApplication changing =
        Served.application(Setup.EMPTY, Map.of("cors.reload", "1h"), Orders.class);
    ContainerRequestContext request = request(Orders.class, "list", "GET", APP);
    new AnswerFilter(changing).filter(request);
    assertThat(Exchange.of(request)).returns(Exchange.Stage.MATCHED, Exchange::stage);
  }

  @Test
  void a_request_that_is_to_be_rejected_is_rejected_before_the_resource_runs() {
    ContainerRequestContext request = request(Invoices.class, "add", "POST", STRANGER);
    filter.filter(request);
    assertThat(abortedWith).singleElement().returns(403, Response::getStatus);

    filter.filter(request(Invoices.class, "add", "POST", APP));
    assertThat(abortedWith).hasSize(1);
  }

  @Test
  void a_preflight_is_answered() {
    ContainerRequestContext request =
        request(Orders.class, "list", "GET", APP, "Access-Control-Request-Method: GET");
    Exchange.start(request, served.on(request), Incoming.WellFormed.PREFLIGHT);
    filter.filter(request);
    assertThat(abortedWith).singleElement().returns(204, Response::getStatus);
    assertThat(fields(request)).containsEntry("Access-Control-Allow-Origin", List.of(APP));
  }

  /** Who asks from no other origin has no use for what a servlet filter grants it. */
  @Test
  void what_a_servlet_filter_sets_underneath_is_warned_of_where_another_origin_asks() {
    RecordedResponse underneath = new RecordedResponse();
    underneath.fields.put("Access-Control-Allow-Origin", List.of("*"));
    Message message =
        new Message(Fakes.matched(Orders.class, Fakes.method(Orders.class, "list")))
            .with("HTTP.RESPONSE", underneath.response());
    fields(Cxf.request(plain("GET"), message));
    assertThat(log.warnings()).isEmpty();

    fields(Cxf.request(plain("GET", "Origin: " + APP), message));
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("sets Access-Control-* on the servlet response to GET / (policy: Orders)");
  }

  private ContainerRequestContext request(
      Class<?> type, String method, String verb, String origin, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("Origin: " + origin);
    return Cxf.request(
        plain(verb, all.toArray(String[]::new)),
        new Message(Fakes.matched(type, Fakes.method(type, method))));
  }

  private ContainerRequestContext plain(String verb, String... lines) {
    return Fakes.request(abortedWith::add, verb, Fakes.uri("https://api.example.com/"), lines);
  }

  private MultivaluedMap<String, Object> fields(ContainerRequestContext request) {
    MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
    finish.filter(request, Fakes.response(200, fields));
    return fields;
  }
}
