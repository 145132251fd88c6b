package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.runtime.ForeignClasses;
import dev.jaxrscors.policy.PolicyHint;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Logs the hints at an application once, as soon as its classes are known: when it is deployed,
 * where the runtime lists them then; else before its first request, since what was announced until
 * then is all.
 *
 * <p>An application of the server's own gets none.
 */
final class HintLog {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** How many places a line names, before it counts the others. */
  private static final int MOST_NAMED = 3;

  private final Deployment others;
  private final Map<String, Deployment> byName;
  private final Set<Class<?>> classes;
  private final Set<String> linesLogged;
  private final PolicyLog policies;
  private boolean logged;

  /**
   * Makes what logs the hints.
   *
   * @param others the deployment on all hosts without a name
   * @param byName those on the hosts that configuration names
   * @param components what the application is known to register so far
   * @param linesLogged the lines that deployments before this one have logged
   * @param policies logs the policies in force, which are known at the same time
   */
  HintLog(
      Deployment others,
      Map<String, Deployment> byName,
      Collection<Class<?>> components,
      Set<String> linesLogged,
      PolicyLog policies) {
    this.others = others;
    this.byName = byName;
    this.classes = new LinkedHashSet<>(components);
    this.linesLogged = linesLogged;
    this.policies = policies;
  }

  /** Takes note of a class that the runtime announces. */
  synchronized void announce(Class<?> type) {
    if (!logged) {
      classes.add(Hierarchy.unproxied(type));
    }
  }

  /** Logs the hints if the runtime has listed the resources of the application. */
  synchronized void logIfListed() {
    if (hasResources()) {
      log();
    }
  }

  /** Logs the hints unless that was done, or this is no application of the user's. */
  synchronized void log() {
    if (logged) {
      return;
    }
    logged = true;
    if (hasResources()) {
      logAll(classes.stream().filter(HintLog::isNoResourceOfTheServer).toList());
    }
    classes.clear();
  }

  private boolean hasResources() {
    return others.door().policy() != null
        || classes.stream()
            .anyMatch(
                type ->
                    ForeignClasses.canUseLibrary(type)
                        && (ClassMethods.isRoot(type) || LevelWalk.isAnnotated(type)));
  }

  private static boolean isNoResourceOfTheServer(Class<?> type) {
    return !ClassMethods.isRoot(type) || ForeignClasses.canUseLibrary(type);
  }

  private void logPolicies(List<Class<?>> known) {
    List<String> everywhere = others.policyLines(known, "");
    List<String> lines = new ArrayList<>(everywhere);
    byName.forEach(
        (name, deployment) -> {
          String on = " on host " + name;
          deployment.policyLines(known, on).stream()
              .filter(line -> !everywhere.contains(line.replaceFirst(on, "")))
              .forEach(lines::add);
        });
    policies.log(lines);
  }

  private void logAll(List<Class<?>> known) {
    logPolicies(known);
    List<Hint> everywhere = others.hints(known);
    lines(everywhere).forEach(line -> log("CORS hint: " + line));
    byName.forEach(
        (name, deployment) -> {
          List<Hint> here = new ArrayList<>(deployment.hints(known));
          here.removeAll(everywhere);
          lines(here).forEach(line -> log("CORS hint for host " + name + ": " + line));
        });
  }

  /** Some loggers name the method that logs: not a lambda. */
  private void log(String line) {
    if (linesLogged.add(line)) {
      LOGGER.log(Level.INFO, line);
    }
  }

  /** Returns a line for each hint: the same one at many places is one. */
  static List<String> lines(Collection<Hint> hints) {
    Map<PolicyHint, Set<String>> places = new LinkedHashMap<>();
    for (Hint hint : hints) {
      places.computeIfAbsent(hint.hint(), h -> new LinkedHashSet<>()).add(hint.place());
    }
    List<String> lines = new ArrayList<>();
    places.forEach((hint, at) -> lines.add(new Hint(named(List.copyOf(at)), hint).toString()));
    return lines;
  }

  private static String named(List<String> places) {
    int more = places.size() - MOST_NAMED;
    return more <= 1
        ? String.join(", ", places)
        : String.join(", ", places.subList(0, MOST_NAMED)) + " and " + more + " more";
  }
}
