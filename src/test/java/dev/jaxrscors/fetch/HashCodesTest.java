package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.Rows;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values are keys of maps, in which those that differ had better not share a place. */
class HashCodesTest {

  private static final List<String> HOSTS =
      List.of("a.example", "b.example", "c.example", "localhost");

  static Stream<Arguments> values() {
    return Rows.of(
        () -> row("header names", HeaderName::of),
        () -> row("sets of header names", name -> HeaderNameSet.of(List.of(HeaderName.of(name)))),
        () -> row("methods", RequestMethod::of),
        () -> row("hosts", host -> new Host(host, 0, host.length())),
        () -> row("origins", host -> Origin.parse("https://" + host)),
        () -> row("patterns", host -> OriginPattern.parse("https://*." + host)),
        () -> row("sets", host -> OriginSet.of(List.of(OriginPattern.parse("https://" + host)))));
  }

  private static Arguments row(String what, Function<String, Object> value) {
    return arguments(what, HOSTS.stream().map(value).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void values_that_differ_mostly_have_different_ones(String what, List<Object> values) {
    assertThat(values.stream().map(Object::hashCode).distinct()).as(what).hasSameSizeAs(values);
  }
}
