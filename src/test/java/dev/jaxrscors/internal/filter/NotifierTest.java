package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.jaxrscors.Heard;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Denial;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of requests, and what it costs that somebody might listen. */
class NotifierTest {

  private static final String URI = "https://api.example.com/orders/7";
  private static final String ORIGIN = "Origin: https://app.example.com";

  private final RestSource source =
      new RestSource() {
        @Override
        public Target target(ContainerRequestContext request, String path) {
          throw new AssertionError("asked for nobody");
        }

        @Override
        public String address(ContainerRequestContext request) {
          throw new AssertionError("asked for nobody");
        }
      };

  @Test
  void without_a_listener_a_grant_allocates_nothing() {
    Notifier<ContainerRequestContext> notifier =
        new Notifier<>(
            RefusalLog.of(new RefusalLog.Spent(System::nanoTime), Setup.EMPTY, source),
            new Listeners(List.of()),
            source);
    ContainerRequestContext request = Fakes.request("GET", URI, ORIGIN);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        notifier.shared(request, AppliedPolicy.Ungoverned.UNMATCHED);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }

    assertThat(least).isZero();
    assertThat(notifier.isHeard()).isFalse();
  }

  private final List<String> lines = new ArrayList<>();
  private final Heard heard = new Heard();

  private Notifier<ContainerRequestContext> notifier(RestSource asked) {
    RefusalLog.Spent spent = new RefusalLog.Spent(System::nanoTime);
    return new Notifier<>(
        new RefusalLog<>(new RefusalLogTest.Stub(lines), spent, Setup.EMPTY, asked),
        new Listeners(List.of(heard)),
        asked);
  }

  private Notifier<ContainerRequestContext> notifier() {
    return notifier(new RefusalLogTest.Source());
  }

  @Test
  void a_response_that_a_page_may_read_is_a_line_and_an_event() {
    notifier().shared(Fakes.request("GET", URI, ORIGIN), RefusalLogTest.GOVERNED);
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("DEBUG CORS: Shared response of request: GET /orders/7");
    assertThat(heard.events()).singleElement().isInstanceOf(CorsEvent.Granted.class);
  }

  @Test
  void an_image_that_is_withheld_from_scripts_is_not_worth_a_word() {
    notifier()
        .refused(
            Fakes.request("GET", URI, ORIGIN, "Sec-Fetch-Mode: no-cors"),
            Denial.of(Reason.ORIGIN_NOT_ALLOWED),
            RefusalLogTest.GOVERNED);
    assertThat(lines).isEmpty();
    assertThat(heard.events()).isEmpty();
  }

  @Test
  void a_preflight_that_no_resource_has_seen_has_no_template() {
    notifier()
        .intercepted(
            Fakes.request("OPTIONS", URI, ORIGIN), 401, AppliedPolicy.Ungoverned.UNMATCHED);
    assertThat(heard.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Refused.class,
            event -> assertThat(event.request().path()).isEqualTo(Target.UNMATCHED));
  }

  @Test
  void where_the_target_cannot_be_found_the_template_is_that_of_the_class() {
    RestSource failing =
        new RestSource() {
          @Override
          public Target target(ContainerRequestContext request, String path) {
            throw new IllegalStateException("the request is over");
          }

          @Override
          public String address(ContainerRequestContext request) {
            return "";
          }
        };
    notifier(failing).shared(Fakes.request("GET", URI, ORIGIN), RefusalLogTest.GOVERNED);
    assertThat(heard.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Granted.class,
            event -> assertThat(event.request().path()).isEqualTo("/orders/{id}"));
  }
}
