package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.Danger;
import dev.jaxrscors.Rows;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyHintTest {

  static Stream<Arguments> hints() {
    return Rows.of(
        () ->
            arguments(
                HintKind.SAFELISTED_EXPOSED.of("Content-Type"),
                "member exposedHeaders: \"Content-Type\" is superfluous, because every script may read"
                    + " this response header; leave it out."),
        () ->
            arguments(
                PolicyHint.repeated(Member.ALLOWED_HEADERS, List.of("authorization", "X-A")),
                "member allowedHeaders: {\"authorization\", \"X-A\"} is superfluous, because the list has"
                    + " that name already, and header names are compared without case; leave it out,"
                    + " here or in what a placeholder stands for."),
        () ->
            arguments(
                PolicyHint.repeated(Member.METHODS, List.of("GET")),
                "member methods: \"GET\" is superfluous, because the list has it already; leave it out,"
                    + " here or in what a placeholder stands for."),
        () ->
            arguments(
                HintKind.UNEQUAL_HEADERS.of("/orders", "GET (none)", "PUT (X-Trace)"),
                "member allowedHeaders: GET (none) on /orders beside PUT (X-Trace) may be granted by"
                    + " mistake in the browser, because browsers keep the allowed header names for the"
                    + " URL, not for the method; allow the same names on both, or give them paths of"
                    + " their own."),
        () ->
            arguments(
                HintKind.FORMS_STILL_REACH.of(Member.ORIGINS, "POST", "/orders"),
                "member origins: POST /orders still runs when another site posts a form to it, because"
                    + " a form needs no preflight, and under Refusal.WITHHOLD only the response is"
                    + " withheld; say refusal = Refusal.REJECT, or consume a type that no form can send,"
                    + " such as application/json."),
        () ->
            arguments(
                HintKind.FORMS_STILL_REACH_PUBLICLY.of("POST", "/orders"),
                "member methods: POST /orders still runs when another site posts a form to it, because"
                    + " a form needs no preflight, and a policy for every origin never rejects; name"
                    + " the origins and say refusal = Refusal.REJECT, or consume a type that no form"
                    + " can send, such as application/json."),
        () ->
            arguments(
                HintKind.VERB_LACKING.of("PATCH", "GET, PUT"),
                "member methods: \"PATCH\" has no effect, because the resource has only GET, PUT; leave"
                    + " it out, or add the method."),
        () ->
            arguments(
                HintKind.VERB_IN_LOWER_CASE.of("bar", "BAR"),
                "@HttpMethod(\"bar\") is taken for BAR, because methods are"
                    + " case-sensitive, and some runtimes match them in upper case alone; write \"BAR\""
                    + " there, in methods, and in the code of the page."),
        () ->
            arguments(
                HintKind.OWN_OPTIONS.of("/orders"),
                "the method for OPTIONS /orders is not asked for preflights, because"
                    + " the policy answers them, so that no resource method runs on one; leave it to"
                    + " other OPTIONS requests, or remove it."),
        () ->
            arguments(
                PolicyHint.otherFilter("shop.CorsFilter"),
                "shop.CorsFilter is registered beside @CorsPolicy, because two layers"
                    + " then answer for the same headers, and the policy replaces the other's; remove"
                    + " it, and keep its origins in @CorsPolicy."),
        () ->
            arguments(
                PolicyHint.otherFilter("shop.HttpMethodOverrideFilter"),
                "shop.HttpMethodOverrideFilter lets a simple POST become any method,"
                    + " because a page may send that POST without a preflight; remove it, or keep it"
                    + " away from resources that browsers may call."),
        () ->
            arguments(
                HintKind.OPTIONS_BESIDE_POLICY.of("/carts", "Carts.list"),
                "the method for OPTIONS /carts is not asked for preflights, because"
                    + " preflights on that path are for the policy of Carts.list; remove it, or give it"
                    + " a path of its own."),
        () ->
            arguments(
                HintKind.OPTIONS_BELOW_LOCATOR.of("/items"),
                "the method for OPTIONS /items is not asked for preflights, because"
                    + " where a sub-resource locator leads is known only when the request has been"
                    + " matched; remove it, and write @CorsPolicy on its class."),
        () ->
            arguments(
                PolicyHint.unreadableErrors(List.of()),
                "404, 405, 406 and 415 of no resource cannot be read by any page,"
                    + " because the policies of the resources do not agree on origins and credentials,"
                    + " and the application has none; name the origins of all its pages in"
                    + " CORS_DEFAULT_ORIGINS (cors.default.origins), or in @CorsPolicy on the"
                    + " Application class; resources without a policy have it then."),
        () ->
            arguments(
                PolicyHint.unreadableErrors(List.of("TokenFilter", "RateLimit")),
                "404, 405, 406 and 415 of no resource, and what TokenFilter, RateLimit"
                    + " answers before the match, cannot be read by any page, because the policies of"
                    + " the resources do not agree on origins and credentials, and the application has"
                    + " none; name the origins of all its pages in CORS_DEFAULT_ORIGINS"
                    + " (cors.default.origins), or in @CorsPolicy on the Application class; resources"
                    + " without a policy have it then."),
        () ->
            arguments(
                PolicyHint.noPolicyBeside(List.of("Carts")),
                "Carts cannot be called from browsers on other origins, because no"
                    + " level sets a policy for it; add @CorsPolicy if pages should call it, or origins"
                    + " = CorsPolicy.NONE to say that none should."),
        () ->
            arguments(
                PolicyHint.noPolicyBeside(List.of("Carts", "Users")),
                "Carts, Users cannot be called from browsers on other origins, because"
                    + " no level sets a policy for them; add @CorsPolicy if pages should call them, or"
                    + " origins = CorsPolicy.NONE to say that none should."),
        () ->
            arguments(
                PolicyHint.unknownKey("cors.policy.shop.orgins"),
                "cors.policy.shop.orgins has no effect, because no key has this name;"
                    + " compare it with cors.policy.NAME.origins, methods, allowed-headers,"
                    + " exposed-headers, credentials, max-age and refusal."),
        () ->
            arguments(
                PolicyHint.unknownKey("cors.policy.shop.origins[7]"),
                "cors.policy.shop.origins[7] has no effect, because no list has this"
                    + " element, or one before it is missing; compare it with cors.policy.NAME.origins,"
                    + " methods, allowed-headers, exposed-headers, credentials, max-age and refusal."),
        () ->
            arguments(
                HintKind.QUOTES_LEFT_OUT.of(Member.ORIGINS),
                "member origins: its quotes are left out, because nothing in this list holds any; write"
                    + " the values without them."),
        () ->
            arguments(
                PolicyHint.headersLeftOut(Member.ALLOWED_HEADERS, List.of("origin", "Cookie")),
                "member allowedHeaders: \"origin\", \"Cookie\" are left out, because no page can send"
                    + " such a header, or has a reason to; remove them."),
        () ->
            arguments(
                HintKind.UNUSED_POLICY.of("shop"),
                "\"shop\" has no effect, because no annotation refers to it; write"
                    + " @CorsPolicy(\"shop\") on a resource, or remove the policy."),
        () ->
            arguments(
                HintKind.LOOPBACK_ACTIVE.of("\"http://localhost:3000\""),
                "member origins: \"http://localhost:3000\" is allowed outside of development, because"
                    + " any program on a user's machine can speak for it, and mp.config.profile is not"
                    + " dev; keep it out of production with cors.production=true, which refuses it"
                    + " there."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("hints")
  void a_hint_is_given_in_these_words(PolicyHint hint, String message) {
    assertThat(hint.describe()).isEqualTo(message);
  }

  @Test
  void every_kind_of_hint_stands_in_this_table() {
    assertThat(hints().map(row -> ((PolicyHint) row.get()[0]).kind())).contains(HintKind.values());
  }

  @Test
  void a_policy_that_exposes_what_every_script_may_read_gets_a_hint_for_each() {
    Policy policy =
        Policy.builder().origins("*").exposedHeaders("ETag", "Expires", "Content-Type").build();
    assertThat(policy.hints())
        .containsExactly(
            HintKind.SAFELISTED_EXPOSED.of("Expires"),
            HintKind.SAFELISTED_EXPOSED.of("Content-Type"));
  }

  /** Two placeholders that stand for the same do no harm. */
  @Test
  void a_policy_that_repeats_itself_gets_one_hint_for_each_list() {
    Policy policy =
        Policy.builder()
            .origins("https://a.example", "https://b.example", "https://a.example")
            .methods("GET", "PUT", "GET", "GET", "PUT")
            .allowedHeaders("Authorization", "authorization", "X-A", "X-A", "AUTHORIZATION")
            .exposedHeaders("ETag", "etag")
            .build();
    assertThat(policy.hints())
        .containsExactly(
            PolicyHint.repeated(Member.ORIGINS, List.of("https://a.example")),
            PolicyHint.repeated(Member.METHODS, List.of("GET", "PUT")),
            PolicyHint.repeated(
                Member.ALLOWED_HEADERS, List.of("authorization", "X-A", "AUTHORIZATION")),
            PolicyHint.repeated(Member.EXPOSED_HEADERS, List.of("etag")));
    assertThat(policy.allowedHeaders().names().joined()).isEqualTo("Authorization, X-A");
    assertThat(policy.exposedHeaders().fieldValue()).isEqualTo("ETag");
  }

  @Test
  void a_repetition_goes_with_its_list_and_makes_no_other_policy() {
    Policy named = Policy.builder().origins("*").methods("GET", "GET").build();
    Policy once = Policy.builder().origins("*").methods("GET").build();
    assertThat(named).isEqualTo(once).hasSameHashCodeAs(once);
    Policy.Builder builder = Policy.builder().origins("*");
    assertThat(builder.take(Member.METHODS, named).build().hints())
        .containsExactly(PolicyHint.repeated(Member.METHODS, List.of("GET")));
    assertThat(builder.take(Member.METHODS, once).build().hints()).isEmpty();
    assertThat(builder.methods("PUT", "PUT").methods("PUT").build().hints()).isEmpty();
  }

  @Test
  void a_policy_tells_its_loopback_origins_unless_they_are_waived() {
    Policy.Builder builder = Policy.builder().origins("http://localhost:3000", "https://a.example");
    assertThat(builder.build().loopbackOrigins()).containsExactly("http://localhost:3000");
    assertThat(builder.dangerously(Danger.LOOPBACK_ORIGINS).build().loopbackOrigins()).isEmpty();
  }

  /** A list of origins may be long; the others are short. */
  @Test
  void in_more_than_a_thousand_origins_no_repetition_is_looked_for() {
    List<String> most = Collections.nCopies(1_000, "https://a.example");
    assertThat(Policy.builder().origins(most).build().hints())
        .containsExactly(PolicyHint.repeated(Member.ORIGINS, List.of("https://a.example")));
    List<String> more = Collections.nCopies(1_001, "https://a.example");
    assertThat(Policy.builder().origins(more).build().hints()).isEmpty();
    String[] methods = Collections.nCopies(1_001, "PUT").toArray(String[]::new);
    assertThat(Policy.builder().origins("*").methods(methods).build().hints())
        .containsExactly(PolicyHint.repeated(Member.METHODS, List.of("PUT")));
  }

  @Test
  void a_repetition_in_another_list_is_not_taken_along() {
    Policy named =
        Policy.builder().origins("*").methods("GET", "GET").exposedHeaders("X-A", "X-A").build();
    assertThat(Policy.builder().origins("*").take(Member.METHODS, named).build().hints())
        .containsExactly(PolicyHint.repeated(Member.METHODS, List.of("GET")));
  }

  @Test
  void one_name_that_is_left_out_is_spoken_of_in_the_singular() {
    assertThat(PolicyHint.headersLeftOut(Member.EXPOSED_HEADERS, List.of("Set-Cookie")).describe())
        .isEqualTo(
            "member exposedHeaders: \"Set-Cookie\" is left out, because browsers let no script"
                + " read such a header; remove it.");
  }
}
