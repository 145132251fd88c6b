package dev.jaxrscors.internal.resource;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.ProblemKind;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The levels at which a policy may be written, nearest first, and the contradictions among them.
 *
 * <p>Both lists grow while the look-up walks outwards: method, class, parents, application.
 */
public record LevelWalk(List<Level> nearestFirst, List<Mistake> mistakes) {

  /** Of few annotation types, on very many methods. One with a policy is no class of a server. */
  private static final ClassValue<Optional<CorsPolicy>> BEHIND =
      Hierarchy.cached(type -> behind(type, new HashSet<>()));

  public LevelWalk() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  /** Returns levels to which others may be added, without adding them here. */
  LevelWalk copy() {
    return new LevelWalk(new ArrayList<>(nearestFirst), new ArrayList<>(mistakes));
  }

  /** Adds a method, those that it overrides up the superclasses, then those of interfaces. */
  public LevelWalk addMethod(Class<?> resource, Method method) {
    return addAll(
        resource,
        type ->
            Hierarchy.declared(type, method, resource)
                // A bridge repeats what stands on the method of a superclass that it calls.
                .filter(m -> !m.isBridge())
                .map(m -> levelsOf(m, place(m)))
                .orElse(List.of()));
  }

  /** Adds a class, its superclasses, then its interfaces. */
  public LevelWalk addClass(Class<?> type) {
    return addAll(type, c -> levelsOf(c, place(c)));
  }

  private LevelWalk addAll(Class<?> type, Function<Class<?>, List<Level>> levelsOf) {
    Hierarchy.superclasses(type).forEach(c -> nearestFirst.addAll(levelsOf.apply(c)));
    for (Set<Class<?>> ring : Hierarchy.interfaces(type)) {
      List<Level> equallyNear = new ArrayList<>();
      ring.forEach(i -> equallyNear.addAll(levelsOf.apply(i)));
      noteContradiction(place(type), equallyNear, List.of());
      equallyNear.stream().findFirst().ifPresent(nearestFirst::add);
    }
    return this;
  }

  private List<Level> levelsOf(AnnotatedElement element, String place) {
    List<Level> direct = direct(element, place).toList();
    List<Level> composed = composed(element, place).toList();
    noteContradiction(place, composed, direct);
    return Stream.concat(direct.stream(), composed.stream().limit(1)).toList();
  }

  private void noteContradiction(String place, List<Level> equallyNear, List<Level> besides) {
    if (equallyNear.size() < 2) {
      return;
    }
    Set<Member> settled =
        Declaration.settledBy(
            Stream.concat(nearestFirst.stream(), besides.stream()).map(Level::declaration));
    Declaration one = equallyNear.get(0).declaration();
    equallyNear.stream()
        .map(Level::declaration)
        .filter(other -> one.contradicts(other, settled))
        .map(other -> ProblemKind.CONTRADICTION.of(one.place(), other.place()))
        .forEach(contradiction -> mistakes.add(new Mistake(place, contradiction)));
  }

  private static Stream<Level> direct(AnnotatedElement element, String place) {
    return Stream.ofNullable(element.getDeclaredAnnotation(CorsPolicy.class))
        .map(policy -> Level.of(place, policy));
  }

  private static Stream<Level> composed(AnnotatedElement element, String place) {
    return Arrays.stream(element.getDeclaredAnnotations())
        .map(Annotation::annotationType)
        .flatMap(
            type ->
                BEHIND.get(type).stream()
                    .map(policy -> Level.of(place + " (@" + type.getSimpleName() + ")", policy)));
  }

  /** Returns the policy on an annotation type, or on one of its own annotations. */
  private static Optional<CorsPolicy> behind(Class<?> type, Set<Class<?>> seen) {
    if (type == CorsPolicy.class || type.getName().startsWith("java.") || !seen.add(type)) {
      return Optional.empty();
    }
    return Optional.ofNullable(type.getDeclaredAnnotation(CorsPolicy.class))
        .or(
            () ->
                Arrays.stream(type.getDeclaredAnnotations())
                    .flatMap(a -> behind(a.annotationType(), seen).stream())
                    .findFirst());
  }

  /** Returns the members that a class, or what it inherits from, sets; a name settles all. */
  static Set<Member> settledBy(Class<?> type) {
    List<Declaration> declarations =
        Hierarchy.types(type).stream()
            .flatMap(c -> Stream.concat(direct(c, ""), composed(c, "")))
            .map(Level::declaration)
            .toList();
    Set<Member> settled = Declaration.settledBy(declarations.stream());
    if (declarations.stream().anyMatch(d -> d.written().containsKey(Member.DANGEROUSLY))) {
      settled.add(Member.DANGEROUSLY);
    }
    return settled;
  }

  /** Reports whether a policy stands on any of these elements themselves. */
  public static boolean isAnyAnnotated(Collection<? extends AnnotatedElement> elements) {
    return elements.stream()
        .flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(type -> type == CorsPolicy.class || BEHIND.get(type).isPresent());
  }

  /** Reports whether a policy stands on a class, on what it inherits from, or on their methods. */
  public static boolean isAnnotated(Class<?> type) {
    List<Class<?>> types = Hierarchy.types(type);
    return isAnyAnnotated(types)
        || types.stream().anyMatch(t -> isAnyAnnotated(Arrays.asList(t.getDeclaredMethods())));
  }

  /** Returns the names of policies on a class and its methods, and on what these inherit from. */
  public static Set<String> names(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Class<?> c : Hierarchy.types(type)) {
      Stream.concat(Stream.of(c), Arrays.stream(c.getDeclaredMethods()))
          .flatMap(element -> new LevelWalk().levelsOf(element, "").stream())
          .forEach(level -> names.addAll(level.declaration().texts(Member.VALUE)));
    }
    return names;
  }

  /** Returns how a class is named in messages. */
  public static String place(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  /** Returns how a method is named in messages. */
  public static String place(Method method) {
    return place(method.getDeclaringClass()) + "." + method.getName();
  }
}
