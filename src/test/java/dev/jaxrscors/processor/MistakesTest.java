package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.rest.CorsFeature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that sources can show: where the compiler points, and that the words are one. */
class MistakesTest {

  /**
   * A source and what is said of it.
   *
   * @param source the source, marked
   * @param messages the messages from top to bottom
   */
  private record Row(String source, List<String> messages) {
    Row(String source, String... messages) {
      this(source, List.of(messages));
    }

    @Override
    public String toString() {
      return source.strip().replaceAll("\\s+", " ");
    }
  }

  /** One class with one resource method, where everything is on the class. */
  private static Row onClass(String members, String... messages) {
    return new Row(
        """
        @Path("orders")
        @CorsPolicy(%s)
        public class Orders {
          @GET public String list() { return ""; }
        }
        """
            .formatted(members),
        messages);
  }

  static Stream<Row> values() {
    return Stream.of(
        onClass(
            "origins = →\"https://app.example.com/\"",
            "Orders, member origins: \"https://app.example.com/\" is invalid, because an origin ends"
                + " after its host and port: it has no slash, path, query or fragment; use"
                + " \"https://app.example.com\"."),
        onClass(
            "origins = {\"https://app.example.com\", →\"HTTPS://APP.example.com\"}",
            "Orders, member origins: \"HTTPS://APP.example.com\" is invalid"),
        onClass(
            "origins = →{}",
            "Orders, member origins: an empty list is prohibited, because it may mean nobody or"
                + " everybody; say CorsPolicy.NONE for none."),
        onClass(
            "origins = {\"https://a.example\", CorsPolicy→.NONE}",
            "Orders, member origins: CorsPolicy.NONE among other values is prohibited"),
        onClass(
            "origins = {\"https://a.example\", CorsPolicy→.INHERIT}",
            "Orders, member origins: CorsPolicy.INHERIT among other values is prohibited"),
        onClass(
            "origins = \"https://a.example\", methods = {\"GET\", →\"patch\"}",
            "Orders, member methods: \"patch\" is invalid"),
        onClass(
            "origins = \"https://a.example\", allowedHeaders = {\"X-A\", →\"Cookie\"}",
            "Orders, member allowedHeaders: \"Cookie\" is forbidden"),
        onClass(
            "origins = \"https://a.example\", allowedHeaders = {\"X-A\", →\"X-*\"}",
            "Orders, member allowedHeaders: \"X-*\" is invalid, because an asterisk inside a name"),
        onClass(
            "origins = \"https://a.example\", allowedHeaders = {\"X-A\", →\"*\"}",
            "Orders, member allowedHeaders: \"*\" is prohibited beside \"X-A\""),
        onClass(
            "origins = \"https://a.example\", methods = {\"GET\", →\"*\"}",
            "Orders, member methods: \"*\" is prohibited beside \"GET\""),
        onClass(
            "origins = \"https://a.example\", methods = {\"GET\", →\"get\", \"${verbs:PUT}\"}",
            "Orders, member methods: \"get\" is invalid"),
        onClass(
            "origins = →\"https://.*\\\\.example\\\\.com\"",
            "Orders, member origins: \"https://.*\\\\.example\\\\.com\" is invalid, because it is a"
                + " regular expression"),
        onClass(
            "origins = →\"moz-extension://*\"",
            "Orders, member origins: \"moz-extension://*\" is invalid"),
        onClass(
            "origins = →\"https://xn--f\"", "Orders, member origins: \"https://xn--f\" is invalid"),
        onClass(
            "origins = \"https://a.example\", exposedHeaders = {\"X-A\", →\"Set-Cookie\"}",
            "Orders, member exposedHeaders: \"Set-Cookie\" is forbidden"),
        onClass(
            "origins = \"https://a.example\", exposedHeaders = {\"X-A\", CorsPolicy→.DERIVED}",
            "Orders, member exposedHeaders: CorsPolicy.DERIVED is invalid"),
        onClass(
            "origins = \"https://a.example\", maxAge = →86_401",
            "Orders, member maxAge: 86401 is invalid"),
        onClass(
            "→\"https://a.example\"",
            "Orders, member value: \"https://a.example\" is invalid, because the value without a"
                + " name is the name of a policy, not an origin; write @CorsPolicy(origins ="
                + " \"https://a.example\")."),
        onClass("value = →\"Public API\"", "Orders, member value: \"Public API\" is invalid"),
        onClass(
            "origins = →\"https://a.example\" + \"/\"",
            "Orders, member origins: \"https://a.example/\" is invalid"),
        onClass(
            "origins = {→\"https://a.example/\", →\"https://b.example/\"}, maxAge = →-2",
            "Orders, member origins: \"https://a.example/\" is invalid",
            "Orders, member origins: \"https://b.example/\" is invalid",
            "Orders, member maxAge: -2 is invalid"));
  }

