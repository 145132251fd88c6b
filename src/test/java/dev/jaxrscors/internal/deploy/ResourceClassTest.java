package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.internal.protocol.Preflight;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who decides about each method of a class, and what is wrong with its policies. */
class ResourceClassTest {

  private static final String SITE = "https://app.example.com";

  @Path("orders")
  @CorsPolicy(origins = SITE)
  static class Orders {
    @GET
    public void list(@HeaderParam("X-List") String value) {}

    @POST
    @Consumes("application/json")
    public void add(@HeaderParam("X-Add") String value) {}

    @PUT
    @Path("{id}")
    public void replace(@PathParam("id") String id, @HeaderParam("X-Api-Key") String key) {}

    @GET
    @Path("{key}")
    public void read(@PathParam("key") String key) {}

    @DELETE
    @Path("{id}")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void delete(@PathParam("id") String id, @HeaderParam("X-Sudo") String sudo) {}
  }

  @Test
  void the_verbs_of_a_path_with_equal_policies_have_one_judge() {
    ResourceClass orders = of(Orders.class);
    assertThat(governed(orders, "list").compiled()).isSameAs(governed(orders, "add").compiled());
    assertThat(governed(orders, "replace").compiled())
        .isSameAs(governed(orders, "read").compiled())
        .isNotSameAs(governed(orders, "list").compiled())
        .isNotSameAs(governed(orders, "delete").compiled());
  }

  @Test
  void its_preflights_list_their_verbs_and_the_union_of_their_headers_and_no_other() {
    assertThat(grant(of(Orders.class), "list", "GET"))
        .isEqualTo("GET, HEAD, POST; Content-Type, X-Add, X-List");
    assertThat(grant(of(Orders.class), "replace", "PUT"))
        .isEqualTo("GET, HEAD, PUT; Content-Type, X-Api-Key");
  }

  @Test
  void each_knows_its_place_and_its_path() {
    AppliedPolicy.Governed read = governed(of(Orders.class), "read");
    assertThat(read.provenance().nearest().name()).isEqualTo("Orders");
    assertThat(read.path()).isEqualTo("/orders/{key}");
    assertThat(governed(of(Orders.class), "delete").provenance().nearest().name())
        .isEqualTo("Orders.delete");
  }

  @Test
  void what_was_derived_is_told_by_path() {
    assertThat(of(Orders.class).derivations())
        .containsExactlyInAnyOrder(
            "GET|HEAD|POST /orders: Content-Type, X-Add, X-List",
            "GET|HEAD|PUT /orders/{key}: Content-Type, X-Api-Key",
            "DELETE /orders/{id}: Content-Type, X-Sudo");
  }

  interface Storing<T> {
    @PUT
    void put(T value);
  }

  @Path("stored")
  @CorsPolicy(origins = CorsPolicy.NONE)
  static class Stored implements Storing<Integer> {
    @Override
    @CorsPolicy(origins = SITE)
    public void put(Integer value) {}

    @PUT
    @Path("other")
    @CorsPolicy(origins = "*")
    public void put(String value) {}
  }

  @Test
  void an_overload_is_not_taken_for_the_method_behind_a_bridge_or_an_interface() throws Exception {
    ResourceClass stored = of(Stored.class);
    AppliedPolicy own = stored.applied(Stored.class.getMethod("put", Integer.class));

    assertThat(stored.applied(Stored.class.getMethod("put", Object.class))).isSameAs(own);
    assertThat(stored.applied(Storing.class.getMethod("put", Object.class))).isSameAs(own);
    assertThat(stored.applied(Stored.class.getMethod("put", String.class))).isNotEqualTo(own);
  }

  @Path("own-head")
  @CorsPolicy(origins = SITE)
  static class OwnHead {
    @GET
    public void get() {}

    @HEAD
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void head() {}
  }

  @Test
  void get_implies_head_unless_a_method_answers_it_with_a_policy_of_its_own() {
    assertThat(grant(of(OwnHead.class), "get", "GET")).isEqualTo("GET; Content-Type");
  }

  @Path("partly")
  static class PartlyGoverned {
    @GET
    @CorsPolicy(origins = SITE)
    public void get() {}

    @PUT
    public void put() {}
  }

