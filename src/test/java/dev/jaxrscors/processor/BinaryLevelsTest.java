package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Levels in class files: a message points to who inherits them. */
class BinaryLevelsTest {

  private static final Compilation LIBRARY =
      new Compilation()
          .withoutProcessor()
          .source(
              Marked.of(
                      """
                      public class Library {
                        @CorsPolicy(origins = "*") public abstract static class Base {}
                        @Retention(RetentionPolicy.RUNTIME)
                        @CorsPolicy(origins = "https://a.example/") public @interface Shared {}
                      }
                      """)
                  .source())
          .run();

  @Test
  void a_superclass_out_of_a_jar_is_told_of_on_the_class() {
    assertSaid(
        """
        @Path("a") public →class A extends Library.Base {
          @GET @CorsPolicy(credentials = Credentials.ALLOW) public String get() { return ""; }
        }
        """,
        "Base, member origins: \"*\"");
  }

  @Test
  void an_annotation_out_of_a_jar_is_told_of_where_it_is_used() {
    assertSaid(
        """
        @Path("a") →@Library.Shared public class A {
          @GET @CorsPolicy(maxAge = 5) public String get() { return ""; }
        }
        """,
        "A (@Shared), member origins: \"https://a.example/\"");
  }

  private static void assertSaid(String source, String message) {
    Marked marked = Marked.of(source);
    assertThat(new Compilation().against(LIBRARY).source(marked.source()).run().messages())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.kind()).hasToString("ERROR");
              assertThat(said.text()).startsWith(message);
              assertThat(said.line() + ":" + said.column()).isEqualTo(marked.places().get(0));
            });
  }
}
