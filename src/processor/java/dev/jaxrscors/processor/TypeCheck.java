package dev.jaxrscors.processor;

import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Checks one type of the sources: the policies on it and its methods each by itself, and, if it is
 * the class of a resource, what they add up to.
 */
final class TypeCheck {

  private static final String APPLICATION = "jakarta.ws.rs.core.Application";
  private static final String SERVLET_FILTER = "dev.jaxrscors.servlet.CorsServletFilter";

  private final TypeElement type;
  private final Hierarchy hierarchy;
  private final SourceTypes sources;
  private final Report report;
  private final ClassMethods finder;
  private final List<ResourceMethod> answering;

  TypeCheck(TypeElement type, Hierarchy hierarchy, SourceTypes sources, Report report) {
    this.type = type;
    this.hierarchy = hierarchy;
    this.sources = sources;
    this.report = report;
    this.finder = new ClassMethods(type, hierarchy);
    this.answering = isConcrete() ? finder.all() : List.of();
  }

  void run() {
    List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
    Stream.concat(Stream.of(type), methods.stream()).forEach(this::checkAlone);
    ResourceCheck check = new ResourceCheck(type, answering, hierarchy, sources, report);
    check.run();
    if (isServletFilter()) {
      check.runOnClass();
    }
    if (isConcrete() && isFinal() && governsNothing()) {
      reportStray(type);
    }
    methods.stream().filter(this::isStray).forEach(this::reportStray);
  }

  private void checkAlone(Element element) {
    WrittenPolicy.on(element)
        .map(policy -> Level.direct(placeAlone(element), policy))
        .ifPresent(level -> checkAlone(element, level));
  }

  private void checkAlone(Element element, Level level) {
    // ResourceCheck reports what a resource method adds up to, and credentials only there.
    Cascade<Level> sum = isAddedUp(element) ? level.values() : Level.sum(List.of(level));
    sum.found().stream()
        .map(Cascade.Found::mistake)
        .forEach(mistake -> report.add(level.spot(mistake.problem()), mistake));
    sum.policy().stream()
        .flatMap(policy -> policy.hints().stream())
        .forEach(hint -> report.add(level.spot(hint), level.place().name(), hint));
  }

  private boolean isAddedUp(Element element) {
    return element.equals(type)
        ? !answering.isEmpty()
        : answering.stream().anyMatch(m -> m.method().equals(element));
  }

  private static String placeAlone(Element element) {
    String place = LevelWalk.place(element);
    return element.getKind() == ElementKind.ANNOTATION_TYPE ? "@" + place : place;
  }

  /** A base class, an abstract class and an interface wait for their heirs. */
  private boolean isStray(ExecutableElement method) {
    if (answering.stream().anyMatch(m -> m.method().equals(method))) {
      return false;
    }
    return method.getModifiers().contains(Modifier.PRIVATE)
        || method.getModifiers().contains(Modifier.STATIC)
        || (isConcrete() && (isFinal() || isResource() || isServletFilter()));
  }

  private void reportStray(Element element) {
    new LevelWalk(hierarchy)
        .addElement(element).nearestFirst().stream()
            .limit(1)
            .forEach(
                level ->
                    report.add(
                        new Spot.OnAnnotation(level.element(), level.mirror()),
                        LevelWalk.place(element),
                        stray(element)));
  }

  private static PolicyProblem stray(Element element) {
    boolean isPublic = element.getModifiers().contains(Modifier.PUBLIC);
    boolean isStatic = element.getModifiers().contains(Modifier.STATIC);
    if ((isPublic && !isStatic)
        || !(element instanceof ExecutableElement method && ClassMethods.isMeant(method))) {
      return ProblemKind.NO_RESOURCE_METHOD.of();
    }
    if (isPublic) {
      return ProblemKind.HIDDEN_RESOURCE_METHOD.of("not static");
    }
    return isStatic
        ? ProblemKind.HIDDEN_RESOURCE_METHOD.of("public, and not static")
        : ProblemKind.HIDDEN_RESOURCE_METHOD.of("public");
  }

  private boolean governsNothing() {
    return answering.isEmpty()
        && !finder.hasLocators()
        && !hierarchy.isA(type, APPLICATION)
        && !isServletFilter();
  }

  private boolean isServletFilter() {
    return isConcrete() && hierarchy.isA(type, SERVLET_FILTER);
  }

  private boolean isResource() {
    return !answering.isEmpty() || finder.isRoot() || finder.hasLocators();
  }

  private boolean isConcrete() {
    return type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
  }

  private boolean isFinal() {
    return type.getModifiers().contains(Modifier.FINAL);
  }
}
