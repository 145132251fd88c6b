package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.policy.Policy;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.annotations.Form;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resource reads, a page may send. */
class DeclaredHeadersTest {

  private static final Policy SITE = Policy.builder().origins("https://app.example.com").build();
  private static final Policy EVERYONE = Policy.builder().origins("*").build();

  static class Plain {
    @GET
    public void get(@PathParam("id") String id, @QueryParam("q") String query, String entity) {}
  }

  @Test
  void content_type_is_always_declared() {
    assertThat(declared(Plain.class)).containsExactly("Content-Type");
  }

  static class Parameters {
    @GET
    public void get(@HeaderParam("X-Api-Key") String key, @HeaderParam("If-Match") String tag) {}
  }

  @Test
  void header_parameters_are() {
    assertThat(declared(Parameters.class)).containsExactly("Content-Type", "X-Api-Key", "If-Match");
  }

  static class Base {
    @HeaderParam("X-Base")
    String base;
  }

  static class Members extends Base {
    @HeaderParam("X-Field")
    String field;

    Members(@HeaderParam("X-Constructor") String value) {
      assertThat(value).isNotNull();
    }

    @HeaderParam("X-Setter")
    public void setValue(String value) {}

    public void setOther(@HeaderParam("X-Not-A-Setter") String value) {}

    @GET
    public void get() {}
  }

  @Test
  void fields_setters_and_constructors_of_the_class_and_its_superclasses_are() {
    assertThat(declared(Members.class))
        .containsExactlyInAnyOrder(
            "Content-Type", "X-Field", "X-Setter", "X-Base", "X-Constructor");
  }

  static class Bean {
    @HeaderParam("X-Bean")
    String bean;

    @BeanParam Inner inner;

    @HeaderParam("X-Bean-Setter")
    public void setValue(String value) {}
  }

  static class Inner {
    @HeaderParam("X-Inner")
    String inner;

    @BeanParam Bean outer;
  }

  record Values(@HeaderParam("X-Component") String component) {}

  static class Beans {
    @BeanParam Values values;

    @GET
    public void get(@BeanParam Bean bean) {}
  }

  @Test
  void beans_are_looked_into_at_any_depth_even_if_they_go_round_in_circles() {
    assertThat(declared(Beans.class))
        .containsExactlyInAnyOrder(
            "Content-Type", "X-Bean", "X-Bean-Setter", "X-Inner", "X-Component");
  }

  static class Dangerous {
    @GET
    public void get(
        @HeaderParam("Cookie") String cookie,
        @HeaderParam("Host") String host,
        @HeaderParam("origin") String origin,
        @HeaderParam("Sec-Fetch-Site") String site,
        @HeaderParam("Forwarded") String forwarded,
        @HeaderParam("X-Forwarded-For") String address,
        @HeaderParam("X-Real-IP") String realAddress,
        @HeaderParam("X-HTTP-Method-Override") String method,
        @HeaderParam("X-Method-Override") String otherMethod,
        @HeaderParam("not a name") String illFormed,
        @HeaderParam("X-Fine") String fine) {}
  }

  @Test
  void what_no_script_can_set_and_what_proxies_assert_is_left_out_silently() {
    assertThat(declared(Dangerous.class)).containsExactly("Content-Type", "X-Fine");
  }

  static class Conditional {
    @GET
    public void get(@Context Request request) {}
  }

