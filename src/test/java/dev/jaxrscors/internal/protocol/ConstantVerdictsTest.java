package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.internal.protocol.Judging.actual;
import static dev.jaxrscors.internal.protocol.Judging.endpoint;
import static dev.jaxrscors.internal.protocol.Judging.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A verdict that does not depend on the request is one object, made with the policy. */
class ConstantVerdictsTest {

  private static final String SITE = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  static Stream<Arguments> constant() {
    CompiledPolicy everyone = endpoint(Policy.builder().origins("*").methods("GET"), "GET PUT");
    CompiledPolicy site = endpoint(Policy.builder().origins(SITE).methods("GET"), "GET PUT");
    return Stream.of(
        row("a public preflight", () -> preflight(everyone, EVIL, "GET")),
        row("a public response", () -> actual(everyone, "GET", EVIL)),
        row("a public response that nobody asked for", () -> actual(everyone, "GET")),
        row("a public response withheld for its method", () -> actual(everyone, "PUT")),
        row("a response that nobody asked for", () -> actual(site, "GET")),
        row("a malformed origin", () -> actual(site, "GET", "nonsense")),
        row("a refused origin", () -> actual(site, "GET", EVIL)),
        row("a refused method", () -> actual(site, "PUT", SITE)),
        row("a preflight from a refused origin", () -> preflight(site, EVIL, "GET")),
        row("a public preflight for a refused method", () -> preflight(everyone, EVIL, "PUT")),
        row("a public preflight for another method", () -> preflight(everyone, EVIL, "DELETE")),
        row("a preflight for a safelisted method", () -> preflight(site, SITE, "POST")),
        row("a preflight with ill-formed headers", () -> preflight(site, SITE, "GET", "a b")),
        row("a malformed preflight", () -> malformed("x".repeat(999), "GET")),
        row("a preflight for a forbidden method", () -> malformed(SITE, "TRACE")));
  }

  private static Arguments row(String what, Supplier<Verdict> judge) {
    return arguments(what, judge);
  }

  private static Verdict malformed(String origin, String method) {
    Incoming incoming = Incoming.options(List.of(origin), List.of(method));
    return ((Incoming.Malformed) incoming).verdict();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constant")
  void it_is_the_same_object_every_time(String what, Supplier<Verdict> judge) {
    assertThat(judge.get()).as(what).isSameAs(judge.get());
  }

  @Test
  void of_a_grant_to_one_origin_all_but_the_origin_is_reused() {
    CompiledPolicy site = endpoint(Policy.builder().origins(SITE), "GET", "Content-Type");
    ResponseHeaders one = preflight(site, SITE, "GET").headers();
    ResponseHeaders other = preflight(site, SITE, "GET").headers();
    assertThat(one.allowMethods()).isSameAs(other.allowMethods());
    assertThat(one.allowHeaders()).isSameAs(other.allowHeaders());
    assertThat(one.maxAge()).isSameAs(other.maxAge());
    ResponseHeaders refused = preflight(site, SITE, "PUT").headers();
    assertThat(one.allowMethods()).isSameAs(refused.allowMethods());
    assertThat(one.allowHeaders()).isSameAs(refused.allowHeaders());
  }
}
