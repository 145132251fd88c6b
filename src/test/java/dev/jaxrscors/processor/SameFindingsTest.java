package dev.jaxrscors.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.deploy.DeployedFindings;
import dev.jaxrscors.processor.ClassTable.Finder;
import dev.jaxrscors.processor.ClassTable.Finding;
import dev.jaxrscors.processor.ClassTable.Row;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The compiler walks the sources of a class, the deployment its reflection; what both can know,
 * both find, in the same words.
 */
class SameFindingsTest {

  private static final String OF_APPLICATION = "? the application";

  static List<Row> rows() {
    return ClassTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void both_walks_find_the_same(Row row) throws ClassNotFoundException {
    Compilation compilation = compilation(row).run();
    Set<String> compiler = findings(compilation);
    Set<String> deployment = findings(row, classes(row, compilation));
    if (deployment.stream().anyMatch(SameFindingsTest::isMistake)) {
      // A deployment that fails gives no hints.
      compiler.removeIf(found -> !isMistake(found));
    }
    Set<String> both = without(compiler, without(compiler, deployment));
    assertFound(row, Finder.COMPILER, without(compiler, both));
    assertFound(row, Finder.DEPLOYMENT, without(deployment, both));
    assertFound(row, Finder.BOTH, both);
    boolean differ = row.findings().stream().anyMatch(f -> f.finder() != Finder.BOTH);
    assertThat(row.reasons()).as("reasons").hasSize(differ ? 1 : 0);
  }

  /** Each message is expected, and each expectation is met by a message. */
  private static void assertFound(Row row, Finder finder, Set<String> found) {
    List<Finding> expected = row.findings().stream().filter(f -> f.finder() == finder).toList();
    assertThat(found)
        .as("found by %s", finder)
        .allMatch(message -> expected.stream().anyMatch(e -> e.matches(message)));
    assertThat(expected)
        .as("found by %s: %s", finder, found)
        .allMatch(finding -> found.stream().anyMatch(finding::matches));
  }

  private static Compilation compilation(Row row) {
    return new Compilation().source(Marked.of(row.source()).source());
  }

  /** Where the processor finds mistakes, the compiler makes no classes. */
  private static List<Class<?>> classes(Row row, Compilation done) throws ClassNotFoundException {
    Compilation successful =
        done.errors().isEmpty() ? done : compilation(row).withoutProcessor().run();
    assertThat(successful.errors()).isEmpty();
    return successful.load();
  }

  private static Set<String> findings(Compilation compilation) {
    return compilation.messages().stream()
        .map(m -> (m.kind().name().equals("ERROR") ? "! " : "? ") + m.text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is hinted at the application as a whole is none of the compiler's business. */
  private static Set<String> findings(Row row, List<Class<?>> classes) {
    Optional<Class<?>> application =
        classes.stream().filter(Application.class::isAssignableFrom).findFirst();
    List<Class<?>> components =
        classes.stream()
            .filter(c -> isRoot(c) || row.registered().contains(c.getSimpleName()))
            .toList();
    DeployedFindings found = DeployedFindings.of(row.settings(), application, components);
    return Stream.concat(
            found.mistakes().stream().map("! "::concat), found.hints().stream().map("? "::concat))
        .filter(message -> !message.startsWith(OF_APPLICATION))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isRoot(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers()) && hasPath(type);
  }

  private static boolean hasPath(Class<?> type) {
    return type.isAnnotationPresent(Path.class)
        || Stream.concat(
                Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
            .anyMatch(SameFindingsTest::hasPath);
  }

  private static boolean isMistake(String found) {
    return found.startsWith("! ");
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(some);
    return left;
  }
}
