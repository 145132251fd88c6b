package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.runtime.ServletFields;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A policy that code replaces: whichever step finds that out, the request has the other one. */
class ReplacedPolicyTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final String ALLOW = "Access-Control-Allow-Origin";

  @Path("shop")
  @CorsPolicy("shop")
  static class Shop {
    @GET
    public void list() {}
  }

  private volatile Policy current = allowing(A);
  private final ServedApplication served = deployed();
  private final AnswerFilter answer = new AnswerFilter(served);
  private final List<Response> abortedWith = new ArrayList<>();

  private ServedApplication deployed() {
    Setup setup = new Setup.Builder().policy("shop", () -> current).build();
    return Served.application(setup, Map.of(), Shop.class);
  }

  private static Policy allowing(String origin) {
    return Policy.builder().origins(origin).build();
  }

  private ContainerRequestContext from(String origin, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("Origin: " + origin);
    return RestEasyFilterTest.matched(
        Fakes.request(
            abortedWith::add,
            "GET",
            Fakes.uri("https://api.example.com/shop"),
            all.toArray(String[]::new)),
        Shop.class,
        "list");
  }

  private MultivaluedMap<String, Object> fields(ContainerRequestContext request) {
    return fields(served, request);
  }

  private static MultivaluedMap<String, Object> fields(
      ServedApplication served, ContainerRequestContext request) {
    MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
    new FinishFilter(served, new WriterGuard(), new Underneath(ServletFields.UNKNOWN))
        .filter(request, Fakes.response(200, fields));
    return fields;
  }

  @Test
  void an_actual_request_finds_it_out_before_its_resource_runs() {
    current = allowing(B);
    ContainerRequestContext request = from(B);
    answer.filter(request);
    assertThat(Exchange.of(request).host()).isSameAs(served.on(request));
    assertThat(fields(request)).containsEntry(ALLOW, List.of(B));
  }

  /** A filter of the application may have answered before. */
  @Test
  void or_on_its_way_out() {
    current = allowing(B);
    assertThat(fields(from(B))).containsEntry(ALLOW, List.of(B));
    assertThat(fields(from(A))).doesNotContainKey(ALLOW);
  }

  @Test
  void a_preflight_is_answered_and_finished_by_the_one_in_force() {
    current = allowing(B);
    ContainerRequestContext request = from(B, "Access-Control-Request-Method: GET");
    Exchange exchange = Exchange.start(request, served.on(request), Incoming.WellFormed.PREFLIGHT);
    answer.filter(request);
    assertThat(abortedWith).singleElement().returns(204, Response::getStatus);
    assertThat(exchange.host()).isSameAs(served.on(request));
    assertThat(fields(request)).containsEntry(ALLOW, List.of(B));
  }

  /** Nobody is governed by what is off: so the first step looks, for every request. */
  @Test
  void one_that_was_off_governs_the_next_request() {
    current = Policy.builder().origins(CorsPolicy.OFF).build();
    ServedApplication off = deployed();
    assertThat(fields(off, from(A))).isEmpty();

    current = allowing(A);
    ContainerRequestContext next = from(A);
    new MarkFilter(off).filter(next);
    assertThat(fields(off, next)).containsEntry(ALLOW, List.of(A));
  }
}
