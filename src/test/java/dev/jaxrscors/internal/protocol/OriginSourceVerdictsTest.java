package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.internal.protocol.Judging.endpoint;
import static dev.jaxrscors.internal.protocol.Judging.fields;
import static dev.jaxrscors.internal.protocol.Judging.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.FakeTarget;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.protocol.Verdict.Denied;
import dev.jaxrscors.internal.protocol.Verdict.Granted;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that decides on origins: when it is asked, what it is told, and what if it fails. */
class OriginSourceVerdictsTest {

  private static final String LISTED = "https://app.example.com";
  private static final String TENANT = "https://shop.tenant.example";
  private static final Target TARGET = new FakeTarget("api.example.com", "/orders/{id}", "PUT");

  private final List<String> asked = new ArrayList<>();

  private boolean isTenant(Origin origin, Target target) {
    asked.add(origin + " for " + target.method() + " " + target.path() + " on " + target.host());
    return origin.host().toString().endsWith(".tenant.example");
  }

  @Test
  void it_allows_beside_the_list() {
    CompiledPolicy endpoint = sourced(this::isTenant);
    assertThat(preflight(endpoint, () -> TARGET, TENANT, "PUT").headers().asMap())
        .isEqualTo(
            fields(
                "Allow-Origin: " + TENANT,
                "Allow-Methods: PUT",
                "Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers"));
    assertThat(actual(endpoint, TENANT).headers().asMap())
        .isEqualTo(fields("Allow-Origin: " + TENANT, "Vary: Origin"));
  }

  @Test
  void it_is_told_what_the_request_is_about_to_reach() {
    preflight(sourced(this::isTenant), () -> TARGET, TENANT, "PUT");
    assertThat(asked).containsExactly(TENANT + " for PUT /orders/{id} on api.example.com");
  }

