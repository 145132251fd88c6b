package dev.jaxrscors.processor;

import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.resource.PathTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds the resource methods of a class, as Jakarta REST defines them: annotations are inherited
 * from overridden methods, unless the overriding one has some of its own.
 */
final class ClassMethods {

  private final TypeElement resource;
  private final Hierarchy hierarchy;

  ClassMethods(TypeElement resource, Hierarchy hierarchy) {
    this.resource = resource;
    this.hierarchy = hierarchy;
  }

  /** Returns the resource methods of the class, in a stable order. */
  List<ResourceMethod> all() {
    return hierarchy.publicMethods(resource).stream()
        .sorted(
            Comparator.comparing((ExecutableElement m) -> m.getSimpleName().toString())
                .thenComparing(ExecutableElement::toString))
        .flatMap(m -> of(m).stream())
        .toList();
  }

  boolean hasLocators() {
    return hierarchy.publicMethods(resource).stream()
        .map(this::annotated)
        .anyMatch(m -> Annotations.isPresent(m, Annotations.PATH) && verb(m).isEmpty());
  }

  boolean isRoot() {
    return hierarchy.types(resource).stream()
        .anyMatch(t -> Annotations.isPresent(t, Annotations.PATH));
  }

  private Optional<ResourceMethod> of(ExecutableElement method) {
    ExecutableElement annotated = annotated(method);
    String path = path(annotated);
    String fullPath = PathTemplate.join(pathOfClass(), path);
    return verb(annotated)
        .map(v -> new ResourceMethod(resource, method, v, PathTemplate.anonymous(path), fullPath));
  }

  /** Returns the method itself, or the first of those it overrides that Jakarta REST looks at. */
  private ExecutableElement annotated(ExecutableElement method) {
    return hierarchy.types(resource).stream()
        .flatMap(type -> hierarchy.declared(type, method, resource).stream())
        .filter(ClassMethods::hasRestAnnotation)
        .findFirst()
        .orElse(method);
  }

  private static boolean hasRestAnnotation(ExecutableElement method) {
    return Stream.concat(Stream.of(method), method.getParameters().stream())
        .flatMap(Annotations::all)
        .anyMatch(
            a -> Annotations.name(a).startsWith("jakarta.ws.rs.") || designator(a).isPresent());
  }

  /** Returns the {@code @HttpMethod} behind an annotation. */
  private static Optional<AnnotationMirror> designator(AnnotationMirror mirror) {
    return Annotations.find(Annotations.type(mirror), Annotations.HTTP_METHOD)
        .filter(designator -> Annotations.isKeptAtRunTime(Annotations.type(mirror)));
  }

  private static Optional<RequestMethod> verb(ExecutableElement annotated) {
    return designators(annotated)
        .flatMap(verb -> Stream.ofNullable(RequestMethod.parse(verb.toUpperCase(Locale.ROOT))))
        .findFirst();
  }

  /** Returns what the designators of a method say, as it is written. */
  Stream<String> written(ExecutableElement method) {
    return designators(annotated(method));
  }

  private static Stream<String> designators(ExecutableElement annotated) {
    return Annotations.all(annotated)
        .flatMap(a -> designator(a).stream())
        .flatMap(designator -> Annotations.text(designator).stream());
  }

  /** Reports whether a method would be a resource method or a locator, were it public. */
  static boolean isMeant(ExecutableElement method) {
    return designators(method).findAny().isPresent()
        || Annotations.isPresent(method, Annotations.PATH);
  }

  private String pathOfClass() {
    return hierarchy.types(resource).stream()
        .filter(t -> Annotations.isPresent(t, Annotations.PATH))
        .findFirst()
        .map(ClassMethods::path)
        .orElse("");
  }

  private static String path(Element annotated) {
    return Annotations.find(annotated, Annotations.PATH).flatMap(Annotations::text).orElse("");
  }
}
