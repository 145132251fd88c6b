package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.internal.filter.Fakes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerException;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jboss.resteasy.core.interception.jaxrs.RestEasy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of header fields past the map of a response, which others may share. */
class OutletFinderTest {

  private static final String CXF_FIELDS = "org.apache.cxf.message.Message.PROTOCOL_HEADERS";

  private static final ContainerRequestContext REQUEST =
      Fakes.request("GET", "https://api.example.com/orders");
  private static final Map<String, List<Object>> FIELDS = Map.of("X-A", List.of("1", "2"));

  private final OutletFinder outlets = new OutletFinder();
  private final MultivaluedMap<String, Object> shared = new MultivaluedHashMap<>();
  private final ContainerResponseContext elsewhere = Fakes.response(200, shared);

  @Test
  void elsewhere_there_is_none() {
    assertThat(outlets.of(elsewhere)).isSameAs(Outlet.NONE);
    assertThat(Outlet.NONE.apart(elsewhere)).isNull();
    assertThat(Outlet.NONE.send(REQUEST, elsewhere, FIELDS)).isFalse();
  }

  @Test
  void the_outlet_of_a_class_is_found_once() {
    ContainerResponseContext response = RestEasy.response(() -> shared);
    assertThat(outlets.of(response))
        .isNotSameAs(Outlet.NONE)
        .isSameAs(outlets.of(RestEasy.response(MultivaluedHashMap::new)));
  }

  @Test
  void resteasy_has_the_fields_of_the_exchange_apart() {
    ContainerResponseContext response = RestEasy.response(() -> shared);
    assertThat(outlets.of(response).apart(response)).isSameAs(shared);
    assertThat(outlets.of(response).send(REQUEST, response, FIELDS)).isFalse();
  }

  @Test
  void where_resteasy_fails_nothing_is_apart_and_an_error_stays_one() {
    ContainerResponseContext failing =
        RestEasy.response(
            () -> {
              throw new IllegalStateException("sent");
            });
    assertThat(outlets.of(failing).apart(failing)).isNull();

    Error error = new StackOverflowError();
    ContainerResponseContext broken =
        RestEasy.response(
            () -> {
              throw error;
            });
    assertThatThrownBy(() -> outlets.of(broken).apart(broken)).isSameAs(error);
  }

  @Test
  void cxf_has_the_fields_in_its_message_where_those_of_the_response_are() {
    Message message = new Message(null).with(CXF_FIELDS, shared);
    PhaseInterceptorChain.handle(message, () -> assertThat(sendOnCxf()).isTrue());
    assertThat(message.get(CXF_FIELDS)).isSameAs(FIELDS);
  }

  @Test
  void on_cxf_other_fields_are_left_alone() {
    Message message = new Message(null).with(CXF_FIELDS, new MultivaluedHashMap<>());
    PhaseInterceptorChain.handle(message, () -> assertThat(sendOnCxf()).isFalse());
    assertThat(message.get(CXF_FIELDS)).isNotSameAs(FIELDS);
    assertThat(sendOnCxf()).as("without a message").isFalse();
  }

  private boolean sendOnCxf() {
    ContainerResponseContext response = Cxf.response(elsewhere);
    return outlets.of(response).send(REQUEST, response, FIELDS);
  }

  @Test
  void jersey_writes_a_copy_with_these_fields_and_keeps_the_response() {
    Written written = new Written();
    ContainerRequest request = requestWith(written);
    ContainerResponse response =
        new ContainerResponse(request, Response.status(201).header("X-B", "3").entity("x").build());
    assertThat(outlets.of(response).send(request, response, FIELDS)).isTrue();

    OutputStream stream = request.getResponseWriter().writeResponseStatusAndHeaders(5, response);
    assertThat(stream).isSameAs(written.stream);
    assertThat(written.length).isEqualTo(5);
    assertThat(written.response.getStatus()).isEqualTo(201);
    assertThat(written.response.getEntity()).isEqualTo("x");
    assertThat(written.response.getHeaders()).containsOnly(Map.entry("X-A", List.of("1", "2")));
    assertThat(response.getHeaders()).containsOnlyKeys("X-B");
  }

  @Test
  void what_the_writer_of_jersey_does_and_throws_is_its_own() {
    Written written = new Written();
    ContainerRequest request = requestWith(written);
    ContainerResponse response = new ContainerResponse(request, Response.ok().build());
    outlets.of(response).send(request, response, FIELDS);

    ContainerResponseWriter writer = request.getResponseWriter();
    assertThat(writer.enableResponseBuffering()).isTrue();
    assertThatThrownBy(() -> writer.failure(new IllegalStateException("lost")))
        .isInstanceOf(ContainerException.class)
        .hasRootCauseMessage("lost");
  }

  @Test
  void a_request_that_is_not_one_of_jersey_has_no_writer() {
    ContainerResponse response =
        new ContainerResponse(requestWith(new Written()), Response.ok().build());
    assertThat(outlets.of(response).send(REQUEST, response, FIELDS)).isFalse();
    assertThat(outlets.of(response).apart(response)).isNull();
  }

  private static ContainerRequest requestWith(ContainerResponseWriter writer) {
    URI base = URI.create("https://api.example.com/");
    ContainerRequest request =
        new ContainerRequest(
            base, base.resolve("orders"), "GET", null, new MapPropertiesDelegate(), null);
    request.setWriter(writer);
    return request;
  }

  /** What reaches the container. */
  private static final class Written implements ContainerResponseWriter {

    final OutputStream stream = OutputStream.nullOutputStream();
    long length;
    @Nullable ContainerResponse response;

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse response) {
      this.length = length;
      this.response = response;
      return stream;
    }

    @Override
    public boolean suspend(long timeOut, TimeUnit unit, TimeoutHandler handler) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setSuspendTimeout(long timeOut, TimeUnit unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void commit() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void failure(Throwable error) {
      throw new ContainerException(error);
    }

    @Override
    public boolean enableResponseBuffering() {
      return true;
    }
  }
}
