package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.Authenticated;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.identitystore.DatabaseIdentityStoreDefinition;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.auth.LoginConfig;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.junit.jupiter.api.Test;

/** Annotations of others that change what a policy derives. */
class KnownAnnotationsTest {

  @Retention(RetentionPolicy.RUNTIME)
  @interface OwnAuthenticationDefinition {}

  @Priority(7)
  @RolesAllowed("admin")
  @DenyAll
  @PermitAll
  @Authenticated
  @LoginConfig(authMethod = "MP-JWT")
  @BasicAuthenticationMechanismDefinition
  @DatabaseIdentityStoreDefinition
  @OwnAuthenticationDefinition
  @RestStreamElementType("application/json")
  static class Annotated {}

  @Test
  void a_priority_is_a_number_and_all_else_is_none() {
    assertThat(KnownAnnotations.priority(on(Priority.class))).contains(7);
    assertThat(KnownAnnotations.priority(on(DenyAll.class))).isEmpty();
  }

  @Test
  void roles_users_and_nobody_close_and_everybody_opens() {
    assertThat(KnownAnnotations.closes(on(RolesAllowed.class))).contains(true);
    assertThat(KnownAnnotations.closes(on(DenyAll.class))).contains(true);
    assertThat(KnownAnnotations.closes(on(Authenticated.class))).contains(true);
    assertThat(KnownAnnotations.closes(on(PermitAll.class))).contains(false);
    assertThat(KnownAnnotations.closes(on(Priority.class))).isEmpty();
  }

  @Test
  void a_container_is_asked_to_authenticate_by_a_mechanism_and_not_by_a_store() {
    assertThat(KnownAnnotations.declaresMechanism(on(LoginConfig.class))).isTrue();
    assertThat(KnownAnnotations.declaresMechanism(on(BasicAuthenticationMechanismDefinition.class)))
        .isTrue();
    assertThat(KnownAnnotations.declaresMechanism(on(DatabaseIdentityStoreDefinition.class)))
        .isFalse();
    assertThat(KnownAnnotations.declaresMechanism(on(OwnAuthenticationDefinition.class))).isFalse();
    assertThat(KnownAnnotations.declaresMechanism(on(DenyAll.class))).isFalse();
    assertThat(KnownAnnotations.isMechanism(HttpAuthenticationMechanism.class)).isTrue();
    assertThat(KnownAnnotations.isMechanism(Annotated.class)).isFalse();
  }

  @Test
  void elements_are_events_by_the_annotation_of_a_runtime() {
    assertThat(KnownAnnotations.isOfEvents(on(RestStreamElementType.class))).isTrue();
    assertThat(KnownAnnotations.isOfEvents(on(DenyAll.class))).isFalse();
  }

  @Test
  void a_value_is_one_of_the_type_that_is_expected() {
    assertThat(KnownAnnotations.value(on(Priority.class), Integer.class)).contains(7);
    assertThat(KnownAnnotations.value(on(Priority.class), String.class)).isEmpty();
    assertThat(KnownAnnotations.value(on(LoginConfig.class), String.class)).isEmpty();
  }

  private static Annotation on(Class<? extends Annotation> type) {
    return Annotated.class.getAnnotation(type);
  }
}
