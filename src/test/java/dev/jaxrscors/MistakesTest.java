package dev.jaxrscors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.PolicyProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What stops a deployment: each declaration, and each message to the letter. */
class MistakesTest {

  /** A declaration, and what is said of it. */
  private record Row(List<Class<?>> declaration, List<String> messages) {
    static Row of(Class<?> declaration, String... messages) {
      return new Row(List.of(declaration), List.of(messages));
    }

    List<Mistake> mistakes() {
      InvalidPolicyException thrown =
          catchThrowableOfType(
              InvalidPolicyException.class,
              () -> Deployment.of(CorsSetup.EMPTY, Optional.empty(), declaration));
      return thrown == null ? List.of() : thrown.mistakes();
    }
  }

  private static final List<Row> ROWS =
      List.of(
          Row.of(
              NoOrigins.class,
              "NoOrigins, member origins: nothing is set at any level, because no origin is ever"
                  + " implied; name the origins of your pages, as in origins ="
                  + " \"https://app.example.com\", or say origins = CorsPolicy.NONE for nobody."),
          Row.of(
              EmptyLists.class,
              "EmptyLists, member origins: an empty list is prohibited, because it may mean nobody"
                  + " or everybody; say CorsPolicy.NONE for none.",
              "EmptyLists, member methods: an empty list is prohibited, because it may mean nobody"
                  + " or everybody; name the methods, or say origins = CorsPolicy.NONE for nobody.",
              "EmptyLists, member allowedHeaders: an empty list is prohibited, because it may mean"
                  + " nobody or everybody; say CorsPolicy.NONE for none.",
              "EmptyLists, member exposedHeaders: an empty list is prohibited, because it may mean"
                  + " nobody or everybody; say CorsPolicy.NONE for none."),
          Row.of(
              NoneAmongOthers.class,
              "NoneAmongOthers, member origins: CorsPolicy.NONE among other values is prohibited,"
                  + " because it contradicts them; leave CorsPolicy.NONE alone in its list, or leave"
                  + " it out.",
              "NoneAmongOthers, member allowedHeaders: CorsPolicy.INHERIT among other values is"
                  + " prohibited, because it contradicts them; leave CorsPolicy.INHERIT alone in its"
                  + " list, or leave it out."),
          Row.of(
              AnyoneWithCredentials.class,
              "AnyoneWithCredentials, member origins: \"*\" is prohibited with credentials, because"
                  + " every site on the web could act as the user who visits it, and browsers refuse"
                  + " it; list the origins of your pages, or say credentials = Credentials.REFUSE.",
              "AnyoneWithCredentials, member origins: \"null\" is prohibited with credentials,"
                  + " because any page can send it from a sandboxed frame and act as the user who"
                  + " visits it; serve your page from an origin of its own and list that, or say"
                  + " credentials = Credentials.REFUSE.",
              "AnyoneWithCredentials, member origins: \"file://\" is prohibited with credentials,"
                  + " because any page that a user opens from disk, a downloaded one too, can act as"
                  + " that user; serve your page from an origin of its own and list that, or say"
                  + " credentials = Credentials.REFUSE.",
              "AnyoneWithCredentials, member exposedHeaders: \"*\" is prohibited with credentials,"
                  + " because with credentials browsers take it for a header named *; name the"
                  + " headers, as in exposedHeaders = {\"ETag\", \"Location\"}."),
          Row.of(
              Orders.class,
              "Orders.replace, member origins: \"http://shop.example\" is prohibited with"
                  + " credentials, because anyone on the network can speak for it; use"
                  + " \"https://shop.example\", or say dangerously = Danger.INSECURE_ORIGINS."),
          Row.of(
              UnderPublicSuffixes.class,
              "UnderPublicSuffixes, member origins: \"https://*.com\" is prohibited with"
                  + " credentials, because anyone can register a name under the public suffix com;"
                  + " name the domains that are yours, as in \"https://*.example.com\", or say"
                  + " dangerously = Danger.PUBLIC_SUFFIXES.",
              "UnderPublicSuffixes, member origins: \"https://*.co.uk\" is prohibited with"
                  + " credentials, because anyone can register a name under the public suffix"
                  + " co.uk; name the domains that are yours, as in \"https://*.example.co.uk\", or"
                  + " say dangerously = Danger.PUBLIC_SUFFIXES.",
              "UnderPublicSuffixes, member origins: \"https://*.github.io\" is prohibited with"
                  + " credentials, because anyone can register a name under the public suffix"
                  + " github.io; name the domains that are yours, as in"
                  + " \"https://*.example.github.io\", or say dangerously ="
                  + " Danger.PUBLIC_SUFFIXES."),
          Row.of(
              InVain.class,
              "InVain, member dangerously: a check is set aside in vain, because that counts for the"
                  + " origins beside it, and there are none; move it to where the origins are"
                  + " written."),
          Row.of(
              Methods.class,
              "Methods, member methods: \"patch\" is invalid, because the case of a method counts;"
                  + " use \"PATCH\".",
              "Methods, member methods: \"TRACE\" is forbidden, because browsers never let a page"
                  + " send CONNECT, TRACE or TRACK; remove it."),
          Row.of(
              LowerCase.class,
              "LowerCase.change, member methods: \"patch\" is invalid, because the case of a method"
                  + " counts; use \"PATCH\"."),
          Row.of(
              Asterisks.class,
              "Asterisks, member origins: \"https://.*\\\\.example\\\\.com\" is invalid, because it is a"
                  + " regular expression, and here only *. in front of a domain and :* behind a host"
                  + " stand for more than themselves; use \"https://*.example.com\".",
              "Asterisks, member origins: \"vscode-webview://*\" is invalid, because the hosts of a"
                  + " scheme that is not one of the web are spelled out: no asterisk stands for a"
                  + " part of one; list the origins one by one, or let an OriginSource decide by"
                  + " their scheme.",
              "Asterisks, member methods: \"*\" is prohibited beside \"GET\", because no pattern in"
                  + " Fetch is made of both: the asterisk alone covers every name; leave the names"
                  + " out, or the asterisk.",
              "Asterisks, member allowedHeaders: \"X-*\" is invalid, because an asterisk inside a"
                  + " name is no pattern anywhere in Fetch, but a part of that very name; write the"
                  + " names out, or \"*\" alone for every one.",
              "Asterisks, member exposedHeaders: \"*\" is prohibited beside \"ETag\", because no"
                  + " pattern in Fetch is made of both: the asterisk alone covers every name; leave"
                  + " the names out, or the asterisk."),
          Row.of(
              Headers.class,
              "Headers, member allowedHeaders: \"Origin\" is forbidden, because browsers let no"
                  + " script set it, so it is never asked for; leave it out.",
              "Headers, member allowedHeaders: \"Cookie\" is forbidden, because browsers let no"
                  + " script set it, so it is never asked for; leave it out; for cookies say"
                  + " credentials = Credentials.ALLOW.",
              "Headers, member allowedHeaders: \"Access-Control-Allow-Origin\" is prohibited,"
                  + " because it is a response header of the CORS protocol, which a page has no"
                  + " reason to send; leave it out, here and in the code of the page.",
              "Headers, member exposedHeaders: CorsPolicy.DERIVED is invalid, because a resource"
                  + " declares the request headers it reads, not the response headers it sends; name"
                  + " the headers, as in exposedHeaders = {\"ETag\", \"Location\"}.",
              "Headers, member exposedHeaders: \"Set-Cookie\" is forbidden, because browsers let no"
                  + " script read it; leave it out; browsers keep the cookie all the same, with"
                  + " credentials = Credentials.ALLOW."),
          Row.of(
              TooLong.class,
              "TooLong, member maxAge: 86401 is invalid, because it counts seconds, from 0 to 86400,"
                  + " a day, the most a browser honours; use 86400 or less."),
          Row.of(
              Negative.class,
              "Negative, member maxAge: -2 is invalid, because it counts seconds, from 0 to 86400, a"
                  + " day, the most a browser honours; use 0 for no caching, or"
                  + " CorsPolicy.BROWSER_DEFAULT."),
          Row.of(
              OriginAsValue.class,
              "OriginAsValue, member value: \"https://app.example.com\" is invalid, because the"
                  + " value without a name is the name of a policy, not an origin; write"
                  + " @CorsPolicy(origins = \"https://app.example.com\")."),
          Row.of(
              BadName.class,
              "BadName, member value: \"Shop\" is invalid, because the name of a policy has"
                  + " lower-case letters, digits and hyphens; rename it, as in \"public-api\"."),
          Row.of(
              UnknownName.class,
              "UnknownName, member value: \"shop\" is unknown, because no policy is declared by"
                  + " name; declare it with CorsSetup.builder().policy(\"shop\", ...), set"
                  + " cors.policy.shop.origins, or write the origins here."),
          Row.of(
              Placeholder.class,
              "Placeholder, member origins: \"${no.such.key}\" has no value, because no source of"
                  + " configuration has a value for no.such.key; set it, or write a default, as in"
                  + " ${no.such.key:https://app.example.com}."),
          Row.of(
              NoElement.class,
              "NoElement, member origins: an empty element is invalid, because nothing stands"
                  + " between two commas, or before or after the only one; remove the comma, or say"
                  + " none for an empty list."),
          Row.of(
              NoConstructor.class,
              "NoConstructor, member originSource: dev.jaxrscors.MistakesTest$Unmakeable is"
                  + " unusable, because making it failed with java.lang.NoSuchMethodException:"
                  + " dev.jaxrscors.MistakesTest$Unmakeable.<init>(); give it a public constructor"
                  + " without parameters that does not fail."),
          Row.of(
              OwnVerb.class,
              "OwnVerb.put, member methods: \"GET\" is prohibited on a method that answers PUT,"
                  + " because it allows everything but the method it stands on; add \"PUT\", or leave"
                  + " the member out; for nobody say origins = CorsPolicy.NONE."),
          Row.of(
              Contradictory.class,
              "Contradictory, member value: the policy of One is prohibited beside the different one"
                  + " of Other, because both are equally near, and neither goes first; annotate the"
                  + " class or the method itself."),
          Row.of(
              Stray.class,
              "Stray.helper, member value: @CorsPolicy governs nothing here, because no resource"
                  + " method is in this place; move it to a resource method, or to the class of the"
                  + " resource or sub-resource."),
          Row.of(
              Hiding.class,
              "Hiding.put, member value: @CorsPolicy governs nothing here, because Jakarta REST looks"
                  + " at public methods of instances alone; make the method public."),
          Row.of(
              NoMethods.class,
              "NoMethods, member value: @CorsPolicy governs nothing here, because no resource method"
                  + " is in this place; move it to a resource method, or to the class of the"
                  + " resource or sub-resource."),
          new Row(
              List.of(Text.class, Json.class),
              List.of(
                  "Json.get, member value: the policy of GET /same is prohibited beside the"
                      + " different one of Text.get, because the two differ in media types alone,"
                      + " which a preflight does not tell; give both the same policy, or paths of"
                      + " their own.")));

