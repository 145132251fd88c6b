package dev.jaxrscors.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Checks every {@code @CorsPolicy} in the sources that are compiled: a mistake is an error, a hint
 * a warning, with the words of the deployment.
 *
 * <p>One names it in the build, in the {@code annotationProcessorPaths} of Maven or as {@code
 * annotationProcessor} of Gradle. It makes no files, claims no annotation, and reports what is
 * certain from the sources alone: placeholders, named policies and outer levels, such as the {@code
 * Application}, are left for the deployment.
 *
 * <p>It is not thread-safe: a compiler calls it in one thread.
 */
public final class CorsPolicyProcessor extends AbstractProcessor {

  private final SourceTypes sources = new SourceTypes();
  // By name, because a compiler makes new elements for each round.
  private final Set<String> unresolved = new LinkedHashSet<>();

  /** Makes the processor; called by the compiler. */
  public CorsPolicyProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Annotations.CORS_POLICY);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    List<TypeElement> types = new ArrayList<>(left());
    types.addAll(nested(ElementFilter.typesIn(round.getRootElements())));
    types.forEach(sources::add);
    Hierarchy hierarchy = new Hierarchy(processingEnv.getElementUtils());
    Report report = new Report(processingEnv.getMessager());
    for (TypeElement type : types) {
      if (round.processingOver() || isResolved(type, hierarchy)) {
        new TypeCheck(type, hierarchy, sources, report).run();
      } else {
        unresolved.add(type.getQualifiedName().toString());
      }
    }
    return false;
  }

  /** Reports whether nothing is missing that another processor may yet make. */
  private static boolean isResolved(TypeElement type, Hierarchy hierarchy) {
    return hierarchy.isResolved(type)
        && Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
            .flatMap(element -> WrittenPolicy.on(element).stream())
            .allMatch(WrittenPolicy::isResolved);
  }

  /** Returns the types that waited for what other processors make. */
  private List<TypeElement> left() {
    List<TypeElement> left =
        unresolved.stream()
            .map(name -> processingEnv.getElementUtils().getTypeElement(name))
            .filter(Objects::nonNull)
            .toList();
    unresolved.clear();
    return left;
  }

  private static List<TypeElement> nested(Collection<TypeElement> types) {
    return types.stream().flatMap(CorsPolicyProcessor::withNested).toList();
  }

  private static Stream<TypeElement> withNested(TypeElement type) {
    List<? extends Element> enclosed = type.getEnclosedElements();
    return Stream.concat(
        Stream.of(type),
        ElementFilter.typesIn(enclosed).stream().flatMap(CorsPolicyProcessor::withNested));
  }
}
