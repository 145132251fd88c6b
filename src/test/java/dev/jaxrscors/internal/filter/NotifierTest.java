package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.jaxrscors.Target;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.deploy.Setup;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it costs that somebody might listen. */
class NotifierTest {

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
    ContainerRequestContext request =
        Fakes.request("GET", "https://api.example.com/orders", "Origin: https://app.example.com");
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
}
