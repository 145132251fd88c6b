package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.RequestMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a value was made of may change; the value stays. */
class ImmutableValuesTest {

  static Stream<Function<List<String>, List<String>>> values() {
    return Stream.of(
        list -> new Place.Annotation("Orders", list).written(),
        list -> new Place.Code("a policy", list).written(),
        list -> new Place.Key("a key", "key", "shop", list).written(),
        list -> new PolicyHint(HintKind.REPEATED, Optional.empty(), list).arguments(),
        list -> new PolicyProblem(ProblemKind.NO_METHODS, Optional.empty(), list).arguments());
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_keeps_its_own_list(Function<List<String>, List<String>> kept) {
    List<String> given = new ArrayList<>(List.of("a"));
    List<String> own = kept.apply(given);
    given.add("b");
    assertThat(own).containsExactly("a").isUnmodifiable();
  }

  @Test
  void allowed_methods_keep_their_own_set() {
    Set<RequestMethod> given = new HashSet<>(Set.of(RequestMethod.of("PUT")));
    AllowedMethods methods = new AllowedMethods(false, given);
    given.add(RequestMethod.of("DELETE"));
    assertThat(methods.allows(RequestMethod.of("DELETE"))).isFalse();
    assertThat(methods.listed()).isUnmodifiable();
  }
}