  @Path("ungoverned")
  static class UngovernedOrders {
    @GET
    public void get() {}
  }

  @Test
  void what_has_no_policy_is_left_alone() {
    assertThat(of(PartlyGoverned.class).applied(Fakes.method(PartlyGoverned.class, "put")))
        .isEqualTo(AppliedPolicy.Ungoverned.RESOURCE);
    assertThat(of(PartlyGoverned.class).isGoverned()).isTrue();
    assertThat(grant(of(PartlyGoverned.class), "get", "GET")).isEqualTo("GET, HEAD; Content-Type");
    assertThat(of(UngovernedOrders.class).isGoverned()).isFalse();
    assertThat(of(UngovernedOrders.class).derivations()).isEmpty();
  }

  @Test
  void a_method_that_is_none_of_its_resource_methods_is_told_from_those_without_a_policy()
      throws Exception {
    assertThat(of(Orders.class).applied(Runnable.class.getMethod("run")))
        .isEqualTo(AppliedPolicy.Ungoverned.UNLISTED);
  }

  @CorsPolicy(origins = "https://parent.example", maxAge = 5)
  static class Parent {}

  static class Child {
    @GET
    public void get() {}
  }

  @Test
  void a_sub_resource_takes_what_it_lacks_from_its_parents_the_nearest_first() {
    ResourceClass child =
        new ResourceClass(Child.class, List.of(Parent.class, Orders.class), resolver()::resolve);
    assertThat(governed(child, "get").compiled().policy().maxAge().seconds()).isEqualTo(5);
    assertThat(governed(child, "get").provenance().nearest().name()).isEqualTo("Parent");
    assertThat(of(Child.class).isGoverned()).isFalse();
  }

  @CorsPolicy(origins = SITE)
  interface Crud<T> {
    @PUT
    void put(T value);

    @GET
    T get();
  }

  @Path("strings")
  static class Strings implements Crud<String> {
    @Override
    public void put(String value) {}

    @Override
    public String get() {
      return "";
    }
  }

  static class StringsProxy extends Strings {
    @Override
    public void put(String value) {}
  }

  @Test
  void a_runtime_may_name_the_method_of_an_interface_a_bridge_or_a_proxy() throws Exception {
    ResourceClass strings = of(Strings.class);
    AppliedPolicy put = strings.applied(Strings.class.getMethod("put", String.class));
    assertThat(put).isInstanceOf(AppliedPolicy.Governed.class);
    assertThat(strings.applied(Strings.class.getMethod("put", Object.class))).isSameAs(put);
    assertThat(strings.applied(StringsProxy.class.getMethod("put", String.class))).isSameAs(put);
    assertThat(strings.applied(Crud.class.getMethod("put", Object.class))).isSameAs(put);
    assertThat(strings.applied(Crud.class.getMethod("get")))
        .isSameAs(strings.applied(Strings.class.getMethod("get")));
  }

  static class Inherited {
    @GET
    public void get() {}
  }

  /** The compiler puts a bridge to {@code get} into it: its superclass is not public. */
  @Path("inheriting")
  @CorsPolicy(origins = SITE)
  public static class Inheriting extends Inherited {}

  @Test
  void so_it_may_name_what_a_public_class_inherits_from_one_that_is_not() throws Exception {
    ResourceClass inheriting = of(Inheriting.class);
    AppliedPolicy own = inheriting.applied(Inheriting.class.getMethod("get"));
    assertThat(own).isInstanceOf(AppliedPolicy.Governed.class);
    assertThat(inheriting.applied(Inherited.class.getMethod("get"))).isSameAs(own);
  }

  @Path("siblings")
  @CorsPolicy(origins = SITE)
  static class EqualSiblings {
    @GET
    @Produces("text/plain")
    public void text(@HeaderParam("X-Text") String value) {}

    @GET
    @Produces("text/csv")
    @CorsPolicy(maxAge = 600)
    public void csv(@HeaderParam("X-Csv") String value) {}
  }

  @Path("siblings")
  @CorsPolicy(origins = SITE)
  static class UnequalSiblings {
    @GET
    @Path("{a}")
    @Produces("text/plain")
    public void text() {}

