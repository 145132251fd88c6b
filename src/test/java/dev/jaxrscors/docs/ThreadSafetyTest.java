package dev.jaxrscors.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever uses a type of the API reads in its own documentation whether threads may share it. */
class ThreadSafetyTest {

  /** What needs no word: constants are one for all threads, an exception is of the one it ends. */
  private static final Set<Tree.Kind> SHARED_BY_NATURE =
      Set.of(Tree.Kind.ANNOTATION_TYPE, Tree.Kind.ENUM);

  private static final Pattern SAYS_SO = Pattern.compile("\\b(immutable|thread-safe)\\b");

  @ParameterizedTest
  @CsvSource({"src/main/java, 50", "src/testing/java, 13", "src/processor/java, 1"})
  void every_public_type_says_whether_threads_may_share_it(Path sources, int atLeast)
      throws IOException {
    Map<String, String> documented = publicTypes(sources);
    assertThat(documented).hasSizeGreaterThanOrEqualTo(atLeast);
    documented.values().removeIf(words -> SAYS_SO.matcher(words).find());
    assertThat(documented.keySet()).as("types that say nothing of it").isEmpty();
  }

  private static Map<String, String> publicTypes(Path sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(in(sources)));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      Set<String> exported = exportedBy(units);
      PublicTypes types = new PublicTypes(DocTrees.instance(task));
      units.stream()
          .filter(unit -> exported.isEmpty() || exported.contains(packageOf(unit)))
          .forEach(unit -> types.scan(unit, null));
      return types.documented;
    }
  }

  private static List<Path> in(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Returns the packages that a module exports; none where there is no module. */
  private static Set<String> exportedBy(List<CompilationUnitTree> units) {
    return units.stream()
        .map(CompilationUnitTree::getModule)
        .filter(Objects::nonNull)
        .flatMap(module -> module.getDirectives().stream())
        .filter(ExportsTree.class::isInstance)
        .map(ExportsTree.class::cast)
        .filter(exports -> exports.getModuleNames() == null)
        .map(exports -> exports.getPackageName().toString())
        .collect(Collectors.toSet());
  }

  private static String packageOf(CompilationUnitTree unit) {
    return Objects.toString(unit.getPackageName(), "");
  }

  /** Collects public types, the nested ones too, each with its documentation. */
  private static final class PublicTypes extends TreePathScanner<Void, Void> {
    private final Map<String, String> documented = new LinkedHashMap<>();
    private final DocTrees docs;

    PublicTypes(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type)) {
        return null;
      }
      if (!isSharedByNature(type)) {
        documented.put(
            getCurrentPath().getCompilationUnit().getSourceFile().getName()
                + ": "
                + type.getSimpleName(),
            Objects.toString(docs.getDocComment(getCurrentPath()), ""));
      }
      return super.visitClass(type, null);
    }

    private boolean isPublic(ClassTree type) {
      return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
          || getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
    }

    private static boolean isSharedByNature(ClassTree type) {
      return SHARED_BY_NATURE.contains(type.getKind())
          || type.getSimpleName().toString().endsWith("Exception");
    }
  }
}
