package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.AtOnce;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.internal.filter.Fakes;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** Many threads reach classes on ways that push one another out. */
class KnownClassesStressTest {

  private static final int WAYS_OF_EACH = 4_000;
  private static final int MOST = 5_000;

  @Test
  void a_class_has_the_policy_of_its_own_way_and_what_is_kept_does_not_grow() throws Exception {
    KnownClasses shared = KnownClassesTest.known(around -> {});
    AtomicInteger largest = new AtomicInteger();
    LongAdder wrong = new LongAdder();
    long seed = Seeds.random(getClass()).nextLong();
    AtOnce.run(
        thread -> {
          Random random = new Random(seed + thread);
          KnownClasses own = KnownClassesTest.known(around -> {});
          for (int i = 0; i < Seeds.cases(WAYS_OF_EACH); i++) {
            List<Class<?>> way = KnownClassesTest.way(random);
            if (!decision(shared, way).equals(decision(own, way))) {
              wrong.increment();
            }
            largest.accumulateAndGet(shared.size(), Math::max);
          }
        });
    assertThat(wrong.sum()).isZero();
    assertThat(largest.get()).isLessThan(MOST);
  }

  private static List<Object> decision(KnownClasses known, List<Class<?>> way) {
    Method get = Fakes.method(way.get(0), "get");
    AppliedPolicy applied = known.of(way.get(0), way.subList(1, way.size())).applied(get);
    return List.of(
        applied.getClass(),
        Optional.ofNullable(applied.policy()),
        applied instanceof AppliedPolicy.Governed governed
            ? governed.compiled().allowedHeaders()
            : "");
  }
}
