package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests choose the ways to a class: what is said of it must not grow with them. */
class LateLinesTest {

  @CorsPolicy(origins = "https://app.example.com")
  static class Line {
    @GET
    public void get(@HeaderParam("X-Key") String key) {}
  }

  @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, "X-More"})
  static class More {}

  @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, "X-Even-More"})
  static class EvenMore {}

  private final LateLines lines = new LateLines(new RateLimit(() -> 0));

  private static ResourceClass below(Class<?>... parents) {
    Resolver resolver = new Resolver(Setup.EMPTY, new SourceInstances());
    return new ResourceClass(Line.class, List.of(parents), resolver::resolve);
  }

  @Test
  void at_deployment_whatever_is_new_is_said() {
    assertThat(lines.derived(below(), false)).isTrue();
    assertThat(lines.derived(below(), false)).isFalse();
    assertThat(lines.derived(below(More.class), false)).isTrue();
    assertThat(lines.derived(below(), false)).isTrue();
  }

  @Test
  void later_it_is_said_once_for_a_class() {
    assertThat(lines.derived(below(), true)).isTrue();
    assertThat(lines.derived(below(), true)).isFalse();
    assertThat(lines.derived(below(More.class), true)).isFalse();
  }

  @Test
  void what_was_said_at_deployment_is_not_said_later() {
    lines.derived(below(), false);
    assertThat(lines.derived(below(), true)).isFalse();
    assertThat(lines.derived(below(More.class), true)).isTrue();
    assertThat(lines.derived(below(EvenMore.class), true)).isFalse();
  }

  @Test
  void what_is_wrong_with_a_class_is_said_once() {
    assertThat(lines.mistaken(Line.class)).isTrue();
    assertThat(lines.mistaken(Line.class)).isFalse();
    assertThat(lines.mistaken(More.class)).isTrue();
    assertThat(lines.derived(below(), true)).as("another matter").isTrue();
  }

  private static Stream<Class<?>> differentClasses() {
    return Stream.of(int.class, long.class, char.class, byte.class, short.class)
        .flatMap(type -> Stream.<Class<?>>iterate(type, Class::arrayType).limit(250));
  }

  @Test
  void a_flood_of_classes_is_no_flood_of_lines() {
    assertThat(differentClasses().filter(lines::mistaken)).hasSize(RateLimit.LINES);
  }

  @Test
  void however_slow_it_is_a_thousand_classes_are_kept_in_mind() {
    AtomicLong clock = new AtomicLong();
    LateLines slow = new LateLines(new RateLimit(() -> clock.addAndGet(RateLimit.STRETCH_NANOS)));
    assertThat(differentClasses().filter(slow::mistaken)).hasSize(1_000);
  }
}
