package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.fetch.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedOriginsTest {

  private static final OriginSource RULE = (origin, target) -> true;

  @ParameterizedTest(name = "{0} {2} {1}")
  @CsvSource({
    "https://a.example,            https://a.example,        allows",
    "https://a.example,            http://a.example,         refuses",
    "https://a.example,            https://a.example:8443,   refuses",
    "https://a.example,            https://b.a.example,      refuses",
    "https://a.example,            null,                     refuses",
    "https://*.example.org,        https://a.b.example.org,  allows",
    "https://*.example.org,        https://example.org,      refuses",
    "https://*.example.org,        https://xexample.org,     refuses",
    "http://localhost:*,           http://localhost:3000,    allows",
    "http://localhost:*,           http://localhost,         allows",
    "null,                         null,                     allows",
    "null,                         https://a.example,        refuses",
    "*,                            https://a.example,        allows",
    "*,                            null,                     allows",
    "(none),                       https://a.example,        refuses",
    "(none),                       null,                     refuses",
    "https://a.example https://b.example, https://b.example, allows",
  })
  void a_list_allows_what_it_names(String listed, String origin, String verdict) {
    AllowedOrigins origins = parse(AllowedOrigins.NOBODY, listed.split(" ", -1));
    assertThat(origins.lists(Objects.requireNonNull(Origin.parse(origin))))
        .isEqualTo(verdict.equals("allows"));
  }

  @Test
  void two_listed_hosts_do_not_let_their_concatenation_in() {
    // https://github.com/jub0bs/cors/security/advisories/GHSA-vhxv-fg4m-p2w8
    AllowedOrigins origins = parse(AllowedOrigins.NOBODY, "https://foo.com", "https://bar.com");
    assertThat(origins.lists(Objects.requireNonNull(Origin.parse("https://foobar.com")))).isFalse();
    assertThat(origins.lists(Objects.requireNonNull(Origin.parse("https://barfoo.com")))).isFalse();
  }

  @Test
  void nobody_is_allowed_only_without_a_list_and_without_a_rule() {
    assertThat(parse(AllowedOrigins.NOBODY, "(none)").isNobody()).isTrue();
    assertThat(parse(RULE, "(none)").isNobody()).isFalse();
    assertThat(parse(AllowedOrigins.NOBODY, "null").isNobody()).isFalse();
    assertThat(parse(AllowedOrigins.NOBODY, "*").isNobody()).isFalse();
  }

  @Test
  void the_opaque_origin_is_listed_only_when_spelled_out() {
    assertThat(parse(AllowedOrigins.NOBODY, "null").isOpaqueListed()).isTrue();
    assertThat(parse(AllowedOrigins.NOBODY, "*").isOpaqueListed()).isFalse();
    assertThat(parse(RULE, "https://*.example.org").isOpaqueListed()).isFalse();
  }

  @Test
  void a_rule_is_kept_for_later_and_never_asked_by_the_list() {
    AllowedOrigins origins =
        parse(
            (origin, target) -> {
              throw new AssertionError("asked");
            },
            "(none)");
    assertThat(origins.hasSource()).isTrue();
    assertThat(origins.lists(Objects.requireNonNull(Origin.parse("https://a.example")))).isFalse();
    assertThat(parse(AllowedOrigins.NOBODY, "(none)").hasSource()).isFalse();
  }

  @Test
  void every_wrong_value_is_reported_and_the_right_ones_kept() {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedOrigins origins =
        AllowedOrigins.parse(
            List.of("https://A.example", "https://b.example", "c.example"),
            AllowedOrigins.NOBODY,
            Set.of(),
            problems::add);
    assertThat(problems)
        .extracting(PolicyProblem::remedy)
        .containsExactly("use \"https://a.example\"", "use \"https://c.example\"");
    assertThat(origins.lists(Objects.requireNonNull(Origin.parse("https://b.example")))).isTrue();
  }

  @Tag("large")
  @Test
  void a_hundred_thousand_origins_are_a_list_like_any_other() {
    String[] many =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "https://t" + i + ".example")
            .toArray(String[]::new);
    AllowedOrigins origins = parse(AllowedOrigins.NOBODY, many);
    assertThat(origins.lists(Objects.requireNonNull(Origin.parse("https://t99999.example"))))
        .isTrue();
    assertThat(origins.lists(Objects.requireNonNull(Origin.parse("https://t100000.example"))))
        .isFalse();
  }

  @Test
  void they_are_equal_when_they_allow_the_same_for_the_same_reasons() {
    assertThat(parse(RULE, "https://a.example", "https://b.example"))
        .isEqualTo(parse(RULE, "https://b.example", "https://a.example"))
        .hasSameHashCodeAs(parse(RULE, "https://b.example", "https://a.example"))
        .isNotEqualTo(parse(AllowedOrigins.NOBODY, "https://a.example", "https://b.example"))
        .isNotEqualTo(parse(RULE, "https://a.example"))
        .isNotEqualTo(parse(RULE, "*"))
        .isNotEqualTo("https://a.example");
  }

  @Test
  void their_patterns_are_told_sorted_each_once() {
    assertThat(
            parse(RULE, "null", "https://*.b.example", "https://a.example", "https://a.example")
                .patterns())
        .containsExactly("https://*.b.example", "https://a.example", "null");
    assertThat(parse(RULE, "*").patterns()).containsExactly("*");
    assertThat(parse(RULE, CorsPolicy.NONE).patterns()).isEmpty();
  }

  private static AllowedOrigins parse(OriginSource rule, String... values) {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedOrigins origins =
        AllowedOrigins.parse(Arrays.asList(values), rule, Set.of(), problems::add);
    assertThat(problems).isEmpty();
    return origins;
  }

  @Test
  void off_stands_alone() {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedOrigins off =
        AllowedOrigins.parse(
            List.of(CorsPolicy.OFF), AllowedOrigins.NOBODY, Set.of(), problems::add);
    assertThat(problems).isEmpty();
    assertThat(off.isOff()).isTrue();
    assertThat(off.written()).containsExactly(CorsPolicy.OFF);
    AllowedOrigins.parse(
        List.of(CorsPolicy.OFF, "https://a.example"),
        AllowedOrigins.NOBODY,
        Set.of(),
        problems::add);
    assertThat(problems).containsExactly(ProblemKind.NOT_ALONE.of(Member.ORIGINS, CorsPolicy.OFF));
  }

  @Test
  void nobody_is_not_off() {
    AllowedOrigins nobody = parse(AllowedOrigins.NOBODY, CorsPolicy.NONE);
    assertThat(nobody.isOff()).isFalse();
    assertThat(nobody.written()).containsExactly(CorsPolicy.NONE);
  }

  @Test
  void what_differs_mostly_has_another_hash_code() {
    assertThat(
            Stream.of("*", "null", "https://a.example", "https://b.example", "(none)")
                .map(listed -> parse(AllowedOrigins.NOBODY, listed).hashCode())
                .distinct())
        .hasSize(5);
  }
}
