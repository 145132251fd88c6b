package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.config.ConfiguredValue;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.config.KnownKeys;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.internal.runtime.CdiBeans;
import dev.jaxrscors.internal.runtime.ForeignClasses;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyHint;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Feature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what around the policies of an application is legal, and probably not what was meant. */
final class ApplicationHints {

  private static final Set<String> DEVELOPMENT = Set.of("dev", "development", "test");

  private ApplicationHints() {}

  /**
   * Returns the hints of an application.
   *
   * @param roots its root classes, with what decides about them
   */
  static List<Hint> of(
      Collection<ResourceClass> roots, Collection<Class<?>> components, Setup setup) {
    List<Hint> hints = new ArrayList<>();
    addUnknown(setup, hints);
    if (roots.stream().noneMatch(ResourceClass::hasLocators)) {
      addUnused(setup, hints);
    }
    setup.forgiven().stream().sorted(Comparator.comparing(Hint::toString)).forEach(hints::add);
    if (roots.stream().noneMatch(ResourceClass::isGoverned)) {
      return hints;
    }
    roots.forEach(root -> hints.addAll(ResourceHints.of(root)));
    components.stream()
        .filter(ApplicationHints::answersForCors)
        .forEach(c -> hints.add(hint(PolicyHint.otherFilter(c.getName()))));
    addUngoverned(roots, hints);
    if (!isDevelopment(setup)) {
      addLoopback(roots, hints);
    }
    return hints;
  }

  /** Returns the hint at errors that no resource answers, and no page can read. */
  static Hint unreadableErrors(Collection<Class<?>> components) {
    List<String> filters =
        components.stream()
            .filter(ContainerRequestFilter.class::isAssignableFrom)
            .filter(c -> c.isAnnotationPresent(PreMatching.class))
            .map(LevelWalk::place)
            .sorted()
            .toList();
    return hint(PolicyHint.unreadableErrors(filters));
  }

  private static Hint hint(PolicyHint hint) {
    return new Hint("the application", hint);
  }

  private static boolean answersForCors(Class<?> component) {
    boolean filters =
        ContainerRequestFilter.class.isAssignableFrom(component)
            || ContainerResponseFilter.class.isAssignableFrom(component)
            || Feature.class.isAssignableFrom(component);
    String name = component.getSimpleName().toLowerCase(Locale.ROOT);
    return filters
        && (name.contains("cors")
            || name.contains("crossorigin")
            || name.equals("httpmethodoverridefilter"));
  }

  private static void addUngoverned(Collection<ResourceClass> roots, List<Hint> hints) {
    List<String> ungoverned =
        roots.stream()
            .filter(root -> !root.methods().isEmpty() && !root.isGoverned() && !root.isOff())
            .map(root -> LevelWalk.place(root.type()))
            .sorted()
            .toList();
    if (!ungoverned.isEmpty()) {
      hints.add(hint(PolicyHint.noPolicyBeside(ungoverned)));
    }
  }

  private static void addLoopback(Collection<ResourceClass> roots, List<Hint> hints) {
    Set<Hint> found = new LinkedHashSet<>();
    for (ResourceClass root : roots) {
      for (ResourceMethod method : root.methods()) {
        if (root.applied(method.method()) instanceof AppliedPolicy.Governed governed) {
          Policy policy = governed.compiled().policy();
          List<String> loopback = policy.loopbackOrigins();
          if (!loopback.isEmpty()) {
            found.add(
                new Hint(
                    governed.provenance().of(Member.ORIGINS),
                    HintKind.LOOPBACK_ACTIVE.of(Quoted.list(loopback))));
          }
        }
      }
    }
    hints.addAll(found);
  }

  private static Set<String> namesOnBeans() {
    return CdiBeans.classes().stream()
        .filter(ForeignClasses::canUseLibrary)
        .flatMap(type -> LevelWalk.names(type).stream())
        .collect(Collectors.toSet());
  }

  private static boolean isDevelopment(Setup setup) {
    return setup.settings().profiles().stream().anyMatch(DEVELOPMENT::contains);
  }

  /** What configuration holds that nothing reads. */
  private static void addUnknown(Setup setup, List<Hint> hints) {
    for (ConfiguredValue unknown : KnownKeys.of(setup.settings()).unknown()) {
      hints.add(new Hint(unknown.source(), PolicyHint.unknownKey(unknown.key())));
    }
  }

  /** Where locators lead, classes are found late, and so are the names on them. */
  private static void addUnused(Setup setup, List<Hint> hints) {
    Set<String> names = setup.policies().unused();
    if (!names.isEmpty()) {
      // Another application of the same archive reads the same configuration.
      names.removeAll(namesOnBeans());
      names.removeAll(DoorNames.inUse());
    }
    names.forEach(name -> hints.add(hint(HintKind.UNUSED_POLICY.of(name))));
  }
}
