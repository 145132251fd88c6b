package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the servlet door and Jakarta REST find each other. */
class DoorFinderTest {

  private static final String ORDERS = "https://api.example.com/shop/orders";

  private final Thread thread = Thread.currentThread();
  private ClassLoader before;

  @BeforeEach
  void keep() {
    before = thread.getContextClassLoader();
  }

  @AfterEach
  void restore() {
    thread.setContextClassLoader(before);
  }

  /** Lets a request pass a door, and returns what the door knows of it. */
  static DoorExchange passed(ContainerRequestContext request) {
    DoorExchange exchange =
        DoorExchange.actual(
            ServletFakes.request("GET", ORDERS), ServletFakes.host(), ServletFakes.governed());
    request.setProperty(Passage.ATTRIBUTE, exchange);
    return exchange;
  }

  @Test
  void a_request_tells_its_door_for_as_long_as_there_is_one() {
    ContainerRequestContext request = Fakes.request("GET", ORDERS);
    DoorExchange exchange = passed(request);
    DoorFinder.addDoor();
    try {
      assertThat(DoorFinder.passage(request)).isSameAs(exchange);
      assertThat(DoorFinder.passage(Fakes.request("GET", "https://api.example.com/"))).isNull();
    } finally {
      DoorFinder.removeDoor();
    }
    assertThat(DoorFinder.passage(request)).isNull();
  }

  @Test
  void an_application_is_known_in_its_own_web_application_alone() throws Exception {
    try (URLClassLoader shop = new URLClassLoader(new URL[0]);
        URLClassLoader other = new URLClassLoader(new URL[0])) {
      thread.setContextClassLoader(shop);
      assertThat(DoorFinder.knowsApplication()).isFalse();
      DoorFinder.addApplication();
      assertThat(DoorFinder.knowsApplication()).isTrue();
      thread.setContextClassLoader(other);
      assertThat(DoorFinder.knowsApplication()).isFalse();
    }
  }

  /** Some threads have none: what is known there would be known of every such thread. */
  @Test
  void where_a_thread_has_no_class_loader_nothing_is_known() {
    thread.setContextClassLoader(null);
    DoorFinder.addApplication();
    assertThat(DoorFinder.knowsApplication()).isFalse();
  }
}
