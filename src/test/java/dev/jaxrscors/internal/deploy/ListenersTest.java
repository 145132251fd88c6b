package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.wire.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Listeners that fail, each in its own way. */
class ListenersTest {

  private static final CorsEvent.Reconfigured EVENT =
      new CorsEvent.Reconfigured(List.of("key"), "", List.of());

  private final List<CorsEvent> heard = new ArrayList<>();
  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static CorsListener throwing(Throwable thrown) {
    return new CorsListener() {
      @Override
      public void reconfigured(CorsEvent.Reconfigured event) {
        ListenersTest.<RuntimeException>sneak(thrown);
      }
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private final CorsListener last =
      new CorsListener() {
        @Override
        public void reconfigured(CorsEvent.Reconfigured event) {
          heard.add(event);
        }
      };

  /** Its own words fail, too. */
  @SuppressWarnings("OverrideThrowableToString")
  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Error thrown;

    Mute(Error thrown) {
      this.thrown = thrown;
    }

    @Override
    public String toString() {
      throw thrown;
    }
  }

  static List<Throwable> thrown() {
    return List.of(
        new IllegalStateException("x"),
        new Exception("checked"),
        new AssertionError("x"),
        new NoClassDefFoundError("io/micrometer/core/instrument/Counter"),
        new StackOverflowError(),
        new Mute(new AssertionError("mute")));
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void whatever_is_thrown_the_others_hear_all_the_same(Throwable thrown) {
    Listeners listeners = new Listeners(List.of(throwing(thrown), last));
    for (int i = 0; i < 3; i++) {
      listeners.tell(listener -> listener.reconfigured(EVENT));
    }

    assertThat(heard).containsExactly(EVENT, EVENT, EVENT);
    assertThat(log.records()).hasSize(1);
  }

  /** Says what was thrown, as a console does. */
  private static final class Speaking extends Handler {
    @Override
    public void publish(LogRecord line) {
      if (line.getThrown() != null) {
        assertThat(line.getThrown().toString()).isNotNull();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static void tellWhileSpeaking(CorsListener failing) {
    Logger logger = Logger.getLogger("dev.jaxrscors");
    Handler speaking = new Speaking();
    logger.addHandler(speaking);
    try {
      new Listeners(List.of(failing)).tell(listener -> listener.reconfigured(EVENT));
    } finally {
      logger.removeHandler(speaking);
    }
  }

  @Test
  void what_cannot_be_said_is_named_by_its_class() {
    CorsListener failing = throwing(new Mute(new AssertionError("mute")));
    tellWhileSpeaking(failing);

    assertThat(log.warnings())
        .last()
        .isEqualTo(
            "CORS: a listener failed, and is called again all the same; this is said once: "
                + failing.getClass().getName()
                + ", with "
                + Mute.class.getName());
  }

  @Test
  void the_end_of_the_machine_is_nobodys_to_catch() {
    Listeners listeners = new Listeners(List.of(throwing(new OutOfMemoryError("x"))));

    assertThatThrownBy(() -> listeners.tell(listener -> listener.reconfigured(EVENT)))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void nor_is_it_when_it_comes_as_a_failure_is_told() {
    CorsListener failing = throwing(new Mute(new OutOfMemoryError("x")));

    assertThatThrownBy(() -> tellWhileSpeaking(failing)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void without_listeners_nothing_is_there_to_be_told() {
    Listeners nobody = new Listeners(List.of());
    nobody.addBeans();

    assertThat(nobody.isEmpty()).isTrue();
  }
}
