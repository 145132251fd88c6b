package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leads to Jakarta REST, by what the container says is registered. */
class DoorDestinationTest {

  /** An application by whose name a servlet may be called. */
  static final class Shop extends Application {}

  private static final String JERSEY = ServletContainer.class.getName();

  private final Map<String, Registration> servlets = new HashMap<>();
  private final Map<String, FilterRegistration> filters = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final DoorDestination destination =
      new DoorDestination(
          Fakes.fake(
              ServletContext.class,
              Map.of(
                  "getServletRegistration", arguments -> servlet((String) arguments[0]),
                  "getFilterRegistrations", arguments -> asked("filters"))));

  private @Nullable Object servlet(String name) {
    asked.add(name);
    return servlets.get(name);
  }

  private Object asked(String what) {
    asked.add(what);
    return filters;
  }

  private static <T extends Registration> T registered(
      Class<T> type, String name, @Nullable String className, Map<String, String> parameters) {
    return Fakes.fake(
        type,
        Map.of(
            "getName", arguments -> name,
            "getClassName", arguments -> className,
            "getInitParameters", arguments -> parameters,
            "getUrlPatternMappings", arguments -> List.of("/api/*"),
            "getServletNameMappings", arguments -> List.of()));
  }

  private void servlet(String name, @Nullable String className, Map<String, String> parameters) {
    servlets.put(name, registered(ServletRegistration.class, name, className, parameters));
  }

  private void filter(String name, String className) {
    filters.put(name, registered(FilterRegistration.class, name, className, Map.of()));
  }

  private boolean isRest(String servlet, String path) {
    HttpServletRequest request =
        ServletFakes.request(
            Map.of("getHttpServletMapping", arguments -> ServletFakes.mapping(servlet)),
            "GET",
            "https://api.example.com/shop" + path);
    return destination.isRest(request);
  }

  @Test
  void a_servlet_of_a_runtime_is_it_and_any_other_is_not() {
    servlet("rest", JERSEY, Map.of());
    servlet("files", Object.class.getName(), Map.of());
    assertThat(isRest("rest", "/api/orders")).isTrue();
    assertThat(isRest("files", "/files/a.txt")).isFalse();
  }

  @Test
  void a_servlet_of_an_unknown_class_is_it_by_the_parameter_that_the_specification_reserves() {
    servlet("rest", null, Map.of("jakarta.ws.rs.Application", Shop.class.getName()));
    servlet("other", null, Map.of());
    assertThat(isRest("rest", "/api/orders")).isTrue();
    assertThat(isRest("other", "/api/orders")).isFalse();
  }

  @Test
  void a_servlet_that_the_container_does_not_list_is_it_by_its_name() {
    assertThat(isRest(Application.class.getName(), "/api/orders")).isTrue();
    assertThat(isRest(Shop.class.getName(), "/api/orders")).isTrue();
    assertThat(isRest("rest", "/api/orders")).isFalse();
  }

  @Test
  void a_filter_of_a_runtime_is_it_before_what_it_stands() {
    filter("rest", JERSEY);
    filter("door", Object.class.getName());
    assertThat(isRest("default", "/api/orders")).isTrue();
    assertThat(isRest("", "/api/orders")).isTrue();
    assertThat(isRest("default", "/files/a.txt")).isFalse();
  }

  @Test
  void the_filter_of_another_is_not_it() {
    filter("door", Object.class.getName());
    assertThat(isRest("default", "/api/orders")).isFalse();
  }

  @Test
  void the_container_is_asked_once() {
    servlet("files", Object.class.getName(), Map.of());
    for (int i = 0; i < 3; i++) {
      isRest("files", "/files/a.txt");
    }
    assertThat(asked).containsExactly("files", "filters");
  }

  @Test
  void what_no_servlet_serves_is_asked_for_nowhere() {
    assertThat(isRest("", "/files/a.txt")).isFalse();
    assertThat(asked).containsExactly("filters");
  }
}
