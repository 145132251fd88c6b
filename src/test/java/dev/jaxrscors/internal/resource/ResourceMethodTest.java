package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceMethodTest {

  static class Orders {
    @GET
    public void list() {}

    @GET
    public void later(String entity, @Suspended AsyncResponse response) {}

    @GET
    public void events(@Context SseEventSink sink) {}

    @GET
    public void factory(@Context Sse sse) {}
  }

  static class More extends Orders {}

  @ParameterizedTest
  @CsvSource({"list, false", "later, true", "events, true", "factory, false"})
  void what_is_suspended_or_sends_events_outlives_its_method(String name, boolean outlives) {
    assertThat(ResourceMethod.outlivesItself(Fakes.method(Orders.class, name))).isEqualTo(outlives);
    assertThat(of(Orders.class, name).outlivesItself()).isEqualTo(outlives);
  }

  @Test
  void its_place_is_the_resource_class_even_if_another_declares_it() {
    assertThat(of(More.class, "list").place()).isEqualTo("More.list");
  }

  private static ResourceMethod of(Class<?> type, String name) {
    return ClassMethods.of(type).all().stream()
        .filter(m -> m.method().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
