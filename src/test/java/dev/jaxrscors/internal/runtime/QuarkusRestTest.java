package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.junit.jupiter.api.Test;

/** What Quarkus REST has, and does, in its own way. */
class QuarkusRestTest {

  static class Shop extends Application {}

  @Path("orders")
  static class Orders {
    @GET
    public String list() {
      return "";
    }

    @GET
    public void events(String filter, @Context SseEventSink sink) {}

    @GET
    public Flow.Publisher<String> stream() {
      return new SubmissionPublisher<>();
    }

    @GET
    public SubmissionPublisher<String> submitted() {
      return new SubmissionPublisher<>();
    }
  }

  @Test
  void it_is_known_by_what_configures_a_feature() {
    assertThat(
            QuarkusRest.configures(
                org.jboss.resteasy.reactive.server.spi.QuarkusRest.context(Cxf.context())))
        .isTrue();
    assertThat(QuarkusRest.configures(Cxf.context())).isFalse();
  }

  @Test
  void the_application_is_a_bean() throws Exception {
    Shop shop = new Shop();
    assertThat(application(new Beans().with("another").with(shop))).contains(shop);
    assertThat(application(new Beans().with("another"))).isEmpty();
  }

  @Test
  void what_no_response_filter_runs_for_is_known_by_its_method() {
    assertThat(QuarkusRest.isEvents(matched("events"))).isTrue();
    assertThat(QuarkusRest.isEvents(matched("list"))).isFalse();
    assertThat(QuarkusRest.isEvents(matched("stream"))).isFalse();
    assertThat(QuarkusRest.isEvents(null)).isFalse();

    assertThat(QuarkusRest.isPublisher(matched("stream"))).isTrue();
    assertThat(QuarkusRest.isPublisher(matched("submitted"))).isTrue();
    assertThat(QuarkusRest.isPublisher(matched("list"))).isFalse();
    assertThat(QuarkusRest.isPublisher(null)).isFalse();
  }

  private static ResourceInfo matched(String method) {
    return Fakes.matched(Orders.class, Fakes.method(Orders.class, method));
  }

  private static Optional<Application> application(Beans beans) throws Exception {
    return beans.loader().call(() -> QuarkusRest.application().map(Application.class::cast));
  }
}
