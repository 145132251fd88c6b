package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.internal.protocol.Judging.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.FakeTarget;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source of origins looks at among the headers, caches have to compare. */
class ConsultedHeadersTest {

  private static final String LISTED = "https://app.example.com";
  private static final String BLUE = "https://blue.example";
  private static final Target TARGET =
      new FakeTarget("api.example.com", "/orders", "PUT").with(Map.of("X-Tenant", "blue"));

  private static CompiledPolicy byTenant() {
    return sourced(
        (origin, target) ->
            origin
                .serialized()
                .equals("https://" + target.header("X-Tenant").orElse("") + ".example"));
  }

  private static CompiledPolicy sourced(OriginSource source) {
    return endpoint(Policy.builder().origins(LISTED).originSource(source), "PUT");
  }

  private static ResponseHeaders actual(CompiledPolicy endpoint, String... origins) {
    return endpoint.judge(new ActualRequest(List.of(origins), "PUT", () -> TARGET)).headers();
  }

  private static ResponseHeaders preflight(
      CompiledPolicy endpoint, String origin, String... headers) {
    return Judging.preflight(endpoint, () -> TARGET, origin, "PUT", headers).headers();
  }

  @Test
  void a_grant_varies_by_it() {
    assertThat(actual(byTenant(), BLUE).allowOrigin()).isEqualTo(BLUE);
    assertThat(actual(byTenant(), BLUE).vary()).isEqualTo(new Vary("Origin, X-Tenant"));
  }

  @Test
  void so_does_a_refusal() {
    assertThat(actual(byTenant(), "https://red.example"))
        .isEqualTo(ResponseHeaders.nothing(new Vary("Origin, X-Tenant")));
  }

  @Test
  void so_do_preflights_granted_refused_and_left_to_the_browser() {
    Vary vary =
        new Vary("Origin, Access-Control-Request-Method, Access-Control-Request-Headers, X-Tenant");
    assertThat(preflight(byTenant(), BLUE).vary()).isEqualTo(vary);
    assertThat(preflight(byTenant(), "https://red.example").vary()).isEqualTo(vary);
    assertThat(preflight(byTenant(), BLUE, "x-unknown").vary()).isEqualTo(vary);
  }

  @Test
  void from_then_on_so_does_what_needs_no_source() {
    CompiledPolicy endpoint = byTenant();
    assertThat(actual(endpoint).vary()).isEqualTo(Vary.ORIGIN);

    actual(endpoint, BLUE);

    Vary vary = new Vary("Origin, X-Tenant");
    assertThat(actual(endpoint).vary()).isEqualTo(vary);
    assertThat(actual(endpoint, LISTED).vary()).isEqualTo(vary);
    assertThat(actual(endpoint, "null").vary()).isEqualTo(vary);
  }

  @Test
  void a_source_that_fails_after_it_has_looked_leaves_a_refusal_that_varies() {
    CompiledPolicy endpoint =
        sourced(
            (origin, target) -> {
              throw new IllegalStateException(target.header("X-Tenant").orElseThrow());
            });
    assertThat(actual(endpoint, BLUE).vary()).isEqualTo(new Vary("Origin, X-Tenant"));
  }

  @Test
  void each_name_stands_there_once_as_it_was_first_written() {
    CompiledPolicy endpoint =
        sourced(
            (origin, target) ->
                target.header("X-Tenant").isPresent()
                    && target.header("x-tenant").isPresent()
                    && target.header("origin").isEmpty()
                    && target.header("X-Other").isEmpty());
    assertThat(actual(endpoint, BLUE).allowOrigin()).isEqualTo(BLUE);
    assertThat(actual(endpoint, BLUE).vary()).isEqualTo(new Vary("Origin, X-Tenant, X-Other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Tenant", "X-Tenant\r\nSet-Cookie: a=b", "X-Ten\u00e4nt", "*,"})
  void no_request_has_a_header_whose_name_is_none(String name) {
    CompiledPolicy endpoint = sourced((origin, target) -> target.header(name).isEmpty());
    assertThat(actual(endpoint, BLUE).allowOrigin()).isEqualTo(BLUE);
    assertThat(actual(endpoint, BLUE).vary()).isEqualTo(Vary.ORIGIN);
  }

  @Test
  void a_source_that_looks_at_a_thousand_headers_varies_by_everything() {
    CompiledPolicy endpoint =
        sourced(
            (origin, target) ->
                IntStream.range(0, 1_000)
                    .mapToObj(i -> "X-" + i)
                    .allMatch(name -> target.header(name).isEmpty()));
    assertThat(actual(endpoint, BLUE).allowOrigin()).isEqualTo(BLUE);
    assertThat(actual(endpoint, BLUE).vary()).isEqualTo(new Vary("*"));
    assertThat(actual(endpoint).vary()).isEqualTo(new Vary("*"));
  }

  @Test
  void a_source_may_look_at_thirty_two() {
    String names = IntStream.range(0, 32).mapToObj(i -> "X-" + i).collect(Collectors.joining(", "));
    CompiledPolicy endpoint =
        sourced((origin, target) -> names.lines().allMatch(n -> look(target, n)));
    assertThat(actual(endpoint, BLUE).vary()).isEqualTo(new Vary("Origin, " + names));
  }

  private static boolean look(Target target, String names) {
    return List.of(names.split(", ")).stream().allMatch(name -> target.header(name).isEmpty());
  }

  @Test
  void a_source_that_looks_at_none_leaves_the_constant_refusals() {
    CompiledPolicy endpoint = sourced((origin, target) -> target.method().isEmpty());
    assertThat(endpoint.judge(new ActualRequest(List.of(BLUE), "PUT", () -> TARGET)))
        .isSameAs(endpoint.judge(new ActualRequest(List.of(BLUE), "PUT", () -> TARGET)));
  }

  @Test
  void a_source_is_shown_the_target_itself_in_all_but_its_headers() {
    List<Object> shown = new ArrayList<>();
    CompiledPolicy endpoint =
        sourced(
            (origin, target) ->
                shown.addAll(
                    List.of(
                        target.host(),
                        target.path(),
                        target.method(),
                        target.isMatched(),
                        target.isPreflight(),
                        target.requestPath(),
                        target.pathParameter("id").orElseThrow(),
                        target.toString())));
    for (boolean flag : List.of(true, false)) {
      endpoint.judge(new ActualRequest(List.of(BLUE), "PUT", () -> new Flagged(flag)));
    }
    assertThat(shown)
        .containsExactly(
            "a.example",
            "/orders/{id}",
            "PUT",
            true,
            true,
            "/orders/7",
            "7",
            "flagged true",
            "a.example",
            "/orders/{id}",
            "PUT",
            false,
            false,
            "/orders/7",
            "7",
            "flagged false");
  }

  /** Whatever a target can say, with another answer for each flag. */
  private record Flagged(boolean isMatched, boolean isPreflight) implements Target {

    Flagged(boolean flag) {
      this(flag, flag);
    }

    @Override
    public String host() {
      return "a.example";
    }

    @Override
    public String path() {
      return "/orders/{id}";
    }

    @Override
    public String method() {
      return "PUT";
    }

    @Override
    public String requestPath() {
      return "/orders/7";
    }

    @Override
    public Optional<String> pathParameter(String name) {
      return Optional.of("7").filter(id -> name.equals("id"));
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "flagged " + isMatched;
    }
  }
}
