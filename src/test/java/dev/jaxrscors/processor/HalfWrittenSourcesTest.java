package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor compiles at every keystroke: what is not there yet is the compiler's to tell. */
class HalfWrittenSourcesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@CorsPolicy(origins = Missing.ORIGIN) public class A { @GET public void get() {} }",
        "@CorsPolicy(origins = {Missing.ORIGIN, \"https://a.example\"}) public class A {}",
        "@CorsPolicy(origins = 5, maxAge = \"x\") public class A { @GET public void get() {} }",
        "@CorsPolicy(maxAge = 99999999999) public class A { @GET public void get() {} }",
        "@CorsPolicy(credentials = Credentials.ALOW) public class A { @GET public void get() {} }",
        "@CorsPolicy(originSource = Missing.class) public class A { @GET public void get() {} }",
        "@CorsPolicy(originSource = String.class) public class A { @GET public void get() {} }",
        "@CorsPolicy(dangerously = Danger.NONE) public class A { @GET public void get() {} }",
        "@CorsPolicy(orgins = \"*\") public class A { @GET public void get() {} }",
        "@CorsPolicy(origins = \"*\") public class A extends Missing implements Absent {}",
        "@CorsPolicy(origins = \"*\") public class A extends A { @GET public void get() {} }",
        "@CorsPolicy(origins = \"*\") public interface A extends B {} interface B extends A {}",
        "@CorsPolicy @Missing public class A { @GET @Absent public Gone get(Gone g) {} }",
        "@CorsPolicy(origins = \"*\") @CorsPolicy(origins = \"*\") public class A {}",
        "@CorsPolicy public class A { @GET public void get() {} @GET public void get() {} }",
        "@CorsPolicy @Path(Missing.PATH) public class A { @GET public void get() {} }",
        "@CorsPolicy public class A { @Verb public void get() {} } @HttpMethod @interface Verb {}",
        "@CorsPolicy(origins = ) public class A {",
        "@Loop public class A { @GET public void get() {} } @Pool @interface Loop {}"
            + " @Loop @CorsPolicy(maxAge = Missing.X) @interface Pool {}",
      })
  void the_compiler_complains_and_the_processor_neither_does_nor_fails(String source) {
    List<Compilation.Message> with =
        new Compilation().source(Marked.of(source).source()).run().errors();
    List<Compilation.Message> without =
        new Compilation().source(Marked.of(source).source()).withoutProcessor().run().errors();
    assertThat(without).isNotEmpty();
    assertThat(with).isNotEmpty().allSatisfy(m -> assertThat(m.text()).doesNotContain(", member"));
  }

  @Test
  void a_mistake_is_told_although_the_next_line_does_not_compile() {
    String source =
        """
        @Path("a") @CorsPolicy(origins = {Missing.ORIGIN, "https://a.example/"})
        public class A { @GET public Missing get() {} }
        """;
    assertThat(new Compilation().source(Marked.of(source).source()).run().errors())
        .anySatisfy(
            m -> assertThat(m.text()).contains("A, member origins: \"https://a.example/\""));
  }

  @Test
  void a_superclass_that_another_processor_makes_is_waited_for() {
    String source =
        """
        @Path("a") @CorsPolicy(origins = "*")
        public class A extends Made {}
        """;
    Compilation compilation =
        new Compilation().source(Marked.of(source).source()).alsoWith(new Maker()).run();
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(m -> assertThat(m.text()).startsWith("A, member origins: \"*\""));
  }

  @Test
  void a_constant_that_another_processor_makes_is_waited_for() {
    String source = "@CorsPolicy(origins = Made.ORIGIN) public class A {}";
    Compilation compilation =
        new Compilation().source(Marked.of(source).source()).alsoWith(new Maker()).run();
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            m -> assertThat(m.text()).startsWith("A, member origins: \"https://made.example/\""));
  }

  /** Makes a superclass in the first round. */
  private static final class Maker extends AbstractProcessor {
    private boolean made;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!made) {
        made = true;
        try (Writer file = processingEnv.getFiler().createSourceFile("shop.Made").openWriter()) {
          file.write(
              Marked.of(
                      """
                      public class Made {
                        static final String ORIGIN = "https://made.example/";
                        @GET @CorsPolicy(credentials = Credentials.ALLOW)
                        public String get() { return ""; }
                      }
                      """)
                  .source());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
