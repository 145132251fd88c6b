package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Requests choose the chain of parents: neither memory, nor work, nor lines may grow with it. */
class KnownClassesTest {

  private static final String SITE = "https://app.example.com";
  private static final int WAYS = 30_000;

  /** Seven classes whose locators lead to one another. */
  static class Node {
    @GET
    public void get() {}

    @Path("a")
    public A a(@HeaderParam("X-A") String value) {
      return new A();
    }

    @Path("any")
    public Object any(@HeaderParam("X-Any") String value) {
      return value;
    }
  }

  @Path("a")
  @CorsPolicy(origins = SITE)
  static class A extends Node {}

  @CorsPolicy(origins = SITE, maxAge = 1)
  static class B extends Node {}

  @CorsPolicy(maxAge = 2)
  static class C extends Node {}

  @CorsPolicy(origins = CorsPolicy.NONE)
  static class D extends Node {}

  @CorsPolicy(maxAge = -5)
  static class E extends Node {}

  static class F extends Node {}

  @CorsPolicy(allowedHeaders = "X-G")
  static class G extends Node {}

  private static final List<Class<?>> ALL =
      List.of(A.class, B.class, C.class, D.class, E.class, F.class, G.class);

  private final List<Surroundings> made = new ArrayList<>();
  private final KnownClasses known = known(made::add);

  static KnownClasses known(Consumer<Surroundings> made) {
    return new KnownClasses(
        List.of(),
        KnownClasses.noShapes(),
        (shape, around) -> {
          made.accept(around);
          return new ResourceClass(
              shape,
              around,
              new Resolver(Setup.EMPTY, new SourceInstances())::resolve,
              Authentication.UNKNOWN);
        },
        (resource, chain) -> {});
  }

  @Test
  void what_is_kept_and_made_does_not_grow_with_the_ways_that_requests_take() {
    Random random = new Random(42);
    for (int i = 0; i < WAYS; i++) {
      List<Class<?>> way = way(random);
      known.of(way.get(0), way.subList(1, way.size()));
    }
    assertThat(made).hasSizeLessThan(1_000);
    assertThat(known.size()).isLessThan(5_000);
  }

  @Test
  void after_a_flood_a_new_way_is_made_of_what_is_known() {
    what_is_kept_and_made_does_not_grow_with_the_ways_that_requests_take();
    ResourceShape shape = known.shape(F.class);
    ResourceClass first = known.of(F.class, List.of(G.class, F.class, B.class));
    assertThat(known.of(F.class, List.of(G.class, F.class, B.class))).isSameAs(first);
    assertThat(known.of(F.class, List.of(G.class, F.class, F.class, B.class))).isSameAs(first);
    assertThat(known.shape(F.class)).isSameAs(shape);
  }

  @Test
  void a_way_that_is_as_long_as_a_request_can_make_it_is_not_kept() {
    ResourceClass once = known.of(F.class, List.of(F.class, A.class));
    int before = known.size();
    List<Class<?>> way = new ArrayList<>(Collections.nCopies(4_000, F.class));
    way.add(A.class);
    assertThat(known.of(F.class, way)).isSameAs(once);
    assertThat(known.size()).isEqualTo(before);
  }

  private static List<Class<?>> parents(int number) {
    List<Class<?>> parents = new ArrayList<>(Collections.nCopies(number - 1, F.class));
    parents.add(A.class);
    return parents;
  }

  @Test
  void a_way_of_sixteen_classes_is_kept_and_no_longer_one() {
    known.of(A.class);
    assertThat(known.size()).as("a shape, an answer and a root").isEqualTo(3);
    known.of(F.class, parents(15));
    assertThat(known.size()).as("and a shape, an answer and a way").isEqualTo(6);
    known.of(F.class, parents(16));
    assertThat(known.size()).isEqualTo(6);
  }

  @Test
  void only_parents_that_add_something_are_told_apart() {
    ResourceClass direct = known.of(F.class, List.of(B.class));
    assertThat(known.of(F.class, List.of(B.class, C.class))).isSameAs(direct);
    assertThat(known.of(F.class, List.of(B.class, A.class))).isSameAs(direct);
    assertThat(known.of(F.class, List.of(C.class, B.class))).isNotSameAs(direct);
  }

  @Test
  void each_class_has_a_line_or_two_however_it_is_reached() {
    try (CapturedLog log = CapturedLog.open()) {
      Deployment deployment = Deployed.of(Setup.EMPTY, Optional.empty(), List.of(A.class));
      deployment.serve(Set.of());
      Random random = new Random(42);
      for (int i = 0; i < WAYS; i++) {
        List<Class<?>> way = way(random);
        deployment.applied(way.get(0), Fakes.method(way.get(0), "get"), way.subList(1, way.size()));
      }
      assertThat(log.lines()).isNotEmpty().hasSizeLessThanOrEqualTo(3 * ALL.size());
    }
  }

  static List<Class<?>> way(Random random) {
    List<Class<?>> shuffled = new ArrayList<>(ALL);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(ALL.size()));
  }
}
