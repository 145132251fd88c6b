package dev.jaxrscors.processor;

import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The levels at which a policy may be written, nearest first, and the contradictions among them, as
 * far as the class and what it inherits from: what is further out is known to the deployment.
 */
final class LevelWalk {

  /**
   * Levels that are equally near and differ.
   *
   * @param place what inherits or has both
   */
  record Clash(String place, Level one, Level other) {
    PolicyProblem problem() {
      return ProblemKind.CONTRADICTION.of(one.place().name(), other.place().name());
    }
  }

  private final Hierarchy hierarchy;
  private final List<Level> levels = new ArrayList<>();
  private final List<Clash> clashes = new ArrayList<>();

  LevelWalk(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  List<Level> nearestFirst() {
    return levels;
  }

  List<Clash> clashes() {
    return clashes;
  }

  /** Adds a method, those that it overrides up the superclasses, then those of interfaces. */
  LevelWalk addMethod(TypeElement resource, ExecutableElement method) {
    return addAll(
        resource,
        type ->
            hierarchy
                .declared(type, method, resource)
                .map(m -> levelsOf(m, place(m)))
                .orElse(List.of()));
  }

  /** Adds a class, its superclasses, then its interfaces. */
  LevelWalk addClass(TypeElement type) {
    return addAll(type, c -> levelsOf(c, place(c)));
  }

  /** Adds what stands on one element itself. */
  LevelWalk addElement(Element element) {
    levels.addAll(levelsOf(element, place(element)));
    return this;
  }

  private LevelWalk addAll(TypeElement type, Function<TypeElement, List<Level>> levelsOf) {
    hierarchy.superclasses(type).forEach(c -> levels.addAll(levelsOf.apply(c)));
    for (Set<TypeElement> ring : hierarchy.interfaces(type)) {
      List<Level> equallyNear = new ArrayList<>();
      ring.forEach(i -> equallyNear.addAll(levelsOf.apply(i)));
      noteClashes(place(type), equallyNear, List.of());
      equallyNear.stream().findFirst().ifPresent(levels::add);
    }
    return this;
  }

  private List<Level> levelsOf(Element element, String place) {
    List<Level> found = new ArrayList<>();
    WrittenPolicy.on(element).ifPresent(policy -> found.add(Level.direct(place, policy)));
    List<Level> composed = composed(element, place);
    noteClashes(place, composed, found);
    composed.stream().findFirst().ifPresent(found::add);
    return found;
  }

  private void noteClashes(String place, List<Level> equallyNear, List<Level> besides) {
    Set<Member> settled =
        Declaration.settledBy(
            Stream.concat(levels.stream(), besides.stream()).map(Level::declaration));
    for (Level other : equallyNear) {
      Level one = equallyNear.get(0);
      if (one.declaration().contradicts(other.declaration(), settled)) {
        clashes.add(new Clash(place, one, other));
      }
    }
  }

  private static List<Level> composed(Element element, String place) {
    List<Level> found = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      Element type = Annotations.type(mirror);
      String composed = place + " (@" + type.getSimpleName() + ")";
      behind(mirror, new HashSet<>())
          .ifPresent(policy -> found.add(Level.of(composed, element, mirror, policy)));
    }
    return found;
  }

  /** Returns the policy on an annotation type, or on one of its own annotations. */
  private static Optional<WrittenPolicy> behind(AnnotationMirror mirror, Set<String> seen) {
    String name = Annotations.name(mirror);
    Element type = Annotations.type(mirror);
    if (name.equals(Annotations.CORS_POLICY) || name.startsWith("java.") || !seen.add(name)) {
      return Optional.empty();
    }
    if (!Annotations.isKeptAtRunTime(type)) {
      return Optional.empty();
    }
    return WrittenPolicy.on(type)
        .or(() -> Annotations.all(type).flatMap(a -> behind(a, seen).stream()).findFirst());
  }

  /** Returns how a class, method or annotation is named in messages. */
  static String place(Element element) {
    return element instanceof ExecutableElement
            && element.getEnclosingElement() instanceof TypeElement type
        ? type.getSimpleName() + "." + element.getSimpleName()
        : element.getSimpleName().toString();
  }
}