  static Stream<Row> sums() {
    return Stream.of(
        onClass(
            "origins = →\"*\", credentials = Credentials.ALLOW",
            "Orders, member origins: \"*\" is prohibited with credentials"),
        onClass(
            "origins = {\"https://a.example\", →\"null\"}, credentials = Credentials.ALLOW",
            "Orders, member origins: \"null\" is prohibited with credentials"),
        onClass(
            "origins = {\"https://a.example\", →\"file://\"}, credentials = Credentials.ALLOW",
            "Orders, member origins: \"file://\" is prohibited with credentials"),
        onClass(
            "origins = →\"http://a.example\", credentials = Credentials.ALLOW",
            "Orders, member origins: \"http://a.example\" is prohibited with credentials, because"
                + " anyone on the network can speak for it; use \"https://a.example\", or say"
                + " dangerously = Danger.INSECURE_ORIGINS."),
        onClass(
            "origins = →\"https://*.github.io\", credentials = Credentials.ALLOW",
            "Orders, member origins: \"https://*.github.io\" is prohibited with credentials"),
        onClass(
            "origins = \"https://a.example\", exposedHeaders = →\"*\","
                + " credentials = Credentials.ALLOW",
            "Orders, member exposedHeaders: \"*\" is prohibited with credentials"),
        new Row(
            """
            @Path("orders")
            @CorsPolicy(credentials = Credentials.ALLOW)
            public class Orders {
              @GET @CorsPolicy(origins = →"*") public String list() { return ""; }
              @PUT @CorsPolicy(origins = "https://a.example") public void replace(String order) {}
            }
            """,
            "Orders.list, member origins: \"*\" is prohibited with credentials"),
        new Row(
            """
            @Path("orders")
            @CorsPolicy(origins = →"*")
            public class Orders {
              @GET @CorsPolicy(credentials = Credentials.ALLOW) public String list() { return ""; }
              @PUT public void replace(String order) {}
            }
            """,
            "Orders, member origins: \"*\" is prohibited with credentials"),
        new Row(
            """
            @Path("orders")
            public class Orders extends Base<String> implements Api {
              @Override public void replace(String order) {}
            }
            @CorsPolicy(credentials = Credentials.ALLOW)
            interface Api {}
            abstract class Base<T> {
              @PUT @CorsPolicy(origins = →"*") public void replace(T order) {}
            }
            """,
            "Base.replace, member origins: \"*\" is prohibited with credentials"),
        new Row(
            """
            @Path("orders")
            →@Public
            public class Orders {
              @GET @CorsPolicy(credentials = Credentials.ALLOW) public String list() { return ""; }
            }
            @CorsPolicy(origins = "*")
            @Retention(RetentionPolicy.RUNTIME)
            @interface Public {}
            """,
            "Orders (@Public), member origins: \"*\" is prohibited with credentials"),
        new Row(
            """
            @Path("orders")
            public →class Orders implements Left, Right {
              @GET public String list() { return ""; }
            }
            @CorsPolicy(origins = "https://left.example")
            interface Left {}
            @CorsPolicy(origins = "https://right.example")
            interface Right {}
            """,
            "Orders, member value: the policy of Left is prohibited beside the different one of"
                + " Right"),
        new Row(
            """
            @Path("orders")
            @Left →@Right
            public class Orders {
              @GET public String list() { return ""; }
            }
            @CorsPolicy(origins = "https://left.example")
            @Retention(RetentionPolicy.RUNTIME)
            @interface Left {}
            @CorsPolicy(origins = "https://right.example")
            @Retention(RetentionPolicy.RUNTIME)
            @interface Right {}
            """,
            "Orders, member value: the policy of Orders (@Left) is prohibited"),
        new Row(
            """
            @Path("orders")
            @CorsPolicy(origins = "https://a.example", methods = "GET")
            public class Orders {
              @GET public String list() { return ""; }
              @PUT @CorsPolicy(methods = →{"GET", "POST"}) public void replace(String order) {}
              @POST public void add(String order) {}
            }
            """,
            "Orders.replace, member methods: {\"GET\", \"POST\"} is prohibited on a method that"
                + " answers PUT, because it allows everything but the method it stands on; add"
                + " \"PUT\", or leave the member out; for nobody say origins = CorsPolicy.NONE."),
        new Row(
            """
            @Path("orders")
            @CorsPolicy(origins = "https://a.example")
            public class Orders {
              @GET @Path("{id}") @Produces("text/csv") public String a() { return ""; }
              @GET @Path("/{id}") @Produces("text/html")
              →@CorsPolicy(origins = "https://b.example")
              public String b() { return ""; }
            }
            """,
            "Orders.b, member value: the policy of GET /orders/{id} is prohibited beside the"
                + " different one of Orders.a, because the two differ in media types alone, which a"
                + " preflight does not tell; give both the same policy, or paths of their own."),
        new Row(
            """
            @Path("orders")
            @CorsPolicy(origins = "https://a.example")
            public class Orders {
              @GET public String list() { return ""; }
              →@CorsPolicy(origins = "https://b.example") public void helper() {}
              →@CorsPolicy(origins = "https://b.example") @GET @Path("x") String hidden() { return ""; }
              →@CorsPolicy(origins = "https://b.example") @PUT public static void of(String s) {}
              →@CorsPolicy(origins = "https://b.example") @PUT private static void no(String s) {}
              @Path("{id}") →@CorsPolicy(origins = "https://b.example")
              public Object locator() { return this; }
            }
            """,
            "Orders.helper, member value: @CorsPolicy governs nothing here, because no resource"
                + " method is in this place",
            "Orders.hidden, member value: @CorsPolicy governs nothing here, because Jakarta REST"
                + " looks at public methods of instances alone; make the method public.",
            "Orders.of, member value: @CorsPolicy governs nothing here, because Jakarta REST looks"
                + " at public methods of instances alone; make the method not static.",
            "Orders.no, member value: @CorsPolicy governs nothing here, because Jakarta REST looks"
                + " at public methods of instances alone; make the method public, and not static.",
            "Orders.locator, member value: @CorsPolicy governs nothing here"));
  }