  @Test
  void what_it_does_not_allow_is_refused_like_any_other() {
    CompiledPolicy endpoint = sourced(this::isTenant);
    assertDenied(
        preflight(endpoint, () -> TARGET, "https://evil.example", "PUT"),
        Denial.of(Reason.ORIGIN_NOT_ALLOWED),
        Vary.PREFLIGHT);
    assertDenied(
        actual(endpoint, "https://evil.example"),
        Denial.of(Reason.ORIGIN_NOT_ALLOWED),
        Vary.ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {LISTED, "null", "", "https://shop.tenant.example/", "nonsense"})
  void it_is_never_asked_for_listed_opaque_or_malformed_origins(String origin) {
    actual(sourced(this::isTenant), origin);
    assertThat(asked).isEmpty();
  }

  @Test
  void it_is_never_asked_when_nobody_asks_or_several_do() {
    CompiledPolicy endpoint = sourced(this::isTenant);
    endpoint.judge(new ActualRequest(List.of(), "PUT", () -> TARGET));
    endpoint.judge(new ActualRequest(List.of(TENANT, TENANT), "PUT", () -> TARGET));
    assertThat(asked).isEmpty();
  }

  @Test
  void it_cannot_allow_the_opaque_origin() {
    assertDenied(
        actual(sourced((origin, target) -> true), "null"),
        Denial.of(Reason.ORIGIN_NOT_ALLOWED),
        Vary.ORIGIN);
  }

  @Test
  void when_it_throws_the_origin_is_refused_and_the_reason_kept_for_the_log() {
    CompiledPolicy endpoint =
        sourced(
            (origin, target) -> {
              throw new IllegalStateException("no database");
            });
    Denial denial =
        new Denial(Reason.SOURCE_FAILED, "java.lang.IllegalStateException: no database");
    assertDenied(preflight(endpoint, () -> TARGET, TENANT, "PUT"), denial, Vary.PREFLIGHT);
    assertDenied(actual(endpoint, TENANT), denial, Vary.ORIGIN);
    assertThat(actual(endpoint, LISTED)).isInstanceOf(Granted.class);
  }

  /** Throwables whose own words are wrong, as those of applications may be. */
  static Stream<Arguments> thrown() {
    String words = "the words of an exception failed";
    return Stream.of(
        arguments(new AssertionError("no tenant"), "java.lang.AssertionError: no tenant"),
        arguments(new LinkageError(), "java.lang.LinkageError"),
        arguments(new StackOverflowError(), "java.lang.StackOverflowError"),
        arguments(new Error("its own"), "java.lang.Error: its own"),
        arguments(new Throwable("bare"), "java.lang.Throwable: bare"),
        arguments(new Mute(null), Mute.class.getName()),
        arguments(new Mute(new IllegalStateException(words)), Mute.class.getName()),
        arguments(new Mute(new AssertionError(words)), Mute.class.getName()),
        arguments(new Mute(new StackOverflowError(words)), Mute.class.getName()));
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void whatever_it_throws_the_origin_is_refused(Throwable thrown, String told) {
    CompiledPolicy endpoint =
        sourced((origin, target) -> OriginSourceVerdictsTest.<RuntimeException>sneak(thrown));
    Denial denial = new Denial(Reason.SOURCE_FAILED, told);
    assertDenied(preflight(endpoint, () -> TARGET, TENANT, "PUT"), denial, Vary.PREFLIGHT);
    assertDenied(actual(endpoint, TENANT), denial, Vary.ORIGIN);
  }

  static Stream<Error> fatal() {
    return Stream.of(
        new OutOfMemoryError("heap"), new InternalError(), new UnknownError(), new ThreadDeath());
  }

  @ParameterizedTest
  @MethodSource("fatal")
  void what_nobody_may_catch_is_thrown_on(Error fatal) {
    for (Throwable thrown : new Throwable[] {fatal, new Mute(fatal)}) {
      CompiledPolicy endpoint =
          sourced((origin, target) -> OriginSourceVerdictsTest.<RuntimeException>sneak(thrown));
      assertThatThrownBy(() -> actual(endpoint, TENANT)).isSameAs(fatal);
      assertThatThrownBy(() -> preflight(endpoint, () -> TARGET, TENANT, "PUT")).isSameAs(fatal);
    }
  }

  @Test
  void an_interrupted_one_refuses_and_the_thread_stays_interrupted() {
    InterruptedException interrupted = new InterruptedException("shutting down");
    CompiledPolicy endpoint =
        sourced((origin, target) -> OriginSourceVerdictsTest.<RuntimeException>sneak(interrupted));
    assertThat(actual(endpoint, TENANT)).isInstanceOf(Denied.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Throws anything as other languages of the JVM do: without telling the compiler. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> boolean sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** Has no words: none at all, or it throws when asked for them. */
  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final @Nullable Throwable instead;

    Mute(@Nullable Throwable instead) {
      this.instead = instead;
    }

    @Override
    public String getMessage() {
      return instead == null
          ? ""
          : Boolean.toString(OriginSourceVerdictsTest.<RuntimeException>sneak(instead));
    }

    @Override
    @SuppressWarnings({"NullAway", "ToStringReturnsNull"}) // It is what this is about.
    public String toString() {
      return instead == null ? null : super.toString();
    }
  }

  @Test
  void when_the_target_cannot_be_found_out_the_origin_is_refused() {
    Verdict verdict =
        sourced(this::isTenant)
            .judge(
                new ActualRequest(
                    List.of(TENANT),
                    "PUT",
                    () -> {
                      throw new IllegalArgumentException("bad host");
                    }));
    assertDenied(
        verdict,
        new Denial(Reason.SOURCE_FAILED, "java.lang.IllegalArgumentException: bad host"),
        Vary.ORIGIN);
    assertThat(asked).isEmpty();
  }

  private static Verdict actual(CompiledPolicy endpoint, String origin) {
    return endpoint.judge(new ActualRequest(List.of(origin), "PUT", () -> TARGET));
  }

  private static void assertDenied(Verdict verdict, Denial denial, Vary vary) {
    assertThat(verdict)
        .asInstanceOf(type(Denied.class))
        .isEqualTo(new Denied(denial, ResponseHeaders.nothing(vary)))
        .returns(false, Denied::isLeftToBrowser);
  }

  private static CompiledPolicy sourced(OriginSource source) {
    return endpoint(Policy.builder().origins(LISTED).originSource(source), "PUT");
  }
}
