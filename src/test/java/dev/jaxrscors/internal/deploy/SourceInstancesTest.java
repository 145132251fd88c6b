package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.InvalidPolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceInstancesTest {

  /** Refuses everybody; the sources below add what is wrong with them. */
  public static class Usable implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }
  }

  /** Has nothing that makes it. */
  public static final class Hidden extends Usable {
    public Hidden(String needed) {
      assertThat(needed).isNotNull();
    }
  }

  public abstract static class Unfinished extends Usable {}

  public static final class Failing extends Usable {
    public Failing() {
      throw new IllegalStateException("no database");
    }
  }

  public static final class FailingToLoad extends Usable {
    static final Object DATABASE = connect();

    private static Object connect() {
      throw new IllegalStateException("no database");
    }
  }

  private final SourceInstances sources = new SourceInstances();

  @Test
  void a_class_has_one_instance_for_the_whole_application() {
    assertThat(sources.get(Usable.class, "Orders"))
        .isInstanceOf(Usable.class)
        .isSameAs(sources.get(Usable.class, "Orders"))
        .isNotSameAs(new SourceInstances().get(Usable.class, "Orders"));
  }

  @ParameterizedTest
  @ValueSource(classes = {Hidden.class, Unfinished.class, Failing.class, FailingToLoad.class})
  void one_that_cannot_be_made_is_unusable(Class<? extends OriginSource> type) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> sources.get(type, "Orders"))
        .satisfies(e -> assertThat(e.problems().get(0).value()).isEqualTo(type.getName()))
        .satisfies(
            e -> assertThat(e.problems().get(0).reason()).startsWith("making it failed with "));
  }

  @Test
  void the_problem_tells_what_its_own_code_threw() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> sources.get(Failing.class, "Orders"))
        .satisfies(
            e ->
                assertThat(e.problems().get(0).reason())
                    .isEqualTo(
                        "making it failed with java.lang.IllegalStateException: no database"));
  }
}