  static Stream<Row> declarations() {
    return Stream.of(
        new Row(
            """
            @CorsPolicy(origins = →"*", credentials = Credentials.ALLOW)
            @Retention(RetentionPolicy.RUNTIME)
            public @interface Shared {}
            @Shared class User { @GET public String get() { return ""; } }
            """,
            "@Shared, member origins: \"*\" is prohibited with credentials"),
        new Row(
            """
            @CorsPolicy(origins = →"https://a.example/")
            public interface Api {
              @GET @CorsPolicy(maxAge = →-5) String list();
              →@CorsPolicy(maxAge = 5) static void helper() {}
            }
            """,
            "Api, member origins: \"https://a.example/\" is invalid",
            "Api.list, member maxAge: -5 is invalid",
            "Api.helper, member value: @CorsPolicy governs nothing here"),
        new Row(
            """
            @CorsPolicy(origins = {"https://a.example", →"null"}, credentials = Credentials.ALLOW)
            public abstract class Base {
              →@CorsPolicy(origins = "*") private void helper() {}
            }
            """,
            "Base, member origins: \"null\" is prohibited with credentials",
            "Base.helper, member value: @CorsPolicy governs nothing here"),
        new Row(
            """
            public class Outer {
              →@CorsPolicy(origins = "*") public static final class Inner {}
              →@CorsPolicy(origins = "*") public record Pair(int a, int b) {}
              →@CorsPolicy(origins = "*") private static void helper() {}
            }
            """,
            "Inner, member value: @CorsPolicy governs nothing here",
            "Pair, member value: @CorsPolicy governs nothing here",
            "Outer.helper, member value: @CorsPolicy governs nothing here"),
        new Row(
            """
            @CorsPolicy(origins = →"*", credentials = Credentials.ALLOW)
            public class App extends jakarta.ws.rs.core.Application {}
            """,
            "App, member origins: \"*\" is prohibited with credentials"),
        new Row(
            """
            @CorsPolicy(credentials = Credentials.ALLOW)
            public class Sub {
              @GET @CorsPolicy(origins = →"*") public String get() { return ""; }
            }
            """,
            "Sub.get, member origins: \"*\" is prohibited with credentials"),
        new Row(
            """
            @Path("a")
            @CorsPolicy(origins = {"${origins}", →"https://a.example/"}, methods = {"${m}", →"get"})
            public class Mixed {
              @GET public String get() { return ""; }
            }
            """,
            "Mixed, member origins: \"https://a.example/\" is invalid",
            "Mixed, member methods: \"get\" is invalid"));
  }

