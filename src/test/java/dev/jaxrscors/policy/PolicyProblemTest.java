package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Rows;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message, word by word: where, which member, which value, which rule, what to do. */
class PolicyProblemTest {

  private static final String SITE = "https://app.example.com";

  static Stream<Arguments> declarations() {
    return Rows.of(
        () ->
            arguments(
                Policy.builder(),
                "Policy, member origins: nothing is set at any level, because no origin is ever"
                    + " implied; name the origins of your pages, as in"
                    + " origins(\"https://app.example.com\"), or say origins(CorsPolicy.NONE) for nobody."),
        () ->
            arguments(
                Policy.builder().origins(),
                "Policy, member origins: an empty list is prohibited, because it may mean nobody or"
                    + " everybody; say CorsPolicy.NONE for none."),
        () ->
            arguments(
                site().methods(),
                "Policy, member methods: an empty list is prohibited, because it may mean nobody or"
                    + " everybody; name the methods, or say origins(CorsPolicy.NONE) for nobody."),
        () ->
            arguments(
                site().allowedHeaders(),
                "Policy, member allowedHeaders: an empty list is prohibited, because it may mean"
                    + " nobody or everybody; say CorsPolicy.NONE for none."),
        () ->
            arguments(
                site().exposedHeaders(),
                "Policy, member exposedHeaders: an empty list is prohibited, because it may mean"
                    + " nobody or everybody; say CorsPolicy.NONE for none."),
        () ->
            arguments(
                Policy.builder().origins(CorsPolicy.NONE, SITE),
                "Policy, member origins: CorsPolicy.NONE among other values is prohibited, because it"
                    + " contradicts them; leave CorsPolicy.NONE alone in its list, or leave it out."),
        () ->
            arguments(
                site().allowedHeaders("X-Trace", CorsPolicy.NONE),
                "Policy, member allowedHeaders: CorsPolicy.NONE among other values is prohibited,"
                    + " because it contradicts them; leave CorsPolicy.NONE alone in its list, or leave it out."),
        () ->
            arguments(
                Policy.builder().origins("https://shop.example/"),
                "Policy, member origins: \"https://shop.example/\" is invalid, because an origin ends"
                    + " after its host and port: it has no slash, path, query or fragment; use"
                    + " \"https://shop.example\"."),
        () ->
            arguments(
                Policy.builder().origins("https://shop.example:443"),
                "Policy, member origins: \"https://shop.example:443\" is invalid, because browsers"
                    + " leave out the default port of a scheme; use \"https://shop.example\"."),
        () ->
            arguments(
                site().methods("put"),
                "Policy, member methods: \"put\" is invalid, because the case of a method counts; use"
                    + " \"PUT\"."),
        () ->
            arguments(
                site().methods("TRACE"),
                "Policy, member methods: \"TRACE\" is forbidden, because browsers never let a page send"
                    + " CONNECT, TRACE or TRACK; remove it."),
        () ->
            arguments(
                site().allowedHeaders("X Trace"),
                "Policy, member allowedHeaders: \"X Trace\" is invalid, because a header name is a"
                    + " token: letters, digits and !#$%&'*+-.^_`|~; write one name, such as"
                    + " \"X-Api-Key\"."),
        () ->
            arguments(
                site().allowedHeaders("X-*"),
                "Policy, member allowedHeaders: \"X-*\" is invalid, because an asterisk inside a name is"
                    + " no pattern anywhere in Fetch, but a part of that very name; write the names"
                    + " out, or \"*\" alone for every one."),
        () ->
            arguments(
                site().allowedHeaders("*", "X-A", "Authorization", "X-B"),
                "Policy, member allowedHeaders: \"*\" is prohibited beside {\"X-A\", \"X-B\"}, because"
                    + " no pattern in Fetch is made of both: the asterisk alone covers every name but"
                    + " Authorization, which is the only one to be added; leave the names out, or the"
                    + " asterisk."),
        () ->
            arguments(
                site().exposedHeaders("ETag", "*"),
                "Policy, member exposedHeaders: \"*\" is prohibited beside \"ETag\", because no pattern"
                    + " in Fetch is made of both: the asterisk alone covers every name; leave the names"
                    + " out, or the asterisk."),
        () ->
            arguments(
                site().methods("P*"),
                "Policy, member methods: \"P*\" is invalid, because an asterisk inside a name is no"
                    + " pattern anywhere in Fetch, but a part of that very name; write the names out,"
                    + " or \"*\" alone for every one."),
        () ->
            arguments(
                Policy.builder().origins("*").credentials(Credentials.ALLOW),
                "Policy, member origins: \"*\" is prohibited with credentials, because every site"
                    + " on the web could act as the user who visits it, and browsers refuse it; list the"
                    + " origins of your pages, or say credentials(Credentials.REFUSE)."),
        () ->
            arguments(
                Policy.builder().origins("null").credentials(Credentials.ALLOW),
                "Policy, member origins: \"null\" is prohibited with credentials, because any page"
                    + " can send it from a sandboxed frame and act as the user who visits it; serve your"
                    + " page from an origin of its own and list that, or say credentials(Credentials.REFUSE)."),
        () ->
            arguments(
                Policy.builder().origins("file://").credentials(Credentials.ALLOW),
                "Policy, member origins: \"file://\" is prohibited with credentials, because any page"
                    + " that a user opens from disk, a downloaded one too, can act as that user; serve"
                    + " your page from an origin of its own and list that, or say"
                    + " credentials(Credentials.REFUSE)."),
        () ->
            arguments(
                Policy.builder().origins("http://shop.example").credentials(Credentials.ALLOW),
                "Policy, member origins: \"http://shop.example\" is prohibited with credentials,"
                    + " because anyone on the network can speak for it; use \"https://shop.example\", or"
                    + " say dangerously(Danger.INSECURE_ORIGINS)."),
        () ->
            arguments(
                Policy.builder()
                    .origins("http://*.shop.example:8080")
                    .credentials(Credentials.ALLOW),
                "Policy, member origins: \"http://*.shop.example:8080\" is prohibited with"
                    + " credentials, because anyone on the network can speak for it; use"
                    + " \"https://*.shop.example:8080\", or say dangerously(Danger.INSECURE_ORIGINS)."),
        () ->
            arguments(
                site().exposedHeaders("*").credentials(Credentials.ALLOW),
                "Policy, member exposedHeaders: \"*\" is prohibited with credentials, because with"
                    + " credentials browsers take it for a header named *; name the headers, as in"
                    + " exposedHeaders(\"ETag\", \"Location\")."),
        () ->
            arguments(
                site().exposedHeaders(CorsPolicy.DERIVED),
                "Policy, member exposedHeaders: CorsPolicy.DERIVED is invalid, because a resource"
                    + " declares the request headers it reads, not the response headers it sends; name the"
                    + " headers, as in exposedHeaders(\"ETag\", \"Location\")."),
        () ->
            arguments(
                site().allowedHeaders("Host"),
                "Policy, member allowedHeaders: \"Host\" is forbidden, because browsers let no script"
                    + " set it, so it is never asked for; leave it out."),
        () ->
            arguments(
                site().allowedHeaders("cookie"),
                "Policy, member allowedHeaders: \"cookie\" is forbidden, because browsers let no"
                    + " script set it, so it is never asked for; leave it out; for cookies say"
                    + " credentials(Credentials.ALLOW)."),
        () ->
            arguments(
                site().allowedHeaders("Access-Control-Allow-Origin"),
                "Policy, member allowedHeaders: \"Access-Control-Allow-Origin\" is prohibited, because"
                    + " it is a response header of the CORS protocol, which a page has no reason to"
                    + " send; leave it out, here and in the code of the page."),
        () ->
            arguments(
                site().exposedHeaders("Set-Cookie"),
                "Policy, member exposedHeaders: \"Set-Cookie\" is forbidden, because browsers let"
                    + " no script read it; leave it out; browsers keep the cookie all the same, with"
                    + " credentials(Credentials.ALLOW)."),
        () ->
            arguments(
                site().maxAge(86_401),
                "Policy, member maxAge: 86401 is invalid, because it counts seconds, from 0 to 86400, a"
                    + " day, the most a browser honours; use 86400 or less."),
        () ->
            arguments(
                site().maxAge(-2),
                "Policy, member maxAge: -2 is invalid, because it counts seconds, from 0 to 86400,"
                    + " a day, the most a browser honours; use 0 for no caching, or"
                    + " CorsPolicy.BROWSER_DEFAULT."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("declarations")
  void a_policy_with_one_mistake_is_refused_in_these_words(Policy.Builder builder, String message) {
    assertThat(refusal(builder)).hasMessage(message);
  }

  /** What needs more than one policy in code: a list, production, annotations, classes. */
  static Stream<Arguments> findings() {
    return Rows.of(
        () ->
            arguments(
                ProblemKind.NOT_ALONE.of(Member.METHODS, "(inherit)"),
                "member methods: CorsPolicy.INHERIT among other values is prohibited, because it"
                    + " contradicts them; leave CorsPolicy.INHERIT alone in its list, or leave it out."),
        () ->
            arguments(
                PolicyProblem.insecure(
                    ProblemKind.INSECURE_IN_PRODUCTION, OriginPattern.parse("http://shop.example")),
                "member origins: \"http://shop.example\" is prohibited in production, because anyone on"
                    + " the network can speak for it; use \"https://shop.example\", or say dangerously ="
                    + " Danger.INSECURE_ORIGINS."),
        () ->
            arguments(
                ProblemKind.LOOPBACK_IN_PRODUCTION.of("http://localhost:3000"),
                "member origins: \"http://localhost:3000\" is prohibited in production, because any"
                    + " program on a user's machine can speak for it; leave it to development, or say"
                    + " dangerously = Danger.LOOPBACK_ORIGINS."),
        () ->
            arguments(
                PolicyProblem.publicSuffixWithCredentials(
                    OriginPattern.parse("https://*.github.io")),
                "member origins: \"https://*.github.io\" is prohibited with credentials, because anyone"
                    + " can register a name under the public suffix github.io; name the domains that"
                    + " are yours, as in \"https://*.example.github.io\", or say dangerously ="
                    + " Danger.PUBLIC_SUFFIXES."),
        () ->
            arguments(
                ProblemKind.ORIGIN_AS_NAME.of(SITE),
                "member value: \"https://app.example.com\" is invalid, because the value without a name"
                    + " is the name of a policy, not an origin; write @CorsPolicy(origins ="
                    + " \"https://app.example.com\")."),
        () ->
            arguments(
                ProblemKind.INVALID_NAME.of("Public API"),
                "member value: \"Public API\" is invalid, because the name of a policy has lower-case"
                    + " letters, digits and hyphens; rename it, as in \"public-api\"."),
        () ->
            arguments(
                PolicyProblem.unknownPolicy("shop", List.of()),
                "member value: \"shop\" is unknown, because no policy is declared by name;"
                    + " declare it with CorsSetup.builder().policy(\"shop\", ...), set"
                    + " cors.policy.shop.origins, or write the origins here."),
        () ->
            arguments(
                PolicyProblem.unknownPolicy("shop", List.of("partners", "public")),
                "member value: \"shop\" is unknown, because the declared policies are partners, public;"
                    + " declare it with CorsSetup.builder().policy(\"shop\", ...), set"
                    + " cors.policy.shop.origins, or write the origins here."),
        () ->
            arguments(
                ProblemKind.UNUSABLE_SOURCE.of("shop.Tenants", "making it failed with an error"),
                "member originSource: shop.Tenants is unusable, because making it failed with an error;"
                    + " give it a public constructor without parameters that does not fail."),
        () ->
            arguments(
                PolicyProblem.ownVerbMissing("DELETE", List.of("GET", "PUT")),
                "member methods: {\"GET\", \"PUT\"} is prohibited on a method that answers DELETE,"
                    + " because it allows everything but the method it stands on; add \"DELETE\", or"
                    + " leave the member out; for nobody say origins = CorsPolicy.NONE."),
        () ->
            arguments(
                ProblemKind.UNEQUAL_SIBLINGS.of("GET", "/orders", "Orders.csv"),
                "the policy of GET /orders is prohibited beside the different one of"
                    + " Orders.csv, because the two differ in media types alone, which a preflight does"
                    + " not tell; give both the same policy, or paths of their own."),
        () ->
            arguments(
                ProblemKind.CONTRADICTION.of("Readable", "Writable"),
                "the policy of Readable is prohibited beside the different one of"
                    + " Writable, because both are equally near, and neither goes first; annotate the"
                    + " class or the method itself."),
        () ->
            arguments(
                ProblemKind.EMPTY_ELEMENT.of(Member.ORIGINS),
                "member origins: an empty element is invalid, because nothing stands between two"
                    + " commas, or before or after the only one; remove the comma, or say none for an"
                    + " empty list."),
        () ->
            arguments(
                ProblemKind.UNRESOLVED_PLACEHOLDER.of(
                    Member.ORIGINS, "${shop.origins}", "no source has shop.origins", "set it"),
                "member origins: \"${shop.origins}\" has no value, because no source has shop.origins;"
                    + " set it."),
        () ->
            arguments(
                ProblemKind.UNUSABLE_SUPPLIER.of("shop", "it returned null"),
                "the supplier of policy \"shop\" is unusable, because it returned null; let it return"
                    + " a policy whenever it is asked, the last one if there is no other."),
        () ->
            arguments(
                ProblemKind.MALFORMED_PLACEHOLDER.of(
                    Member.ORIGINS, "${shop.origins", "a placeholder in it has no end", "close it"),
                "member origins: \"${shop.origins\" has no value, because a placeholder in it has no"
                    + " end; close it."),
        () ->
            arguments(
                ProblemKind.INVALID_SETTING.of("soon", "it is no number", "write one such as 600"),
                "\"soon\" is invalid, because it is no number; write one such as 600."),
        () ->
            arguments(
                ProblemKind.DANGER_WITHOUT_ORIGINS.of(),
                "member dangerously: a check is set aside in vain, because that counts for the origins"
                    + " beside it, and there are none; move it to where the origins are written."),
        () ->
            arguments(
                ProblemKind.NO_RESOURCE_METHOD.of(),
                "@CorsPolicy governs nothing here, because no resource method is in this"
                    + " place; move it to a resource method, or to the class of the resource or"
                    + " sub-resource."),
        () ->
            arguments(
                ProblemKind.HIDDEN_RESOURCE_METHOD.of("public"),
                "@CorsPolicy governs nothing here, because Jakarta REST looks at public"
                    + " methods of instances alone; make the method public."),
        () ->
            arguments(
                ProblemKind.HIDDEN_RESOURCE_METHOD.of("not static"),
                "@CorsPolicy governs nothing here, because Jakarta REST looks at public"
                    + " methods of instances alone; make the method not static."),
        () ->
            arguments(
                ProblemKind.HIDDEN_RESOURCE_METHOD.of("public, and not static"),
                "@CorsPolicy governs nothing here, because Jakarta REST looks at public"
                    + " methods of instances alone; make the method public, and not static."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("findings")
  void what_is_found_elsewhere_is_said_in_these_words(PolicyProblem problem, String message) {
    assertThat(problem.describe()).isEqualTo(message);
    assertThat(new Mistake("Orders.replace", problem)).hasToString("Orders.replace, " + message);
  }

  /** What is to be written differs with where it is written. */
  static Stream<Arguments> remedies() {
    return Rows.of(
        () ->
            arguments(
                ProblemKind.NO_ORIGIN.of(),
                "name the origins of your pages, as in origins = \"https://app.example.com\", or say"
                    + " origins = CorsPolicy.NONE for nobody"),
        () ->
            arguments(
                ProblemKind.EMPTY_LIST.of(Member.ORIGINS, CorsPolicy.NONE),
                "say CorsPolicy.NONE for none"),
        () ->
            arguments(
                ProblemKind.NO_METHODS.of(),
                "name the methods, or say origins = CorsPolicy.NONE for nobody"),
        () ->
            arguments(
                ProblemKind.ANY_ORIGIN_WITH_CREDENTIALS.of(),
                "list the origins of your pages, or say credentials = Credentials.REFUSE"),
        () ->
            arguments(
                ProblemKind.COOKIE_ALLOWED.of("Cookie"),
                "leave it out; for cookies say credentials = Credentials.ALLOW"),
        () ->
            arguments(
                ProblemKind.ALL_EXPOSED_WITH_CREDENTIALS.of(),
                "name the headers, as in exposedHeaders = {\"ETag\", \"Location\"}"),
        () ->
            arguments(
                PolicyProblem.maxAgeOutOfRange(-2),
                "use 0 for no caching, or CorsPolicy.BROWSER_DEFAULT"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("remedies")
  void in_an_annotation_these_are_the_words_of_the_remedy(PolicyProblem problem, String remedy) {
    assertThat(problem.remedy()).isEqualTo(remedy);
  }

  @Test
  void in_configuration_the_remedy_is_a_line_of_it() {
    Place key = new Place.Key("a.b in a file", "a.b", "", List.of());
    Wording keys = new Wording(Map.of(), key, key.name());
    assertThat(ProblemKind.NO_ORIGIN.of().text(keys).remedy())
        .endsWith("as in a.b=https://app.example.com, or say a.b=none for nobody");
    assertThat(PolicyProblem.maxAgeOutOfRange(-2).text(keys).remedy()).endsWith("or -1");
  }

  @Test
  void what_concerns_no_member_is_said_of_none() {
    assertThat(ProblemKind.NO_RESOURCE_METHOD.of().member()).isEmpty();
    assertThat(ProblemKind.NO_ORIGIN.of().member()).contains(Member.ORIGINS);
    assertThat(ProblemKind.EMPTY_LIST.of(Member.ORIGINS, CorsPolicy.NONE).member())
        .contains(Member.ORIGINS);
  }

  @Test
  void what_fills_a_message_is_no_message_itself() {
    PolicyProblem problem =
        ProblemKind.INVALID_SETTING.of(
            "{0} $1", "it is {or PUBLIC_SUFFIXES}, because of it", "$2; {1}");
    assertThat(problem.describe())
        .isEqualTo(
            "\"{0} $1\" is invalid, because it is {or PUBLIC_SUFFIXES}, because of it; $2; {1}.");
  }

  @Test
  void every_kind_of_problem_stands_in_these_tables() {
    Set<ProblemKind> shown =
        Stream.concat(
                declarations().map(row -> refusal((Policy.Builder) row.get()[0]).problems().get(0)),
                findings().map(row -> (PolicyProblem) row.get()[0]))
            .map(PolicyProblem::kind)
            .collect(Collectors.toSet());
    assertThat(shown).containsExactlyInAnyOrder(ProblemKind.values());
  }

  @Test
  void a_program_can_take_a_problem_apart() {
    PolicyProblem problem =
        refusal(Policy.builder().origins("https://Shop.example")).problems().get(0);
    assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_VALUE);
    assertThat(problem.member()).contains(Member.ORIGINS);
    assertThat(problem.value()).isEqualTo("\"https://Shop.example\"");
    assertThat(problem.reason()).isEqualTo("browsers send the host in lower case");
    assertThat(problem.remedy()).isEqualTo("use \"https://shop.example\"");
  }

  @Test
  void a_value_is_shown_without_what_could_forge_a_line_of_the_log() {
    PolicyProblem problem = ProblemKind.INVALID_NAME.of("a\nb\u001b[31m");
    assertThat(problem.value()).isEqualTo("\"a\\u000ab\\u001b[31m\"");
  }

  private static Policy.Builder site() {
    return Policy.builder().origins(SITE);
  }

  private static InvalidPolicyException refusal(Policy.Builder builder) {
    return catchThrowableOfType(InvalidPolicyException.class, builder::build);
  }

  @Test
  void a_sentence_that_is_no_message_is_a_mistake_of_ours() {
    assertThatIllegalArgumentException().isThrownBy(() -> Template.of("[{0}] is wrong"));
  }
}