    @GET
    @Path("{b}")
    @Produces("text/csv")
    @CorsPolicy(origins = CorsPolicy.NONE)
    public void csv() {}
  }

  @Path("siblings")
  static class HalfGovernedSiblings {
    @GET
    @Produces("text/plain")
    public void text() {}

    @GET
    @Produces("text/csv")
    @CorsPolicy(origins = SITE)
    public void csv() {}
  }

  @Path("siblings")
  @CorsPolicy(maxAge = 5)
  static class BrokenSiblings {
    @GET
    @Produces("text/plain")
    public void text() {}

    @GET
    @Produces("text/csv")
    public void csv() {}
  }

  @Test
  void siblings_that_differ_in_media_types_alone_must_have_equal_policies() {
    assertThat(mistakes(EqualSiblings.class)).isEmpty();
    assertThat(grant(of(EqualSiblings.class), "csv", "GET"))
        .isEqualTo("GET, HEAD; Content-Type, X-Csv, X-Text");
    assertThat(mistakes(UnequalSiblings.class))
        .containsExactly(
            "UnequalSiblings.text, "
                + ProblemKind.UNEQUAL_SIBLINGS
                    .of("GET", "/siblings/{a}", "UnequalSiblings.csv")
                    .describe());
    assertThat(mistakes(HalfGovernedSiblings.class)).hasSize(1);
  }

  @Test
  void siblings_that_are_wrong_for_one_reason_are_told_it_alone() {
    assertThat(mistakes(BrokenSiblings.class).stream().distinct())
        .hasSize(1)
        .allMatch(m -> m.startsWith("BrokenSiblings, member origins: "));
  }

  @Path("verbs")
  @CorsPolicy(origins = SITE, methods = "GET")
  static class Verbs {
    @GET
    public void get() {}

    @DELETE
    public void cutByTheClass() {}

    @PUT
    @CorsPolicy(methods = {"GET", "POST"})
    public void put() {}

    @HEAD
    @Path("head")
    @CorsPolicy(methods = "GET")
    public void head() {}

    @POST
    @CorsPolicy(methods = "*")
    public void post() {}
  }

  @Test
  void a_list_on_a_method_must_hold_its_own_verb_one_on_the_class_need_not() {
    assertThat(mistakes(Verbs.class))
        .containsExactly(
            "Verbs.put, " + PolicyProblem.ownVerbMissing("PUT", List.of("GET", "POST")).describe());
  }

  @Path("stray")
  static class Stray {
    @GET
    public void get() {}

    @CorsPolicy(origins = SITE)
    public void helper() {}

    @Path("lines")
    @CorsPolicy(origins = SITE)
    public Child lines() {
      return new Child();
    }

    @GET
    @CorsPolicy(origins = SITE)
    void hidden() {}
  }

  @Test
  void an_annotation_where_no_resource_method_is_is_a_mistake() {
    assertThat(of(Stray.class).mistakes())
        .map(Kinds::of)
        .containsExactlyInAnyOrder(
            "Stray.helper: NO_RESOURCE_METHOD",
            "Stray.lines: NO_RESOURCE_METHOD",
            "Stray.hidden: HIDDEN_RESOURCE_METHOD public");
  }

  @Path("hidden")
  static class Hidden {
    @GET
    public void get() {}

    @PUT
    @CorsPolicy(origins = SITE)
    void put() {}

    @GET
    @CorsPolicy(origins = SITE)
    @Path("static")
    public static void ofClass() {}

    @GET
    @CorsPolicy(origins = SITE)
    @Path("private")
    private static void secret() {}

    @Path("locator")
    @CorsPolicy(origins = SITE)
    protected Child locator() {
      secret();
      return new Child();
    }
  }

  @Test
  void one_on_a_method_that_is_hidden_is_told_what_the_method_has_to_become() {
    assertThat(of(Hidden.class).mistakes())
        .map(Kinds::of)
        .containsExactlyInAnyOrder(
            "Hidden.put: HIDDEN_RESOURCE_METHOD public",
            "Hidden.ofClass: HIDDEN_RESOURCE_METHOD not static",
            "Hidden.secret: HIDDEN_RESOURCE_METHOD public, and not static",
            "Hidden.locator: HIDDEN_RESOURCE_METHOD public");
  }

