package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.PathPattern;
import dev.jaxrscors.internal.resource.PathTemplate;
import dev.jaxrscors.internal.resource.RequestPath;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.policy.HintKind;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hand-written methods for {@code OPTIONS} that no policy governs, and the paths on which
 * policies answer preflights: what is left alone has to be known before a preflight is delegated,
 * since a method that was matched as another one cannot be matched again.
 *
 * <p>A path on which any policy has a say is the policies'. Where locators lead is not known, so
 * all below one that may lead to a policy is theirs too.
 */
public final class OwnOptions {

  /** Where there is no such method, which is nearly everywhere. */
  static final OwnOptions NONE = new OwnOptions(List.of(), Set.of());

  private final Map<ResourceMethod, PathPattern> left = new LinkedHashMap<>();
  private final Map<String, PathPattern> ofPolicies = new LinkedHashMap<>();
  // By a path template: who governs there, to be named in hints.
  private final Map<String, String> governing = new LinkedHashMap<>();
  private final Set<ResourceMethod> belowLocators = new LinkedHashSet<>();

  private OwnOptions(Collection<ResourceClass> roots, Set<String> builtPaths) {
    builtPaths.forEach(path -> addAllBelow(path, "a resource built in code"));
    for (ResourceClass root : roots) {
      root.methods().forEach(method -> add(root, method));
      addLocators(root);
    }
  }

  /**
   * Returns those of an application.
   *
   * @param builtPaths the paths of resources built in code
   */
  static OwnOptions of(Collection<ResourceClass> roots, Set<String> builtPaths) {
    return roots.stream().anyMatch(OwnOptions::hasAny) ? new OwnOptions(roots, builtPaths) : NONE;
  }

  /** Reports whether a class has a method for {@code OPTIONS} that is left alone. */
  private static boolean hasAny(ResourceClass root) {
    return root.methods().stream().anyMatch(method -> isLeft(root, method))
        || !optionsBelow(root).isEmpty();
  }

  private static boolean isLeft(ResourceClass root, ResourceMethod method) {
    return isOptions(method)
        && root.applied(method.method()) == AppliedPolicy.Ungoverned.RESOURCE
        && !Modifier.isAbstract(root.type().getModifiers());
  }

  private static boolean isOptions(ResourceMethod method) {
    return method.verb().name().equals(HttpMethod.OPTIONS);
  }

  private void add(ResourceClass root, ResourceMethod method) {
    if (isLeft(root, method)) {
      left.put(method, PathPattern.exact(method.fullPath()));
    } else if (!(root.applied(method.method()) instanceof AppliedPolicy.Ungoverned)) {
      String path = method.fullPath();
      ofPolicies.computeIfAbsent(path, PathPattern::exact);
      governing.putIfAbsent(path, method.place());
    }
  }

  private void addLocators(ResourceClass root) {
    if (root.mayGovernBelow()) {
      for (Method locator : root.locators()) {
        addAllBelow(
            ClassMethods.pathOfLocator(root.type(), locator),
            LevelWalk.place(root.type()) + "." + locator.getName());
      }
    }
    belowLocators.addAll(optionsBelow(root));
  }

  private void addAllBelow(String path, String place) {
    String key = path + "/**";
    ofPolicies.put(key, PathPattern.withAllBelow(path));
    governing.putIfAbsent(key, place);
  }

  /** Returns the methods for {@code OPTIONS} of classes to which locators lead. */
  private static List<ResourceMethod> optionsBelow(ResourceClass root) {
    List<ResourceMethod> below = new ArrayList<>();
    for (Class<?> target : root.concreteTargetsBelow()) {
      if (!LevelWalk.isAnnotated(target) && !LevelWalk.isAnnotated(root.type())) {
        ClassMethods.of(target).all().stream().filter(OwnOptions::isOptions).forEach(below::add);
      }
    }
    return below;
  }

  /** Reports whether there is no method that could be left alone. */
  public boolean isEmpty() {
    return left.isEmpty();
  }

  /**
   * Reports whether a preflight is left to a method of the application: one answers {@code OPTIONS}
   * on its path, and no policy has a say there.
   */
  public boolean answer(RequestPath path) {
    try {
      return left.values().stream().anyMatch(pattern -> pattern.surelyMatches(path))
          && ofPolicies.values().stream().noneMatch(pattern -> pattern.mayMatch(path));
    } catch (StackOverflowError e) {
      // Of a regular expression of the application, on a path of an attacker: nothing is known.
      return false;
    }
  }

  /** Returns a hint for each of these methods that preflights do not reach. */
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    left.keySet().forEach(m -> inTheWay(m).ifPresent(place -> hints.add(hint(m, place))));
    belowLocators.forEach(m -> hints.add(hintBelow(m)));
    return hints;
  }

  /** Returns the hints at a class that a locator has led to, which no locator had declared. */
  List<Hint> hintsBelow(ResourceClass below) {
    return below.methods().stream()
        .filter(method -> isLeft(below, method) && !belowLocators.contains(method))
        .map(OwnOptions::hintBelow)
        .toList();
  }

  private static Hint hintBelow(ResourceMethod method) {
    return new Hint(method.place(), HintKind.OPTIONS_BELOW_LOCATOR.of(method.fullPath()));
  }

  private static Hint hint(ResourceMethod method, String place) {
    return new Hint(method.place(), HintKind.OPTIONS_BESIDE_POLICY.of(method.fullPath(), place));
  }

  /** Returns the place that governs all paths of a method, as far as templates show. */
  private Optional<String> inTheWay(ResourceMethod method) {
    String anonymous = PathTemplate.anonymous(method.fullPath());
    Optional<RequestPath> sample = sample(method.fullPath());
    return ofPolicies.entrySet().stream()
        .filter(
            e ->
                PathTemplate.anonymous(e.getKey()).equals(anonymous)
                    || sample.filter(e.getValue()::mayMatch).isPresent())
        .map(e -> governing.get(e.getKey()))
        .findFirst();
  }

  /** Returns a path that stands for all of a template; none where a parameter is not any text. */
  private static Optional<RequestPath> sample(String template) {
    String sample = template.replaceAll("\\{[^{}:]*}", "x");
    return sample.indexOf('{') < 0 ? Optional.of(RequestPath.of(sample)) : Optional.empty();
  }
}
