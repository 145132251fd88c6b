package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.ProblemKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What stops a deployment: each declaration, and each problem with its place. */
class MistakesTest {

  /** A declaration, and what is found in it. */
  private record Row(List<Class<?>> declaration, List<String> problems) {
    static Row of(Class<?> declaration, String... problems) {
      return new Row(List.of(declaration), List.of(problems));
    }

    List<Mistake> mistakes() {
      InvalidPolicyException thrown =
          catchThrowableOfType(
              InvalidPolicyException.class,
              () -> Deployed.of(Setup.EMPTY, Optional.empty(), declaration));
      return thrown == null ? List.of() : thrown.mistakes();
    }
  }

  private static final List<Row> ROWS =
      List.of(
          Row.of(NoOrigins.class, "NoOrigins, origins: NO_ORIGIN"),
          Row.of(
              EmptyLists.class,
              "EmptyLists, origins: EMPTY_LIST (none)",
              "EmptyLists, methods: NO_METHODS",
              "EmptyLists, allowedHeaders: EMPTY_LIST (none)",
              "EmptyLists, exposedHeaders: EMPTY_LIST (none)"),
          Row.of(
              NoneAmongOthers.class,
              "NoneAmongOthers, origins: NOT_ALONE (none)",
              "NoneAmongOthers, allowedHeaders: NOT_ALONE (inherit)"),
          Row.of(
              AnyoneWithCredentials.class,
              "AnyoneWithCredentials, origins: ANY_ORIGIN_WITH_CREDENTIALS",
              "AnyoneWithCredentials, origins: OPAQUE_ORIGIN_WITH_CREDENTIALS",
              "AnyoneWithCredentials, origins: FILE_ORIGIN_WITH_CREDENTIALS",
              "AnyoneWithCredentials, exposedHeaders: ALL_EXPOSED_WITH_CREDENTIALS"),
          Row.of(
              Orders.class,
              "Orders.replace, origins: INSECURE_WITH_CREDENTIALS http://shop.example"),
          Row.of(
              UnderPublicSuffixes.class,
              "UnderPublicSuffixes, origins: PUBLIC_SUFFIX_WITH_CREDENTIALS https://*.com",
              "UnderPublicSuffixes, origins: PUBLIC_SUFFIX_WITH_CREDENTIALS https://*.co.uk",
              "UnderPublicSuffixes, origins: PUBLIC_SUFFIX_WITH_CREDENTIALS https://*.github.io"),
          Row.of(InVain.class, "InVain, dangerously: DANGER_WITHOUT_ORIGINS"),
          Row.of(
              Methods.class,
              "Methods, methods: INVALID_VALUE patch",
              "Methods, methods: INVALID_VALUE TRACE"),
          Row.of(LowerCase.class, "LowerCase.change, methods: INVALID_VALUE patch"),
          Row.of(
              Asterisks.class,
              "Asterisks, origins: INVALID_VALUE https://.*\\.example\\.com",
              "Asterisks, origins: INVALID_VALUE vscode-webview://*",
              "Asterisks, methods: ASTERISK_BESIDE_NAMES \"GET\"",
              "Asterisks, allowedHeaders: ASTERISK_IN_NAME X-*",
              "Asterisks, exposedHeaders: ASTERISK_BESIDE_NAMES \"ETag\""),
          Row.of(
              Headers.class,
              "Headers, allowedHeaders: FORBIDDEN_REQUEST_HEADER Origin",
              "Headers, allowedHeaders: COOKIE_ALLOWED Cookie",
              "Headers, allowedHeaders: RESPONSE_HEADER_ALLOWED Access-Control-Allow-Origin",
              "Headers, exposedHeaders: DERIVED_EXPOSED (derived)",
              "Headers, exposedHeaders: FORBIDDEN_RESPONSE_HEADER Set-Cookie"),
          Row.of(TooLong.class, "TooLong, maxAge: MAX_AGE_TOO_LARGE 86401"),
          Row.of(Negative.class, "Negative, maxAge: MAX_AGE_TOO_SMALL -2"),
          Row.of(
              OriginAsValue.class, "OriginAsValue, value: ORIGIN_AS_NAME https://app.example.com"),
          Row.of(BadName.class, "BadName, value: INVALID_NAME Shop"),
          Row.of(UnknownName.class, "UnknownName, value: UNKNOWN_POLICY shop"),
          Row.of(Placeholder.class, "Placeholder, origins: UNRESOLVED_PLACEHOLDER ${no.such.key}"),
          Row.of(Unclosed.class, "Unclosed, origins: MALFORMED_PLACEHOLDER ${no.end"),
          Row.of(NoElement.class, "NoElement, origins: EMPTY_ELEMENT"),
          Row.of(
              NoConstructor.class,
              "NoConstructor, originSource: UNUSABLE_SOURCE dev.jaxrscors.internal.deploy.MistakesTest$Unmakeable"),
          Row.of(OwnVerb.class, "OwnVerb.put, methods: OWN_VERB_MISSING PUT"),
          Row.of(Contradictory.class, "Contradictory: CONTRADICTION One"),
          Row.of(Stray.class, "Stray.helper: NO_RESOURCE_METHOD"),
          Row.of(Hiding.class, "Hiding.put: HIDDEN_RESOURCE_METHOD public"),
          Row.of(NoMethods.class, "NoMethods: NO_RESOURCE_METHOD"),
          new Row(List.of(Text.class, Json.class), List.of("Json.get: UNEQUAL_SIBLINGS GET")));

