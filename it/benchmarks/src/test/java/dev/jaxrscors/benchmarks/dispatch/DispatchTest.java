package dev.jaxrscors.benchmarks.dispatch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every runtime answers every request as each layer should. */
class DispatchTest {

  static Stream<Arguments> runtimesAndLayers() {
    return Arrays.stream(RestRuntime.values())
        .flatMap(runtime -> Arrays.stream(Layer.values()).map(l -> Arguments.of(runtime, l)))
        .filter(a -> a.get()[1] != Layer.PEER || ((RestRuntime) a.get()[0]).hasPeer());
  }

  @ParameterizedTest
  @MethodSource("runtimesAndLayers")
  void each_call_is_answered_as_its_layer_should(RestRuntime runtime, Layer layer) {
    try (Dispatcher dispatcher = runtime.with(layer)) {
      for (Call call : Call.values()) {
        assertThatCode(() -> layer.check(call, dispatcher.dispatch(call)))
            .as("%s", call)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void an_answer_of_another_layer_is_noticed() {
    try (Dispatcher bare = RestRuntime.JERSEY.with(Layer.BARE)) {
      Reply reply = bare.dispatch(Call.GET_ALLOWED);
      assertThatIllegalStateException().isThrownBy(() -> Layer.OURS.check(Call.GET_ALLOWED, reply));
      assertThatIllegalStateException()
          .isThrownBy(() -> Layer.OURS.check(Call.PREFLIGHT_REFUSED, reply));
    }
  }
}
