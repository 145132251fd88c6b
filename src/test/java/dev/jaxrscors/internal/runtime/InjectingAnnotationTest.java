package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.annotations.Form;
import org.jboss.resteasy.reactive.RestHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotations by which runtimes inject request headers. */
class InjectingAnnotationTest {

  static class Injected {
    @HeaderParam("X-Standard")
    String standard;

    @org.jboss.resteasy.annotations.jaxrs.HeaderParam("X-Named")
    String restEasy;

    @org.jboss.resteasy.annotations.jaxrs.HeaderParam String bareRestEasy;

    @RestHeader("X-Named")
    String quarkus;

    @RestHeader String bareQuarkus;

    @QueryParam("q")
    String query;

    @BeanParam Object bean;
    @Form Object form;
  }

  @ParameterizedTest
  @CsvSource({
    "standard, X-Standard",
    "restEasy, X-Named",
    "bareRestEasy, xMember",
    "quarkus, X-Named",
    "bareQuarkus, x-Member",
  })
  void a_header_is_named_by_the_annotation_or_else_by_the_member(String field, String header)
      throws Exception {
    assertThat(InjectingAnnotation.header(on(field), () -> "xMember")).contains(header);
  }

  @ParameterizedTest
  @CsvSource({"xTenantId, x-Tenant-Id", "eTag, e-Tag", "HTTPMethod, HTTP-Method", "plain, plain"})
  void on_quarkus_each_hump_of_a_member_begins_a_word(String member, String header)
      throws Exception {
    assertThat(InjectingAnnotation.header(on("bareQuarkus"), () -> member)).contains(header);
  }

  @Test
  void what_is_injected_from_elsewhere_is_no_header() throws Exception {
    assertThat(InjectingAnnotation.header(on("query"), () -> "query")).isEmpty();
    assertThat(InjectingAnnotation.header(on("bean"), () -> "bean")).isEmpty();
  }

  @Test
  void a_bean_is_looked_into_by_either_annotation() throws Exception {
    assertThat(InjectingAnnotation.isBean(on("bean"))).isTrue();
    assertThat(InjectingAnnotation.isBean(on("form"))).isTrue();
    assertThat(InjectingAnnotation.isBean(on("query"))).isFalse();
  }

  private static Annotation on(String field) throws Exception {
    return Injected.class.getDeclaredField(field).getDeclaredAnnotations()[0];
  }
}
