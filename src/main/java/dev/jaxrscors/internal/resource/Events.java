package dev.jaxrscors.internal.resource;

import dev.jaxrscors.internal.runtime.KnownAnnotations;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Server-sent events: who reconnects says in {@code Last-Event-ID} what was seen last. */
final class Events {

  private Events() {}

  /**
   * Reports whether a method sends events.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#last-event-id">HTML,
   *     Last-Event-ID</a>
   */
  static boolean areSentBy(ResourceMethod method) {
    return List.of(method.annotated().getParameterTypes()).contains(SseEventSink.class)
        || places(method).anyMatch(Events::hasElementType)
        || produced(method).anyMatch(Events::isEvents);
  }

  /** The types of the method itself, or else of the class, or of what that inherits them from. */
  private static Stream<String> produced(ResourceMethod method) {
    return places(method)
        .flatMap(place -> Optional.ofNullable(place.getAnnotation(Produces.class)).stream())
        .limit(1)
        .flatMap(produces -> Arrays.stream(produces.value()))
        .flatMap(types -> Arrays.stream(types.split(",", -1)));
  }

  private static Stream<AnnotatedElement> places(ResourceMethod method) {
    return Stream.concat(
        Stream.of(method.annotated()), Hierarchy.types(method.resource()).stream());
  }

  private static boolean hasElementType(AnnotatedElement place) {
    return Arrays.stream(place.getAnnotations()).anyMatch(KnownAnnotations::isOfEvents);
  }

  private static boolean isEvents(String type) {
    return type.split(";", 2)[0]
        .strip()
        .toLowerCase(Locale.ROOT)
        .equals(MediaType.SERVER_SENT_EVENTS);
  }
}
