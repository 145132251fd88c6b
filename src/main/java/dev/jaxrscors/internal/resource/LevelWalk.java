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
public final class LevelWalk {

  /** The policies behind annotation types, of which there are few, on very many methods. */
  private static final ClassValue<Optional<CorsPolicy>> BEHIND =
      new ClassValue<>() {
        @Override
        protected Optional<CorsPolicy> computeValue(Class<?> type) {
          return behind(type, new HashSet<>());
        }
      };

  private final List<Level> levels = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  public List<Level> nearestFirst() {
    return levels;
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** Returns levels to which others may be added, without adding them here. */
  LevelWalk copy() {
    LevelWalk copy = new LevelWalk();
    copy.levels.addAll(levels);
    copy.mistakes.addAll(mistakes);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelWalk that
        && levels.equals(that.levels)
        && mistakes.equals(that.mistakes);
  }

  @Override
  public int hashCode() {
    return levels.hashCode();
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
    Hierarchy.superclasses(type).forEach(c -> levels.addAll(levelsOf.apply(c)));
    for (Set<Class<?>> ring : Hierarchy.interfaces(type)) {
      List<Level> equallyNear = new ArrayList<>();
      ring.forEach(i -> equallyNear.addAll(levelsOf.apply(i)));
      addEquallyNear(place(type), equallyNear);
    }
    return this;
  }

  private List<Level> levelsOf(AnnotatedElement element, String place) {
    List<Level> found = new ArrayList<>();
    CorsPolicy direct = element.getDeclaredAnnotation(CorsPolicy.class);
    if (direct != null) {
      found.add(Level.of(place, direct));
    }
    List<Level> composed = composed(element, place);
    noteContradiction(place, composed, found);
    composed.stream().findFirst().ifPresent(found::add);
    return found;
  }

  private void addEquallyNear(String place, List<Level> equallyNear) {
    noteContradiction(place, equallyNear, List.of());
    equallyNear.stream().findFirst().ifPresent(levels::add);
  }

  private void noteContradiction(String place, List<Level> equallyNear, List<Level> besides) {
    if (equallyNear.size() < 2) {
      return;
    }
    Set<Member> settled =
        Declaration.settledBy(
            Stream.concat(Level.declarations(levels), Level.declarations(besides)));
    Declaration one = equallyNear.get(0).declaration();
    Level.declarations(equallyNear)
        .filter(other -> one.contradicts(other, settled))
        .map(other -> ProblemKind.CONTRADICTION.of(one.place(), other.place()))
        .forEach(contradiction -> mistakes.add(new Mistake(place, contradiction)));
  }

  private static List<Level> composed(AnnotatedElement element, String place) {
    List<Level> found = new ArrayList<>();
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      BEHIND
          .get(type)
          .ifPresent(p -> found.add(Level.of(place + " (@" + type.getSimpleName() + ")", p)));
    }
    return found;
  }

  /** Returns the policy on an annotation type, or on one of its own annotations. */
  private static Optional<CorsPolicy> behind(Class<?> type, Set<Class<?>> seen) {
    if (type == CorsPolicy.class || type.getName().startsWith("java.") || !seen.add(type)) {
      return Optional.empty();
    }
    CorsPolicy direct = type.getDeclaredAnnotation(CorsPolicy.class);
    if (direct != null) {
      return Optional.of(direct);
    }
    for (Annotation annotation : type.getDeclaredAnnotations()) {
      Optional<CorsPolicy> found = behind(annotation.annotationType(), seen);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns what the policies on a class, or on what it inherits from, say; a name says it all. */
  static Set<Member> saidBy(Class<?> type) {
    List<Level> levels = new ArrayList<>();
    for (Class<?> c : Hierarchy.types(type)) {
      CorsPolicy direct = c.getDeclaredAnnotation(CorsPolicy.class);
      Stream.ofNullable(direct).map(d -> Level.of(place(c), d)).forEach(levels::add);
      levels.addAll(composed(c, place(c)));
    }
    Set<Member> said = Declaration.settledBy(Level.declarations(levels));
    if (Level.declarations(levels).anyMatch(d -> !d.texts(Member.DANGEROUSLY).isEmpty())) {
      said.add(Member.DANGEROUSLY);
    }
    return said;
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