  static Stream<Row> all() {
    return Stream.of(values(), sums(), declarations()).flatMap(rows -> rows);
  }

  static Stream<Row> deployable() {
    return Stream.concat(values(), sums());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_mistake_is_an_error_on_the_value_that_is_wrong(Row row) {
    Marked marked = Marked.of(row.source());
    List<Compilation.Message> said =
        new Compilation()
            .source(marked.source()).run().messages().stream()
                .sorted(
                    Comparator.comparing(Compilation.Message::line)
                        .thenComparing(Compilation.Message::column))
                .toList();
    assertThat(said).allSatisfy(m -> assertThat(m.kind()).hasToString("ERROR"));
    assertThat(said).extracting(m -> m.line() + ":" + m.column()).isEqualTo(marked.places());
    assertThat(said).hasSameSizeAs(row.messages());
    for (int i = 0; i < said.size(); i++) {
      assertThat(said.get(i).text()).startsWith(row.messages().get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("deployable")
  void the_deployment_says_the_same_and_nothing_more(Row row) throws Exception {
    String source = Marked.of(row.source()).source();
    List<String> compiled =
        new Compilation()
            .source(source).run().errors().stream().map(Compilation.Message::text).toList();
    Compilation classes = new Compilation().source(source).withoutProcessor().run();
    assertThat(classes.errors()).isEmpty();
    Class<?> resource = classes.loader().loadClass("shop.Orders");
    assertThat(compiled).containsExactlyInAnyOrderElementsOf(mistakesAtDeployment(resource));
  }

  private static List<String> mistakesAtDeployment(Class<?> resource) {
    List<String> mistakes = new ArrayList<>();
    try {
      new ApplicationHandler(new ResourceConfig(resource, CorsFeature.class));
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof InvalidPolicyException invalid) {
          invalid.mistakes().forEach(mistake -> mistakes.add(mistake.toString()));
        }
      }
    }
    return mistakes;
  }
}
