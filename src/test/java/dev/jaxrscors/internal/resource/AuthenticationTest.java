package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.AnswerFilter;
import dev.jaxrscors.internal.filter.DelegateFilter;
import dev.jaxrscors.internal.filter.MarkFilter;
import jakarta.annotation.Priority;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks at the caller of every method, so that a page must be able to say who it is. */
class AuthenticationTest {

  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Secured {}

  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Audited {}

  static class Filter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  @Priority(Priorities.AUTHENTICATION)
  static class Tokens extends Filter {}

  @PreMatching
  @Priority(Priorities.AUTHENTICATION + 10)
  static class EarlyTokens extends Filter {}

  static class InheritedTokens extends Tokens {}

  @Priority(Priorities.AUTHORIZATION)
  static class Roles extends Filter {}

  @LoginConfig(authMethod = "MP-JWT")
  static class MicroProfile extends Application {}

  static class Proxied extends MicroProfile {}

  @BasicAuthenticationMechanismDefinition
  static class AnyBean {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Tokens.class,
        EarlyTokens.class,
        InheritedTokens.class,
        Roles.class,
        MicroProfile.class,
        Proxied.class,
        AnyBean.class
      })
  void a_filter_of_security_or_an_annotation_of_the_container_is_for_all(Class<?> component) {
    Authentication found = of(component);
    assertThat(found.everywhere()).contains(component.getSimpleName());
    assertThat(found.guards(Set.of())).isTrue();
  }

  @Priority(Priorities.HEADER_DECORATOR)
  static class Decorator extends Filter {}

  @Priority(1)
  static class First extends Filter {}

  @Priority(Priorities.AUTHENTICATION)
  static class Response implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {}
  }

  @Secured
  @Priority(Priorities.AUTHENTICATION)
  static class BoundTokens extends Filter {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Filter.class,
        Decorator.class,
        First.class,
        Response.class,
        BoundTokens.class,
        AnswerFilter.class,
        MarkFilter.class,
        DelegateFilter.class
      })
  void other_filters_and_bound_ones_are_not(Class<?> component) {
    assertThat(of(component).guards(Set.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "2000, true", "2999, true", "999, false", "3000, false"})
  void the_priority_of_the_registration_counts(int priority, boolean guards) {
    Authentication found =
        Authentication.of(List.of(Filter.class), type -> Optional.of(priority), Optional.empty());
    assertThat(found.guards(Set.of())).isEqualTo(guards);
  }

  @Secured
  static class SecuredApplication extends Application {}

  @Test
  void a_filter_that_is_bound_to_the_application_is_for_all() {
    Authentication found =
        Authentication.of(
            List.of(BoundTokens.class),
            type -> Optional.empty(),
            Optional.of(SecuredApplication.class));
    assertThat(found.guards(Set.of())).isTrue();
  }

  @Audited
  static class Audit extends Response {}

  @Test
  void a_bound_filter_guards_unless_it_is_known_to_look_at_responses_alone() {
    assertThat(of(BoundTokens.class).guards(Set.of(Secured.class))).isTrue();
    assertThat(of().guards(Set.of(Secured.class))).isTrue();
    assertThat(of(Audit.class).guards(Set.of(Audited.class))).isFalse();
    assertThat(of(Audit.class).guards(Set.of(Audited.class, Secured.class))).isTrue();
  }

  @Secured
  @Audited
  static class Both extends Filter {}

  @Test
  void a_filter_that_is_bound_to_more_than_the_application_is_not_for_all() {
    Authentication found =
        Authentication.of(
            List.of(Both.class), type -> Optional.empty(), Optional.of(SecuredApplication.class));
    assertThat(found.guards(Set.of())).isFalse();
  }

  @Test
  void the_application_itself_may_ask_the_container() {
    Authentication found =
        Authentication.of(List.of(), type -> Optional.empty(), Optional.of(MicroProfile.class));
    assertThat(found.everywhere()).contains("MicroProfile");
  }

  static class OwnMechanism implements HttpAuthenticationMechanism {}

  @Test
  void a_mechanism_in_the_place_of_the_container_is_for_all() {
    assertThat(of(OwnMechanism.class).everywhere()).contains("OwnMechanism");
  }

  @Audited
  static class Reader implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
      return context.proceed();
    }
  }

  @Audited
  static class Writer implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.proceed();
    }
  }

  @Audited
  static class Plain {}

  @ParameterizedTest
  @ValueSource(classes = {Audit.class, Reader.class, Writer.class})
  void what_binds_interceptors_alone_guards_nothing(Class<?> component) {
    assertThat(of(component).guards(Set.of(Audited.class))).isFalse();
    assertThat(of(component, Both.class).guards(Set.of(Audited.class))).isTrue();
    assertThat(of(Plain.class).guards(Set.of(Audited.class))).isTrue();
  }

  private static Authentication of(Class<?>... components) {
    return Authentication.of(List.of(components), type -> Optional.empty(), Optional.empty());
  }
}
