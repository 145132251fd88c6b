package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Methods that code registers: what stands on them counts, although no annotation says a verb. */
class ProgramPoliciesTest {

  private static final String SITE = "https://app.example.com";

  interface Reading<T> {
    String read(T value);
  }

  @CorsPolicy(origins = SITE)
  static class Handler implements Reading<String> {
    @HeaderParam("X-Injected")
    @SuppressWarnings("unused")
    private String injected = "";

    @Override
    @CorsPolicy(maxAge = 5)
    public String read(@HeaderParam("X-Tenant") String tenant) {
      return tenant + injected;
    }

    public String other() {
      return "";
    }

    @CorsPolicy(origins = CorsPolicy.NONE)
    public String closed() {
      return "";
    }

    @CorsPolicy(origins = "nonsense")
    public String wrong() {
      return "";
    }

    public void later(@Suspended AsyncResponse response) {}
  }

  static class Ungoverned {
    public String get() {
      return "";
    }
  }

  private static ProgramPolicies of(Class<?> type, Surroundings surroundings) {
    Resolver resolver = new Resolver(Setup.EMPTY, new SourceInstances());
    return new ProgramPolicies(
        ResourceShape.of(type), surroundings, resolver::resolve, Authentication.UNKNOWN);
  }

  private final ProgramPolicies programs = of(Handler.class, Surroundings.NOTHING);

  private static Method method(String name) {
    return Fakes.method(Handler.class, name);
  }

  private static Set<RequestMethod> verbs(String... names) {
    return Stream.of(names).map(RequestMethod::of).collect(Collectors.toSet());
  }

  private AppliedPolicy.Governed governed(String method, String... verbs) {
    AppliedPolicy applied = programs.applied(method(method), verbs(verbs));
    assertThat(applied).isInstanceOf(AppliedPolicy.Governed.class);
    return (AppliedPolicy.Governed) applied;
  }

  @Test
  void a_method_is_governed_by_what_stands_on_it_and_on_its_class() {
    AppliedPolicy.Governed read = governed("read", "GET");
    assertThat(read.policy()).isEqualTo(Policy.builder().origins(SITE).maxAge(5).build());
    assertThat(read.provenance().nearest().name()).isEqualTo("Handler.read");
    assertThat(read.path()).as("no annotation has one").isEmpty();
    assertThat(governed("other", "GET").policy().maxAge().seconds()).isEqualTo(600);
  }

  @Test
  void what_it_declares_and_what_is_injected_into_its_class_is_allowed() {
    assertThat(governed("read", "GET").compiled().allowedHeaders())
        .isEqualTo("Content-Type, X-Tenant, X-Injected");
    assertThat(governed("other", "GET").compiled().allowedHeaders())
        .isEqualTo("Content-Type, X-Injected");
  }

  @Test
  void so_is_what_is_read_on_the_way_to_it() {
    Surroundings around = new Surroundings(List.of(), Set.of(HeaderName.of("X-Around")));
    AppliedPolicy applied = of(Handler.class, around).applied(method("other"), verbs("GET"));
    assertThat(((AppliedPolicy.Governed) applied).compiled().allowedHeaders())
        .isEqualTo("Content-Type, X-Injected, X-Around");
  }

  @Test
  void what_is_around_it_counts_too() {
    Surroundings around = new Surroundings(List.of(Handler.class), Set.of());
    AppliedPolicy applied =
        of(Ungoverned.class, around).applied(Fakes.method(Ungoverned.class, "get"), verbs("GET"));
    assertThat(applied.policy()).isEqualTo(Policy.builder().origins(SITE).build());
    assertThat(
            of(Ungoverned.class, Surroundings.NOTHING)
                .applied(Fakes.method(Ungoverned.class, "get"), verbs("GET")))
        .isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
  }

  @Test
  void a_runtime_may_name_the_method_of_an_interface() throws Exception {
    Method above = Reading.class.getMethod("read", Object.class);
    Method bridge = Handler.class.getMethod("read", Object.class);
    for (Method method : List.of(above, bridge)) {
      AppliedPolicy applied = programs.applied(method, verbs("GET"));
      assertThat(applied.policy()).isEqualTo(governed("read", "GET").policy());
      assertThat(((AppliedPolicy.Governed) applied).compiled().allowedHeaders())
          .isEqualTo("Content-Type, X-Tenant, X-Injected");
    }
  }

  @Test
  void those_who_share_a_path_share_what_is_made_of_their_policy() {
    assertThat(governed("read", "GET", "PUT").compiled())
        .isSameAs(governed("read", "PUT", "GET").compiled())
        .isNotSameAs(governed("read", "GET").compiled());
  }

  @Test
  void one_whose_response_is_written_later_outlives_itself() {
    assertThat(governed("later", "GET").outlivesMethod()).isTrue();
    assertThat(governed("read", "GET").outlivesMethod()).isFalse();
  }

  @Test
  void a_wrong_policy_is_a_broken_one() {
    assertThat(programs.applied(method("wrong"), verbs("GET")))
        .isInstanceOf(AppliedPolicy.Broken.class);
  }

  @Test
  void levels_are_added_up_once_for_a_method() {
    assertThat(programs.resolve(method("read"))).isSameAs(programs.resolve(method("read")));
    Function<String, Boolean> sharesWithOther =
        name -> programs.has(method(name), programs.resolve(method("other")));
    assertThat(sharesWithOther.apply("other")).isTrue();
    assertThat(sharesWithOther.apply("later")).isTrue();
    assertThat(sharesWithOther.apply("read")).isFalse();
    assertThat(sharesWithOther.apply("closed")).isFalse();
    assertThat(programs.has(method("wrong"), programs.resolve(method("wrong")))).isFalse();
  }
}
