package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.HintKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is legal and probably not meant is a warning. */
class HintsTest {

  static Stream<Arguments> hints() {
    return Stream.of(
        Arguments.of(
            """
            @Path("orders")
            @CorsPolicy(origins = "*", exposedHeaders = {"ETag", →"content-type"})
            public class Orders { @GET public String list() { return ""; } }
            """,
            "Orders, member exposedHeaders: \"content-type\""),
        Arguments.of(
            """
            @Path("orders")
            @CorsPolicy(origins = "*", allowedHeaders = {"X-A", →"x-a", "X-B"})
            public class Orders { @GET public String list() { return ""; } }
            """,
            "Orders, member allowedHeaders: \"x-a\""),
        Arguments.of(
            """
            @Path("orders")
            @CorsPolicy(origins = "*", methods = {"GET", "HEAD", →"PUT"})
            public class Orders {
              @GET public String list() { return ""; }
              @POST public void add(String order) {}
            }
            """,
            "Orders, member methods: \"PUT\""),
        Arguments.of(
            """
            @Path("orders")
            @CorsPolicy(origins = "*")
            public class Orders {
              @GET @CorsPolicy(methods = {"GET", →"PUT"}) public String list() { return ""; }
              @PUT @Path("{id}") public void replace(String order) {}
            }
            """,
            "Orders.list, member methods: \"PUT\""),
        Arguments.of(
            """
            @Path("orders")
            @CorsPolicy(origins = "*")
            public class Orders {
              @OPTIONS public String →options() { return ""; }
            }
            """,
            "Orders.options, " + HintKind.OWN_OPTIONS.of("/orders").describe()),
        Arguments.of(
            """
            @Path("orders")
            @CorsPolicy(origins = "*", methods = {"GET", "BAR"})
            public class Orders {
              @GET public String list() { return ""; }
              @bar public void →bar() {}
              @HttpMethod("bar") @Retention(RetentionPolicy.RUNTIME) @interface bar {}
            }
            """,
            "Orders.bar, " + HintKind.VERB_IN_LOWER_CASE.of("bar", "BAR").describe()));
  }

  @ParameterizedTest
  @MethodSource("hints")
  void a_hint_is_a_warning_on_the_value(String source, String message) {
    Marked marked = Marked.of(source);
    Compilation compilation = new Compilation().source(marked.source()).run();
    assertThat(compilation.messages())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.kind()).hasToString("WARNING");
              assertThat(said.text()).startsWith(message);
              assertThat(said.line() + ":" + said.column()).isEqualTo(marked.places().get(0));
            });
  }
}