  @TestFactory
  Stream<DynamicTest> each_mistake_is_found_at_its_place() {
    return ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.declaration().get(0).getSimpleName(),
                    () ->
                        assertThat(row.mistakes())
                            .map(Kinds::of)
                            .containsExactlyInAnyOrderElementsOf(row.problems())));
  }

  @Test
  void every_kind_of_problem_has_its_row_here_or_with_its_like() {
    Set<ProblemKind> elsewhere =
        Set.of(
            ProblemKind.INSECURE_IN_PRODUCTION,
            ProblemKind.LOOPBACK_IN_PRODUCTION,
            ProblemKind.INVALID_SETTING,
            ProblemKind.UNUSABLE_SUPPLIER,
            ProblemKind.ASTERISK_BESIDE_REQUEST_HEADERS);
    Set<ProblemKind> shown =
        ROWS.stream()
            .flatMap(row -> row.mistakes().stream())
            .map(m -> m.problem().kind())
            .collect(Collectors.toSet());
    assertThat(ProblemKind.values())
        .allMatch(kind -> shown.contains(kind) || elsewhere.contains(kind));
  }

  @Test
  void production_refuses_what_others_can_speak_for() {
    Setup production = new Setup.Builder().production().build();
    InvalidPolicyException thrown =
        catchThrowableOfType(
            InvalidPolicyException.class,
            () -> Deployed.of(production, Optional.empty(), List.of(Developers.class)));
    assertThat(thrown.mistakes())
        .map(Kinds::of)
        .containsExactly(
            "Developers, origins: INSECURE_IN_PRODUCTION http://shop.example",
            "Developers, origins: LOOPBACK_IN_PRODUCTION http://localhost:3000");
  }

  @Test
  void all_mistakes_of_an_application_come_in_one_exception_sorted_by_place() {
    List<Class<?>> all = ROWS.stream().flatMap(row -> row.declaration().stream()).toList();
    List<Mistake> mistakes = new Row(all, List.of()).mistakes();
    assertThat(mistakes).map(Mistake::place).isSorted();
    assertThat(mistakes)
        .map(Kinds::of)
        .containsExactlyInAnyOrderElementsOf(
            ROWS.stream().flatMap(row -> row.problems().stream()).toList());
  }

  abstract static class Answering {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("no-origins")
  @CorsPolicy(maxAge = 60)
  static class NoOrigins extends Answering {}

  @Path("empty-lists")
  @CorsPolicy(
      origins = {},
      methods = {},
      allowedHeaders = {},
      exposedHeaders = {})
  static class EmptyLists extends Answering {}

  @Path("none")
  @CorsPolicy(
      origins = {CorsPolicy.NONE, "https://a.example"},
      allowedHeaders = {CorsPolicy.INHERIT, "X-A"})
  static class NoneAmongOthers extends Answering {}

  @Path("anyone")
  @CorsPolicy(
      origins = {"*", "null", "file://"},
      exposedHeaders = "*",
      credentials = Credentials.ALLOW)
  static class AnyoneWithCredentials extends Answering {}

  @Path("orders")
  @CorsPolicy(origins = "https://shop.example", credentials = Credentials.ALLOW)
  static class Orders extends Answering {
    @PUT
    @CorsPolicy(origins = "http://shop.example")
    public void replace() {}
  }

  @Path("suffixes")
  @CorsPolicy(
      origins = {"https://*.com", "https://*.co.uk", "https://*.github.io", "https://*.a.co.uk"},
      credentials = Credentials.ALLOW)
  static class UnderPublicSuffixes extends Answering {}

  @CorsPolicy(origins = "https://a.example")
  interface Base {}

  @Path("in-vain")
  @CorsPolicy(dangerously = Danger.INSECURE_ORIGINS)
  static class InVain extends Answering implements Base {}

  @Path("methods")
  @CorsPolicy(
      origins = "https://a.example",
      methods = {"GET", "patch", "TRACE"})
  static class Methods extends Answering {}

  @Path("lower-case")
  @CorsPolicy(origins = "https://a.example")
  static class LowerCase {
    @PATCH
    @CorsPolicy(methods = "patch")
    public void change() {}
  }

  @Path("asterisks")
  @CorsPolicy(
      origins = {"https://.*\\.example\\.com", "vscode-webview://*"},
      methods = {"*", "GET"},
      allowedHeaders = {CorsPolicy.DERIVED, "X-*"},
      exposedHeaders = {"ETag", "*"})
  static class Asterisks extends Answering {}

  @Path("headers")
  @CorsPolicy(
      origins = "https://a.example",
      allowedHeaders = {"x-key", "X-Key", "Origin", "Cookie", "Access-Control-Allow-Origin"},
      exposedHeaders = {CorsPolicy.DERIVED, "Set-Cookie"})
  static class Headers extends Answering {}

  @Path("too-long")
  @CorsPolicy(origins = "https://a.example", maxAge = 86_401)
  static class TooLong extends Answering {}

  @Path("negative")
  @CorsPolicy(origins = "https://a.example", maxAge = -2)
  static class Negative extends Answering {}

  @Path("origin-as-value")
  @CorsPolicy("https://app.example.com")
  static class OriginAsValue extends Answering {}

  @Path("bad-name")
  @CorsPolicy("Shop")
  static class BadName extends Answering {}

  @Path("unknown-name")
  @CorsPolicy("shop")
  static class UnknownName extends Answering {}

  @Path("placeholder")
  @CorsPolicy(origins = "${no.such.key}")
  static class Placeholder extends Answering {}

  @Path("unclosed")
  @CorsPolicy(origins = "${no.end")
  static class Unclosed extends Answering {}

  @Path("no-element")
  @CorsPolicy(origins = "${no.such.key:https://a.example,,https://b.example}")
  static class NoElement extends Answering {}

  static class Unmakeable implements OriginSource {
    Unmakeable(boolean answer) {
      this.answer = answer;
    }

    private final boolean answer;

    @Override
    public boolean allows(dev.jaxrscors.fetch.Origin origin, dev.jaxrscors.Target target) {
      return answer;
    }
  }

  @Path("no-constructor")
  @CorsPolicy(originSource = Unmakeable.class)
  static class NoConstructor extends Answering {}

  @Path("own-verb")
  @CorsPolicy(origins = "https://a.example")
  static class OwnVerb {
    @PUT
    @CorsPolicy(methods = "GET")
    public void put() {}
  }

  @CorsPolicy(origins = "https://one.example")
  interface One {}

  @CorsPolicy(origins = "https://other.example")
  interface Other {}

  @Path("contradictory")
  static class Contradictory extends Answering implements One, Other {}

  @Path("stray")
  @CorsPolicy(origins = "https://a.example")
  static class Stray {
    @POST
    public void post() {}

    @CorsPolicy(origins = "https://b.example")
    public void helper() {}
  }

  @CorsPolicy(origins = "https://a.example")
  static class NoMethods {}

  @Path("same")
  @CorsPolicy(origins = "https://a.example")
  static class Text {
    @GET
    @Produces("text/plain")
    public String get() {
      return "";
    }
  }

  @Path("same")
  @CorsPolicy(origins = "https://b.example")
  static class Json {
    @GET
    @Produces("application/json")
    public String get() {
      return "";
    }
  }

  @Path("developers")
  @CorsPolicy(origins = {"http://shop.example", "http://localhost:3000"})
  static class Developers extends Answering {}

  @Path("hiding")
  static class Hiding {
    @PUT
    @CorsPolicy(origins = "https://app.example.com")
    void put() {}
  }
}
