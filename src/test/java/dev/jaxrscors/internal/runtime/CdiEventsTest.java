package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.Target;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.event.JudgedRequest;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.event.RequestKind;
import dev.jaxrscors.wire.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** Events are fired by the names of CDI, here in a stand-in with these names. */
class CdiEventsTest {

  private static final JudgedRequest REQUEST =
      new JudgedRequest(
          RequestKind.ACTUAL, "https://app.example.com", "GET", Target.UNMATCHED, "/orders");

  private static final CorsEvent.Granted GRANTED = new CorsEvent.Granted(REQUEST);
  private static final CorsEvent.Refused REFUSED =
      new CorsEvent.Refused(REQUEST, Reason.ORIGIN_NOT_ALLOWED);
  private static final CorsEvent.Withheld WITHHELD =
      new CorsEvent.Withheld(REQUEST, Reason.ORIGIN_NOT_ALLOWED);
  private static final CorsEvent.Reconfigured RECONFIGURED =
      new CorsEvent.Reconfigured(List.of(), "", List.of());

  private final List<Object> heard = new ArrayList<>();

  @Test
  void each_kind_of_event_reaches_who_observes_it() throws Exception {
    tellAll(
        find(observing(
                heard::add,
                CorsEvent.Granted.class,
                CorsEvent.Refused.class,
                CorsEvent.Withheld.class,
                CorsEvent.Reconfigured.class))
            .orElseThrow());
    assertThat(heard).containsExactly(GRANTED, REFUSED, WITHHELD, RECONFIGURED);
  }

  @Test
  void what_nobody_observes_is_not_fired() throws Exception {
    tellAll(find(observing(heard::add, CorsEvent.Refused.class)).orElseThrow());
    assertThat(heard).containsExactly(REFUSED);
  }

  @Test
  void where_nobody_observes_anything_nothing_fires() throws Exception {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(find(new Beans())).isEmpty();
      assertThat(find(observing(heard::add, String.class))).isEmpty();
      assertThat(find(new Beans().withoutManager())).isEmpty();
      assertThat(CdiEvents.find()).as("without CDI").isEmpty();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void a_container_that_cannot_be_asked_yet_fires_nothing_and_says_why() throws Exception {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(find(new Beans().starting())).isEmpty();
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("Unable to access CDI");
    }
  }

  @Test
  void what_an_observer_throws_comes_with_its_cause() throws Exception {
    CorsListener failing = failing(new IllegalArgumentException("no queue"));
    assertThatThrownBy(() -> failing.refused(REFUSED))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no queue")
        .cause()
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_error_in_an_observer_stays_that_error() throws Exception {
    Error error = new StackOverflowError();
    CorsListener failing = failing(error);
    assertThatThrownBy(() -> failing.refused(REFUSED)).isSameAs(error);
  }

  private static void tellAll(CorsListener listener) {
    listener.granted(GRANTED);
    listener.refused(REFUSED);
    listener.withheld(WITHHELD);
    listener.reconfigured(RECONFIGURED);
  }

  private static CorsListener failing(Throwable thrown) throws Exception {
    return find(observing(
            event -> {
              if (thrown instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) thrown;
            },
            CorsEvent.Refused.class))
        .orElseThrow();
  }

  private static Beans observing(Consumer<Object> then, Class<?>... types) {
    return new Beans().observing(then, types);
  }

  private static Optional<CorsListener> find(Beans beans) throws Exception {
    return beans.loader().call(CdiEvents::find);
  }
}
