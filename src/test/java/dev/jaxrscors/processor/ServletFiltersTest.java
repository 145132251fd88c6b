package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy on a servlet filter of the library is in its place, and checked there. */
class ServletFiltersTest {

  private static final String IMPORTS =
      """
      package shop;
      import dev.jaxrscors.*;
      import dev.jaxrscors.servlet.CorsServletFilter;
      """;

  private static List<String> found(String... sources) {
    Compilation compilation = new Compilation();
    for (String source : sources) {
      compilation.source(IMPORTS + source);
    }
    return compilation.run().messages().stream().map(Compilation.Message::text).toList();
  }

  @Test
  void a_right_one_says_nothing_final_or_not() {
    assertThat(
            found(
                "@CorsPolicy(\"files\") public final class A extends CorsServletFilter {}",
                "@CorsPolicy(origins = \"https://a.example\") class B extends CorsServletFilter {}",
                "final class C extends B {}"))
        .isEmpty();
  }

  @Test
  void a_wrong_one_is_an_error_where_it_stands() {
    assertThat(
            found(
                "@CorsPolicy(origins = \"https://a.example/\")"
                    + " final class A extends CorsServletFilter {}"))
        .singleElement()
        .asString()
        .contains("A, member origins: \"https://a.example/\"");
  }

  @Test
  void what_it_adds_up_to_with_what_it_inherits_is_checked() {
    assertThat(
            found(
                "@CorsPolicy(origins = \"*\") class A extends CorsServletFilter {}",
                "@CorsPolicy(credentials = Credentials.ALLOW) final class B extends A {}"))
        .singleElement()
        .asString()
        .contains("\"*\" is prohibited with credentials");
  }

  @Test
  void one_on_a_method_of_it_governs_nothing() {
    assertThat(
            found(
                """
                @CorsPolicy("files") class A extends CorsServletFilter {
                  @CorsPolicy("files") public void run() {}
                }
                """))
        .singleElement()
        .asString()
        .contains("A.run, @CorsPolicy governs nothing here");
  }

  @Test
  void on_any_other_filter_it_governs_nothing() {
    assertThat(
            found(
                "@CorsPolicy(\"files\") final class A implements Runnable"
                    + " { public void run() {} }"))
        .singleElement()
        .asString()
        .contains("A, @CorsPolicy governs nothing here");
  }
}