  @Path("broken")
  static class Broken {
    @GET
    @CorsPolicy(origins = "HTTPS://app.example.com")
    public void get() {}

    @PUT
    @CorsPolicy(origins = SITE, maxAge = -5)
    public void put() {}

    @POST
    @CorsPolicy(origins = SITE)
    public void post() {}
  }

  @Test
  void every_mistake_of_a_class_is_found_at_once() {
    assertThat(mistakes(Broken.class))
        .extracting(m -> m.substring(0, m.indexOf(':')))
        .containsExactlyInAnyOrder("Broken.get, member origins", "Broken.put, member maxAge");
  }

  @Test
  void what_is_wrong_is_refused() {
    assertThat(of(Broken.class).applied(Fakes.method(Broken.class, "get")))
        .isInstanceOf(AppliedPolicy.Broken.class)
        .extracting(AppliedPolicy::provenance)
        .isEqualTo(Provenance.at("Broken.get"));
  }

  @Test
  void a_class_is_annotated_when_it_or_a_method_or_what_it_inherits_is() {
    assertThat(LevelWalk.isAnnotated(Orders.class)).isTrue();
    assertThat(LevelWalk.isAnnotated(PartlyGoverned.class)).isTrue();
    assertThat(LevelWalk.isAnnotated(Strings.class)).isTrue();
    assertThat(LevelWalk.isAnnotated(UngovernedOrders.class)).isFalse();
  }

  /** Counted, because a class may have a thousand methods. */
  @Test
  void levels_are_added_up_once_for_all_methods_that_have_the_same() {
    AtomicInteger sums = new AtomicInteger();
    Function<LevelWalk, AppliedPolicy> counted =
        levels -> {
          sums.incrementAndGet();
          return resolver().resolve(levels);
        };
    ResourceClass orders = new ResourceClass(Orders.class, List.of(), counted);
    assertThat(orders.methods()).hasSize(5);
    assertThat(sums).hasValue(2);
  }

  private static Resolver resolver() {
    return new Resolver(Setup.EMPTY, new SourceInstances());
  }

  private static ResourceClass of(Class<?> type) {
    return new ResourceClass(type, List.of(), resolver()::resolve);
  }

  private static List<String> mistakes(Class<?> type) {
    return of(type).mistakes().stream().map(Mistake::toString).toList();
  }

  private static AppliedPolicy.Governed governed(ResourceClass resource, String method) {
    AppliedPolicy applied = resource.applied(Fakes.method(resource.type(), method));
    assertThat(applied).isInstanceOf(AppliedPolicy.Governed.class);
    return (AppliedPolicy.Governed) applied;
  }

  private static String grant(ResourceClass resource, String method, String verb) {
    Preflight preflight =
        new Preflight(
            List.of(SITE),
            List.of(verb),
            List.of(),
            () -> {
              throw new AssertionError("no source, no target");
            });
    Verdict verdict = governed(resource, method).compiled().judge(preflight);
    assertThat(verdict).isInstanceOf(Verdict.Granted.class);
    return verdict.headers().allowMethods() + "; " + verdict.headers().allowHeaders();
  }

  interface Open {
    @GET
    void get();
  }

  static class Middle {
    @Path("child")
    public Child child() {
      return new Child();
    }

    @Path("open")
    public Open open() {
      return () -> {};
    }
  }

  @Path("outer")
  static class Outer {
    @Path("middle")
    public Middle middle() {
      return new Middle();
    }

    @Path("any")
    public Object any() {
      return this;
    }
  }

  @Test
  void what_locators_declare_is_known_however_deep_but_not_what_is_open() {
    assertThat(of(Outer.class).concreteTargetsBelow())
        .containsExactlyInAnyOrder(Middle.class, Child.class);
    assertThat(of(Outer.class).targetsOfLocators()).containsExactly(Middle.class);
    assertThat(of(Middle.class).targetsOfLocators()).containsExactly(Child.class);
  }

  @Test
  void a_locator_answers_nothing_itself() {
    assertThat(of(Outer.class).applied(Fakes.method(Outer.class, "middle")))
        .isEqualTo(AppliedPolicy.Ungoverned.UNMATCHED);
  }
}
