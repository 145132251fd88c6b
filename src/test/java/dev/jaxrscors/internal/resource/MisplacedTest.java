package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that has no effect where it stands. */
class MisplacedTest {

  interface Api {
    @PUT
    @CorsPolicy(methods = "GET")
    void inherited();

    @PUT
    @CorsPolicy(methods = "GET")
    void setBeside();

    @PUT
    @CorsPolicy(methods = "GET")
    void listedAgain();

    @PUT
    @CorsPolicy(methods = "GET")
    void namedAgain();
  }

  static class Orders implements Api {
    @Override
    @CorsPolicy(maxAge = 5)
    public void setBeside() {}

    @PUT
    @CorsPolicy(methods = "GET")
    public void own() {}

    @PUT
    @CorsPolicy(methods = {"GET", "PUT"})
    public void among() {}

    @PUT
    @CorsPolicy(methods = "*")
    public void all() {}

    @PUT
    @CorsPolicy(methods = "get")
    public void illFormed() {}

    @PUT
    @CorsPolicy(maxAge = 5)
    public void other() {}

    @Override
    public void inherited() {}

    @Override
    @CorsPolicy(methods = "PUT")
    public void listedAgain() {}

    @Override
    @CorsPolicy("named")
    public void namedAgain() {}
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "own, true",
    "among, false",
    "all, false",
    "illFormed, false",
    "other, false",
    "inherited, true",
    "setBeside, true",
    "listedAgain, false",
    "namedAgain, false",
  })
  void a_list_of_methods_without_the_own_verb_is_a_mistake(String name, boolean mistaken) {
    List<Mistake> mistakes =
        ClassMethods.of(Orders.class).all().stream()
            .filter(m -> m.method().getName().equals(name))
            .flatMap(m -> Misplaced.lists(m).stream())
            .toList();
    Mistake missing =
        new Mistake("Orders." + name, PolicyProblem.ownVerbMissing("PUT", List.of("GET")));
    assertThat(mistakes).isEqualTo(mistaken ? List.of(missing) : List.of());
  }

  @CorsPolicy(maxAge = 5)
  static class Nothing {
    public void helper() {}
  }

  @CorsPolicy(maxAge = 5)
  static class Leading {
    @Path("orders")
    public Orders orders() {
      return new Orders();
    }
  }

  @CorsPolicy(maxAge = 5)
  static class Answering {
    @GET
    @CorsPolicy(maxAge = 5)
    public void get() {}
  }

  static class Silent {}

  @Test
  void a_policy_on_a_class_that_neither_answers_nor_leads_anywhere_is_a_mistake() {
    assertThat(annotations(Nothing.class))
        .containsExactly(new Mistake("Nothing", ProblemKind.NO_RESOURCE_METHOD.of()));
    assertThat(annotations(Leading.class)).isEmpty();
    assertThat(annotations(Answering.class)).isEmpty();
    assertThat(annotations(Silent.class)).isEmpty();
  }

  static class Hiding {
    @GET
    @CorsPolicy(maxAge = 5)
    void hidden() {}

    @GET
    @CorsPolicy(maxAge = 5)
    public static void ofNobody() {}

    @Path("below")
    @CorsPolicy(maxAge = 5)
    static Orders hiddenAndOfNobody() {
      return new Orders();
    }

    @Path("locator")
    @CorsPolicy(maxAge = 5)
    public Orders locator() {
      return new Orders();
    }

    @CorsPolicy(maxAge = 5)
    void helper() {}
  }

  @Test
  void a_policy_on_a_method_says_what_the_method_lacks_to_answer_requests() {
    assertThat(annotations(Hiding.class))
        .containsExactlyInAnyOrder(
            new Mistake("Hiding.hidden", ProblemKind.HIDDEN_RESOURCE_METHOD.of("public")),
            new Mistake("Hiding.ofNobody", ProblemKind.HIDDEN_RESOURCE_METHOD.of("not static")),
            new Mistake(
                "Hiding.hiddenAndOfNobody",
                ProblemKind.HIDDEN_RESOURCE_METHOD.of("public, and not static")),
            new Mistake("Hiding.locator", ProblemKind.NO_RESOURCE_METHOD.of()),
            new Mistake("Hiding.helper", ProblemKind.NO_RESOURCE_METHOD.of()));
  }

  interface Putting<T> {
    void put(T value);
  }

  static class Bridged implements Putting<String> {
    @PUT
    @CorsPolicy(maxAge = 5)
    @Override
    public void put(String value) {}
  }

  @Test
  void what_the_compiler_repeats_on_a_bridge_is_none() {
    assertThat(annotations(Bridged.class)).isEmpty();
  }

  private static List<Mistake> annotations(Class<?> type) {
    return Misplaced.annotations(type, ClassMethods.of(type));
  }
}