  @TestFactory
  Stream<DynamicTest> each_mistake_says_where_what_why_and_what_to_do() {
    return ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.declaration().get(0).getSimpleName(),
                    () ->
                        assertThat(row.mistakes())
                            .map(Mistake::toString)
                            .containsExactlyInAnyOrderElementsOf(row.messages())));
  }

  @Test
  void every_kind_of_problem_has_its_row_here_or_with_its_like() {
    Set<String> elsewhere =
        Set.of("InsecureInProduction", "LoopbackInProduction", "InvalidSetting");
    Set<String> shown =
        ROWS.stream()
            .flatMap(row -> row.mistakes().stream())
            .map(m -> m.problem().getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertThat(kinds(PolicyProblem.class).map(Class::getSimpleName))
        .allMatch(kind -> shown.contains(kind) || elsewhere.contains(kind));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isInterface()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MistakesTest::kinds)
        : Stream.of(type);
  }

  @Test
  void production_refuses_what_others_can_speak_for() {
    CorsSetup production = CorsSetup.builder().production().build();
    InvalidPolicyException thrown =
        catchThrowableOfType(
            InvalidPolicyException.class,
            () -> Deployment.of(production, Optional.empty(), List.of(Developers.class)));
    assertThat(thrown)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "2 mistakes in CORS policies:",
                "Developers, member origins: \"http://shop.example\" is prohibited in production,"
                    + " because anyone on the network can speak for it; use"
                    + " \"https://shop.example\", or say dangerously = Danger.INSECURE_ORIGINS.",
                "Developers, member origins: \"http://localhost:3000\" is prohibited in production,"
                    + " because any program on a user's machine can speak for it; leave it to"
                    + " development, or say dangerously = Danger.LOOPBACK_ORIGINS."));
  }

  @Test
  void all_mistakes_of_an_application_come_in_one_exception_sorted_by_place() {
    List<Class<?>> all = ROWS.stream().flatMap(row -> row.declaration().stream()).toList();
    List<Mistake> mistakes = new Row(all, List.of()).mistakes();
    assertThat(mistakes).map(Mistake::place).isSorted();
    assertThat(mistakes)
        .map(Mistake::toString)
        .containsExactlyInAnyOrderElementsOf(
            ROWS.stream().flatMap(row -> row.messages().stream()).toList());
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
