package dev.jaxrscors.it.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.event.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beans that listen, and observers. */
class CdiEventsTest {

  private static final List<String> HEARD = new CopyOnWriteArrayList<>();

  private static SeContainer beans;
  private static Server server;

  /** A bean of the application's own. */
  @ApplicationScoped
  public static class Audit implements CorsListener {
    @Override
    public void granted(CorsEvent.Granted event) {
      HEARD.add("bean: granted " + event.request().path());
    }
  }

  /** Another one, which fails. */
  @Dependent
  public static class Failing implements CorsListener {
    @Override
    public void granted(CorsEvent.Granted event) {
      throw new IllegalStateException("no audit today");
    }
  }

  /** Knows nothing of listeners. */
  @ApplicationScoped
  public static class Observer {
    void all(@Observes CorsEvent event) {
      HEARD.add("observed: " + event.getClass().getSimpleName());
    }

    void refused(@Observes CorsEvent.Refused event) {
      HEARD.add("refused: " + event.reason());
      throw new IllegalStateException("an observer fails");
    }
  }

  @BeforeAll
  static void start() {
    beans =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Audit.class, Failing.class, Observer.class)
            .initialize();
    server = new Server(new ResourceConfig(Shop.class));
  }

  @AfterAll
  static void stop() {
    server.close();
    beans.close();
  }

  @BeforeEach
  void forget() {
    HEARD.clear();
  }

  @Test
  void every_bean_that_listens_and_every_observer_hears() throws Exception {
    assertThat(server.get("/shop/7", Server.APP).statusCode()).isEqualTo(200);

    assertThat(HEARD).containsExactlyInAnyOrder("bean: granted /shop/{id}", "observed: Granted");
  }

  @Test
  void an_observer_that_fails_harms_nobody() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertThat(server.preflight("/shop/7", "https://evil.example").statusCode()).isEqualTo(403);
    }

    assertThat(HEARD)
        .filteredOn(line -> line.equals("refused: " + Reason.ORIGIN_NOT_ALLOWED))
        .hasSize(2);
  }
}