  @Test
  void conditional_headers_are_where_the_method_takes_a_request() {
    assertThat(declared(Conditional.class))
        .containsExactly(
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since");
  }

  static class Guarded {
    @GET
    @RolesAllowed("admin")
    public void get() {}
  }

  static class Closed {
    @GET
    @DenyAll
    public void get() {}
  }

  @RolesAllowed("admin")
  static class GuardedClass {
    @GET
    public void get() {}
  }

  static class Inheriting extends GuardedClass {
    @Override
    public void get() {}
  }

  @RolesAllowed("admin")
  static class OpenMethod {
    @GET
    @PermitAll
    public void get() {}
  }

  @PermitAll
  static class OpenClass extends GuardedClass {}

  @Test
  void authorization_is_where_a_role_guards_the_method_and_what_is_nearest_decides() {
    assertThat(declared(Guarded.class)).containsExactly("Content-Type", "Authorization");
    assertThat(declared(Closed.class)).contains("Authorization");
    assertThat(declared(GuardedClass.class)).contains("Authorization");
    assertThat(declared(Inheriting.class)).contains("Authorization");
    assertThat(declared(OpenMethod.class)).doesNotContain("Authorization");
    assertThat(declared(OpenClass.class)).doesNotContain("Authorization");
  }

  @Test
  void authorization_is_never_where_everyone_is_allowed() {
    assertThat(declared(Guarded.class, EVERYONE)).containsExactly("Content-Type");
  }

  interface Api {
    @POST
    void add(@HeaderParam("X-Api") String value);
  }

  static class Implementing implements Api {
    @Override
    public void add(String value) {}
  }

  @Test
  void parameters_are_inherited_with_the_annotations_of_an_overridden_method() {
    assertThat(declared(Implementing.class)).containsExactly("Content-Type", "X-Api");
  }

  static class Repeated {
    @GET
    public void get(@HeaderParam("content-type") String type, @HeaderParam("X-A") String a) {}
  }

  @Test
  void a_name_is_declared_once_in_the_case_it_is_met_in_first() {
    assertThat(declared(Repeated.class)).containsExactly("Content-Type", "X-A");
  }

  static class Paging {
    @HeaderParam("X-Page")
    String page;
  }

  static class Wrapper<T> {
    @BeanParam T inner;
  }

  abstract static class Listing<P> {
    @GET
    public void list(@BeanParam P paging) {}
  }

  static class Listed extends Listing<Paging> {}

  static class Overriding extends Listing<Paging> {
    @Override
    public void list(Paging paging) {}
  }

  abstract static class WithField<P> {
    @BeanParam P paging;

    @GET
    public void list() {}
  }

  static class Fielded extends WithField<Paging> {}

  abstract static class WithSetter<P> {
    @BeanParam
    public void setPaging(P paging) {}

    @GET
    public void list() {}
  }

  static class Set2 extends WithSetter<Paging> {}

  static class Nested {
    @GET
    public void list(@BeanParam Wrapper<Wrapper<Paging>> wrapped) {}
  }

  static class PagingWrapper extends Wrapper<Paging> {}

  static class Above {
    @GET
    public void list(@BeanParam PagingWrapper wrapped) {}
  }

  static class Node<T> {
    @BeanParam Node<T> next;
    @BeanParam Node<Node<T>> wider;

    @HeaderParam("X-Page")
    String page;
  }

  static class Recursive {
    @GET
    public void list(@BeanParam Node<String> node) {}
  }

  interface ListingApi<P> {
    @GET
    void list(@BeanParam P paging);
  }

  static class ImplementingApi implements ListingApi<Paging> {
    @Override
    public void list(Paging paging) {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Listed.class,
        Overriding.class,
        Fielded.class,
        Set2.class,
        Nested.class,
        Above.class,
        Recursive.class,
        ImplementingApi.class
      })
  void a_bean_of_a_type_variable_is_the_class_that_it_stands_for(Class<?> type) {
    assertThat(declared(type)).containsExactly("Content-Type", "X-Page");
  }

  record Page(@HeaderParam("X-Page") String page) {}

  static class WithRecord {
    @GET
    public void list(@BeanParam Page page) {}
  }

  static class Constructed {
    Constructed(@HeaderParam("X-Page") String page) {
      assertThat(page).isNotNull();
    }
  }

  static class WithConstructed {
    @GET
    public void list(@BeanParam Constructed constructed) {}
  }

  static class WithoutAnnotation {
    @GET
    public void list(Paging paging) {}
  }

  @ParameterizedTest
  @ValueSource(classes = {WithRecord.class, WithConstructed.class, WithoutAnnotation.class})
  void a_bean_may_be_a_record_have_a_constructor_or_lack_the_annotation(Class<?> type) {
    assertThat(declared(type)).containsExactly("Content-Type", "X-Page");
  }

  /** The compiler puts the outer instance in front of what is written. */
  @SuppressWarnings("ClassCanBeStatic")
  class WithOuter {
    WithOuter(@HeaderParam("X-First") String first, @BeanParam Wrapper<Paging> wrapped) {
      assertThat(first).isNotNull();
      assertThat(wrapped).isNotNull();
    }

    @GET
    public void list() {}
  }

  @Test
  void what_the_compiler_adds_to_a_constructor_declares_nothing_and_shifts_nothing() {
    assertThat(declared(WithOuter.class)).containsExactly("Content-Type", "X-First", "X-Page");
  }

  static class Quiet {
    @HeaderParam("X-Static")
    static String ofNobody;

    @HeaderParam("X-Getter")
    public String getValue() {
      return "";
    }

    @HeaderParam("X-Two")
    public void setBoth(String one, String other) {}

    @GET
    public void get(@BeanParam String ofJava) {}
  }

  @Test
  void what_no_runtime_injects_declares_nothing() {
    assertThat(declared(Quiet.class)).containsExactly("Content-Type");
  }

  static class Bare {
    @RestHeader
    public void setTenantId(String value) {}

    @RestHeader
    public void set(String value) {}

    @GET
    public void get() {}
  }

  @Test
  void a_setter_names_its_property() {
    assertThat(declared(Bare.class)).containsExactlyInAnyOrder("Content-Type", "tenant-Id");
  }

  static class OtherRequest {
    @GET
    public void get(Request entity, @Context String other) {}
  }

  @Test
  void conditional_headers_are_not_where_no_request_is_injected() {
    assertThat(declared(OtherRequest.class)).containsExactly("Content-Type");
  }

  static class OfRestEasy {
    @org.jboss.resteasy.annotations.jaxrs.HeaderParam String field;

    @GET
    public void get(
        @org.jboss.resteasy.annotations.jaxrs.HeaderParam("X-Named") String named,
        @Form Paging paging) {}
  }

  static class OfQuarkus {
    @RestHeader String xTenantId;

    @GET
    public void get(@RestHeader("X-Named") String named) {}
  }

  @Test
  void the_annotations_of_runtimes_count_and_are_named_by_the_member_where_they_are_bare() {
    assertThat(declared(OfRestEasy.class))
        .containsExactly("Content-Type", "X-Named", "X-Page", "field");
    assertThat(declared(OfQuarkus.class)).containsExactly("Content-Type", "X-Named", "x-Tenant-Id");
  }

  static class Sink {
    @GET
    public void events(@Context SseEventSink sink) {}
  }

  static class Producing {
    @GET
    @Produces({"application/json, text/Event-Stream;charset=utf-8"})
    public void events() {}
  }

  @Produces("text/event-stream")
  static class ProducingClass {
    @GET
    public void events() {}
  }

  static class InheritingProduces extends ProducingClass {
    @Override
    public void events() {}
  }

  static class Streamed {
    @GET
    @RestStreamElementType("application/json")
    public void events() {}
  }

  @Produces("text/event-stream")
  static class OtherType {
    @GET
    @Produces("text/plain")
    public void text() {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Sink.class,
        Producing.class,
        ProducingClass.class,
        InheritingProduces.class,
        Streamed.class
      })
  void the_last_event_is_where_events_are_sent(Class<?> type) {
    assertThat(declared(type)).containsExactly("Content-Type", "Last-Event-ID");
    assertThat(declared(type, EVERYONE)).contains("Last-Event-ID");
  }

  @Test
  void the_types_of_the_method_go_before_those_of_its_class() {
    assertThat(declared(OtherType.class)).containsExactly("Content-Type");
  }

  @Authenticated
  static class OnQuarkus {
    @GET
    public void get() {}
  }

  @Secured
  static class Bound {
    @GET
    public void get() {}
  }

  static class BoundMethod {
    @GET
    @Secured
    public void get() {}
  }

  static class InheritingBound extends BoundMethod {
    @Override
    public void get() {}
  }

  @ParameterizedTest
  @ValueSource(classes = {OnQuarkus.class, Bound.class, BoundMethod.class, InheritingBound.class})
  void authorization_is_where_a_filter_is_bound_or_a_user_needed(Class<?> type) {
    assertThat(declared(type)).containsExactly("Content-Type", "Authorization");
    assertThat(declared(type, EVERYONE)).containsExactly("Content-Type");
  }

  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Secured {}

  private static List<String> declared(Class<?> type) {
    return declared(type, SITE);
  }

  private static List<String> declared(Class<?> type, Policy policy) {
    List<ResourceMethod> methods = ClassMethods.of(type).all();
    assertThat(methods).hasSize(1);
    Set<HeaderName> declared =
        new LinkedHashSet<>(
            DeclaredHeaders.of(methods.get(0)).under(policy, Authentication.UNKNOWN));
    declared.addAll(InjectedHeaders.ofMembers(type));
    return declared.stream().map(HeaderName::name).toList();
  }
}
