package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.Test;

/** Which servlets and filters are Jakarta REST. */
class RestServletsTest {

  static class Shop extends Application {}

  static class OwnContainer extends ServletContainer {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void the_name_and_the_parameter_of_the_specification_say_so() {
    assertThat(RestServlets.areIn("jakarta.ws.rs.core.Application", "", Map.of())).isTrue();
    assertThat(
            RestServlets.areIn("rest", "", Map.of("jakarta.ws.rs.Application", "com.example.Shop")))
        .isTrue();
    assertThat(RestServlets.areIn("rest", "", Map.of("other", "com.example.Shop"))).isFalse();
  }

  @Test
  void the_name_of_an_application_class_says_so() {
    assertThat(RestServlets.areIn(Shop.class.getName(), "", Map.of())).isTrue();
    assertThat(RestServlets.areIn(String.class.getName(), "", Map.of())).isFalse();
    assertThat(RestServlets.areIn("com.example.Unknown", "", Map.of())).isFalse();
  }

  @Test
  void the_class_of_a_runtime_says_so_and_so_does_what_extends_it() {
    assertThat(RestServlets.areIn("rest", ServletContainer.class.getName(), Map.of())).isTrue();
    assertThat(RestServlets.areIn("rest", OwnContainer.class.getName(), Map.of())).isTrue();
    assertThat(RestServlets.areIn("pages", HttpServlet.class.getName(), Map.of())).isFalse();
  }

  @Test
  void a_class_that_cannot_be_seen_is_known_by_its_name() {
    assertThat(
            RestServlets.areIn(
                "rest", "org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet", Map.of()))
        .isTrue();
    assertThat(RestServlets.areIn("rest", "com.example.Unknown", Map.of())).isFalse();
  }
}
