package dev.jaxrscors.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** A class as inheritance sees it: its superclasses, its interfaces, the methods it overrides. */
final class Hierarchy {

  private final Elements elements;

  Hierarchy(Elements elements) {
    this.elements = elements;
  }

  /** Returns the class, then its superclasses, nearest first, without {@code Object}. */
  List<TypeElement> superclasses(TypeElement type) {
    // A set, because sources may say that a class is its own superclass.
    Set<TypeElement> classes = new LinkedHashSet<>();
    Optional<TypeElement> next = Optional.of(type);
    while (next.isPresent() && !isObject(next.get()) && classes.add(next.get())) {
      next = element(next.get().getSuperclass());
    }
    return List.copyOf(classes);
  }

  /** Returns the interfaces of a class in rings of equal distance, nearest first. */
  List<Set<TypeElement>> interfaces(TypeElement type) {
    List<Set<TypeElement>> rings = new ArrayList<>();
    Set<TypeElement> seen = new LinkedHashSet<>();
    Set<TypeElement> visited = new LinkedHashSet<>();
    Set<TypeElement> frontier = Set.of(type);
    while (!frontier.isEmpty()) {
      Set<TypeElement> ring = new LinkedHashSet<>();
      Set<TypeElement> next = new LinkedHashSet<>();
      for (TypeElement c : frontier) {
        interfacesOf(c).filter(seen::add).forEach(ring::add);
        element(c.getSuperclass()).filter(s -> !isObject(s) && visited.add(s)).ifPresent(next::add);
      }
      next.addAll(ring);
      rings.add(ring);
      frontier = next;
    }
    return rings;
  }

  /** Returns every type that a class is, the class itself first. */
  List<TypeElement> types(TypeElement type) {
    List<TypeElement> types = new ArrayList<>(superclasses(type));
    interfaces(type).forEach(types::addAll);
    return types;
  }

  /** Reports whether every type that a class is, is known. */
  boolean isResolved(TypeElement type) {
    return types(type).stream()
        .flatMap(t -> Stream.concat(Stream.of(t.getSuperclass()), t.getInterfaces().stream()))
        .noneMatch(t -> t.getKind() == TypeKind.ERROR);
  }

  /** Reports whether a class is, or inherits from, the one of that name. */
  boolean isA(TypeElement type, String name) {
    return types(type).stream().anyMatch(t -> t.getQualifiedName().contentEquals(name));
  }

  /** Returns the methods of a class that a runtime may call, its inherited ones included. */
  List<ExecutableElement> publicMethods(TypeElement type) {
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
            .filter(m -> m.getModifiers().contains(Modifier.PUBLIC))
            .filter(m -> !m.getModifiers().contains(Modifier.STATIC))
            .filter(m -> !(m.getEnclosingElement() instanceof TypeElement t && isObject(t)))
            .toList();
    // All members hold the method of an interface beside the inherited one that implements it.
    return methods.stream()
        .filter(m -> methods.stream().noneMatch(o -> o != m && elements.overrides(o, m, type)))
        .toList();
  }

  /** Returns the method of {@code type} itself that is {@code method}, or that it overrides. */
  Optional<ExecutableElement> declared(
      TypeElement type, ExecutableElement method, TypeElement resource) {
    if (type.equals(method.getEnclosingElement())) {
      return Optional.of(method);
    }
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(m -> elements.overrides(method, m, resource))
        .findFirst();
  }

  private static Stream<TypeElement> interfacesOf(TypeElement type) {
    return type.getInterfaces().stream().flatMap(i -> element(i).stream());
  }

  private static Optional<TypeElement> element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  private static boolean isObject(TypeElement type) {
    return type.getQualifiedName().contentEquals("java.lang.Object");
  }
}
