package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is legal, or may yet be: the processor keeps silent. */
class LegalSourcesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origins = \"https://app.example.com\"",
        "origins = {\"https://*.example.org\", \"http://localhost:*\"},"
            + " credentials = Credentials.ALLOW",
        "origins = \"*\"",
        "origins = \"null\"",
        "origins = CorsPolicy.NONE, refusal = Refusal.REJECT",
        "origins = \"http://a.example\", credentials = Credentials.ALLOW,"
            + " dangerously = Danger.INSECURE_ORIGINS",
        "origins = \"https://*.github.io\", credentials = Credentials.ALLOW,"
            + " dangerously = {Danger.INSECURE_ORIGINS, Danger.PUBLIC_SUFFIXES}",
        "origins = \"https://a.example\", allowedHeaders = {CorsPolicy.DERIVED, \"X-Trace\"}",
        "origins = \"https://a.example\", allowedHeaders = {\"*\", \"Authorization\"}",
        "origins = \"https://a.example\", exposedHeaders = CorsPolicy.NONE, maxAge ="
            + " CorsPolicy.BROWSER_DEFAULT",
        "maxAge = CorsPolicy.INHERIT_MAX_AGE, origins = CorsPolicy.INHERIT",
        "credentials = Credentials.ALLOW",
        "value = \"public-api-2\", credentials = Credentials.ALLOW",
        "value = \"mobile\", dangerously = Danger.LOOPBACK_ORIGINS",
        "\"${shop.policy}\"",
        "origins = \"${shop.origins}\", credentials = Credentials.ALLOW",
        "origins = {\"${shop.origins:https://a.example}\", \"https://b.example\"}",
        "origins = \"https://a.example\", methods = \"${shop.methods}\"",
        "origins = \"https://a.example\", allowedHeaders = \"${shop.in}\","
            + " exposedHeaders = \"${shop.out}\"",
        "",
      })
  void the_members_of_a_legal_policy_say_nothing(String members) {
    assertSilent(
        """
        @Path("orders") @CorsPolicy(%s)
        public class Orders {
          @GET public String list() { return ""; }
        }
        """
            .formatted(members));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The method takes back what would not go with the credentials of the class.
        """
        @Path("a") @CorsPolicy(origins = "https://a.example", credentials = Credentials.ALLOW)
        public class A {
          @GET @CorsPolicy(origins = "*", credentials = Credentials.REFUSE)
          public String get() { return ""; }
        }
        """,
        // A class may correct what it inherits.
        """
        @Path("a") @CorsPolicy(origins = "https://a.example")
        public class A extends Base {}
        @CorsPolicy(origins = "*") abstract class Base {
          @GET @CorsPolicy(credentials = Credentials.ALLOW) public String get() { return ""; }
        }
        """,
        // Inner levels of a named policy, not the outer ones, go with it.
        """
        @Path("a") @CorsPolicy(origins = "*")
        public class A {
          @GET @CorsPolicy(value = "partners", credentials = Credentials.ALLOW)
          public String get() { return ""; }
        }
        """,
        // A subclass, or who implements the interface, may bring the verb.
        """
        public interface Api { @CorsPolicy(origins = "*") String get(); }
        class Base { @CorsPolicy(origins = "*") public String get() { return ""; } }
        @CorsPolicy(origins = "*") class Marked {}
        @Path("a") class A extends Base implements Api {
          @Override @GET public String get() { return ""; }
        }
        """,
        // The verb is declared by the interface alone.
        """
        @Path("a") public class A implements Api {
          @Override @CorsPolicy(origins = "*") public String get() { return ""; }
        }
        interface Api { @GET String get(); }
        """,
        // The Application may say what one of the siblings leaves unsaid.
        """
        @Path("a") public class A {
          @GET @Produces("text/csv") @CorsPolicy(origins = "*") public String a() { return ""; }
          @GET @Produces("text/html") public String b() { return ""; }
        }
        """,
        // Two siblings that say the same in different words.
        """
        @Path("a") @CorsPolicy(origins = {"https://a.example", "https://b.example"})
        public class A {
          @GET @Produces("text/csv") public String a() { return ""; }
          @GET @Produces("text/html")
          @CorsPolicy(origins = {"https://b.example", "https://a.example"})
          public String b() { return ""; }
        }
        """,
        // An Application, and final classes whose locators lead to what they govern.
        """
        @CorsPolicy(origins = "*")
        public final class App extends jakarta.ws.rs.core.Application {}
        @CorsPolicy(origins = "*") final class Sub {
          @Path("x") public Object next() { return this; }
        }
        """,
        // What is not kept at run time, the deployment does not see.
        """
        @Path("a") @Left @Right public class A { @GET public String get() { return ""; } }
        @CorsPolicy(origins = "https://left.example") @interface Left {}
        @CorsPolicy(origins = "https://right.example") @interface Right {}
        """,
        // A verb of one's own, an origin source, a list that a nearer level widens.
        """
        @Path("a") @CorsPolicy(originSource = Tenants.class, methods = "*")
        public class A {
          @Lock @CorsPolicy(methods = {"LOCK"}) public void lock() {}
          @GET @CorsPolicy(methods = "GET") public String get() { return ""; }
        }
        @HttpMethod("LOCK") @Retention(RetentionPolicy.RUNTIME) @interface Lock {}
        abstract class Tenants implements OriginSource {}
        """,
        // Interfaces that differ in what the class says itself.
        """
        @Path("a") @CorsPolicy(origins = "https://a.example", dangerously = {})
        public class A implements Left, Right { @GET public String get() { return ""; } }
        @CorsPolicy(origins = "https://left.example", maxAge = 5) interface Left {}
        @CorsPolicy(origins = "https://right.example", maxAge = 5) interface Right {}
        """,
        // Interfaces that agree, one met twice.
        """
        @Path("a") public class A extends B implements Left, Right {}
        class B implements Left { @GET public String get() { return ""; } }
        @CorsPolicy(origins = "*") interface Left {}
        @CorsPolicy(origins = "*") interface Right extends Left {}
        """,
      })
  void what_a_further_level_may_mend_is_left_for_the_deployment(String source) {
    assertSilent(source);
  }

  private static void assertSilent(String source) {
    Compilation compilation =
        new Compilation()
            .source(Marked.of(source).source())
            .options("-Xlint:all,-processing", "-Werror");
    assertThat(compilation.run().messages()).isEmpty();
  }

  @Test
  void the_lint_of_processing_shows_nothing_but_what_no_processor_claims() {
    String source = Marked.of("@CorsPolicy(origins = \"*\") public interface Api {}").source();
    assertThat(new Compilation().source(source).options("-Xlint:processing").run().messages())
        .extracting(Compilation.Message::text)
        .containsExactly(
            "No processor claimed any of these annotations: /dev.jaxrscors.CorsPolicy");
  }

  @Test
  void a_source_without_policies_does_not_wake_the_processor() {
    String source = Marked.of("@Path(\"a\") public class A { @GET public void get() {} }").source();
    assertThat(new Compilation().source(source).options("-Xlint:processing").run().messages())
        .extracting(Compilation.Message::text)
        .allMatch(text -> text.startsWith("No processor claimed any of these annotations"));
  }
}
