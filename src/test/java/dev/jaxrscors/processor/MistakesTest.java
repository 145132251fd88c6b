package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.ProblemKind;
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
            "Orders, member origins: \"https://app.example.com/\""),
        onClass(
            "origins = {\"https://app.example.com\", →\"HTTPS://APP.example.com\"}",
            "Orders, member origins: \"HTTPS://APP.example.com\""),
        onClass(
            "origins = →{}",
            "Orders, " + ProblemKind.EMPTY_LIST.of(Member.ORIGINS, CorsPolicy.NONE).describe()),
        onClass(
            "origins = {\"https://a.example\", CorsPolicy→.NONE}",
            "Orders, " + ProblemKind.NOT_ALONE.of(Member.ORIGINS, CorsPolicy.NONE).describe()),
        onClass(
            "origins = {\"https://a.example\", CorsPolicy→.INHERIT}",
            "Orders, " + ProblemKind.NOT_ALONE.of(Member.ORIGINS, CorsPolicy.INHERIT).describe()),
        onClass(
            "origins = \"https://a.example\", methods = {\"GET\", →\"patch\"}",
            "Orders, member methods: \"patch\""),
        onClass(
            "origins = \"https://a.example\", allowedHeaders = {\"X-A\", →\"Cookie\"}",
            "Orders, member allowedHeaders: \"Cookie\""),
        onClass(
            "origins = \"https://a.example\", allowedHeaders = {\"X-A\", →\"X-*\"}",
            "Orders, member allowedHeaders: \"X-*\""),
        onClass(
            "origins = \"https://a.example\", allowedHeaders = {\"X-A\", →\"*\"}",
            "Orders, member allowedHeaders: \"*\""),
        onClass(
            "origins = \"https://a.example\", methods = {\"GET\", →\"*\"}",
            "Orders, member methods: \"*\""),
        onClass(
            "origins = \"https://a.example\", methods = {\"GET\", →\"get\", \"${verbs:PUT}\"}",
            "Orders, member methods: \"get\""),
        onClass(
            "origins = →\"https://.*\\\\.example\\\\.com\"",
            "Orders, member origins: \"https://.*\\\\.example\\\\.com\""),
        onClass(
            "origins = →\"moz-extension://*\"", "Orders, member origins: \"moz-extension://*\""),
        onClass("origins = →\"https://xn--f\"", "Orders, member origins: \"https://xn--f\""),
        onClass(
            "origins = \"https://a.example\", exposedHeaders = {\"X-A\", →\"Set-Cookie\"}",
            "Orders, member exposedHeaders: \"Set-Cookie\""),
        onClass(
            "origins = \"https://a.example\", exposedHeaders = {\"X-A\", CorsPolicy→.DERIVED}",
            "Orders, member exposedHeaders: CorsPolicy.DERIVED"),
        onClass(
            "origins = \"https://a.example\", maxAge = →86_401", "Orders, member maxAge: 86401"),
        onClass("→\"https://a.example\"", "Orders, member value: \"https://a.example\""),
        onClass("value = →\"Public API\"", "Orders, member value: \"Public API\""),
        onClass(
            "origins = →\"https://a.example\" + \"/\"",
            "Orders, member origins: \"https://a.example/\""),
        onClass(
            "origins = {→\"https://a.example/\", →\"https://b.example/\"}, maxAge = →-2",
            "Orders, member origins: \"https://a.example/\"",
            "Orders, member origins: \"https://b.example/\"",
            "Orders, member maxAge: -2"));
  }

  static Stream<Row> sums() {
    return Stream.of(
        onClass(
            "origins = →\"*\", credentials = Credentials.ALLOW", "Orders, member origins: \"*\""),
        onClass(
            "origins = {\"https://a.example\", →\"null\"}, credentials = Credentials.ALLOW",
            "Orders, member origins: \"null\""),
        onClass(
            "origins = {\"https://a.example\", →\"file://\"}, credentials = Credentials.ALLOW",
            "Orders, member origins: \"file://\""),
        onClass(
            "origins = →\"http://a.example\", credentials = Credentials.ALLOW",
            "Orders, member origins: \"http://a.example\""),
        onClass(
            "origins = →\"https://*.github.io\", credentials = Credentials.ALLOW",
            "Orders, member origins: \"https://*.github.io\""),
        onClass(
            "origins = \"https://a.example\", exposedHeaders = →\"*\","
                + " credentials = Credentials.ALLOW",
            "Orders, member exposedHeaders: \"*\""),
        new Row(
            """
            @Path("orders")
            @CorsPolicy(credentials = Credentials.ALLOW)
            public class Orders {
              @GET @CorsPolicy(origins = →"*") public String list() { return ""; }
              @PUT @CorsPolicy(origins = "https://a.example") public void replace(String order) {}
            }
            """,
            "Orders.list, member origins: \"*\""),
        new Row(
            """
            @Path("orders")
            @CorsPolicy(origins = →"*")
            public class Orders {
              @GET @CorsPolicy(credentials = Credentials.ALLOW) public String list() { return ""; }
              @PUT public void replace(String order) {}
            }
            """,
            "Orders, member origins: \"*\""),
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
            "Base.replace, member origins: \"*\""),
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
            "Orders (@Public), member origins: \"*\""),
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
            "Orders, " + ProblemKind.CONTRADICTION.of("Left", "Right").describe()),
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
            "Orders, "
                + ProblemKind.CONTRADICTION.of("Orders (@Left)", "Orders (@Right)").describe()),
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
            "Orders.replace, member methods: {\"GET\", \"POST\"}"),
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
            "Orders.b, "
                + ProblemKind.UNEQUAL_SIBLINGS.of("GET", "/orders/{id}", "Orders.a").describe()),
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
            "Orders.helper, " + ProblemKind.NO_RESOURCE_METHOD.of().describe(),
            "Orders.hidden, " + ProblemKind.HIDDEN_RESOURCE_METHOD.of("public").describe(),
            "Orders.of, " + ProblemKind.HIDDEN_RESOURCE_METHOD.of("not static").describe(),
            "Orders.no, "
                + ProblemKind.HIDDEN_RESOURCE_METHOD.of("public, and not static").describe(),
            "Orders.locator, " + ProblemKind.NO_RESOURCE_METHOD.of().describe()));
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
            "@Shared, member origins: \"*\""),
        new Row(
            """
            @CorsPolicy(origins = →"https://a.example/")
            public interface Api {
              @GET @CorsPolicy(maxAge = →-5) String list();
              →@CorsPolicy(maxAge = 5) static void helper() {}
            }
            """,
            "Api, member origins: \"https://a.example/\"",
            "Api.list, member maxAge: -5",
            "Api.helper, " + ProblemKind.NO_RESOURCE_METHOD.of().describe()),
        new Row(
            """
            @CorsPolicy(origins = {"https://a.example", →"null"}, credentials = Credentials.ALLOW)
            public abstract class Base {
              →@CorsPolicy(origins = "*") private void helper() {}
            }
            """,
            "Base, member origins: \"null\"",
            "Base.helper, " + ProblemKind.NO_RESOURCE_METHOD.of().describe()),
        new Row(
            """
            public class Outer {
              →@CorsPolicy(origins = "*") public static final class Inner {}
              →@CorsPolicy(origins = "*") public record Pair(int a, int b) {}
              →@CorsPolicy(origins = "*") private static void helper() {}
            }
            """,
            "Inner, " + ProblemKind.NO_RESOURCE_METHOD.of().describe(),
            "Pair, " + ProblemKind.NO_RESOURCE_METHOD.of().describe(),
            "Outer.helper, " + ProblemKind.NO_RESOURCE_METHOD.of().describe()),
        new Row(
            """
            @CorsPolicy(origins = →"*", credentials = Credentials.ALLOW)
            public class App extends jakarta.ws.rs.core.Application {}
            """,
            "App, member origins: \"*\""),
        new Row(
            """
            @CorsPolicy(credentials = Credentials.ALLOW)
            public class Sub {
              @GET @CorsPolicy(origins = →"*") public String get() { return ""; }
            }
            """,
            "Sub.get, member origins: \"*\""),
        new Row(
            """
            @Path("a")
            @CorsPolicy(origins = {"${origins}", →"https://a.example/"}, methods = {"${m}", →"get"})
            public class Mixed {
              @GET public String get() { return ""; }
            }
            """,
            "Mixed, member origins: \"https://a.example/\"",
            "Mixed, member methods: \"get\""));
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
