package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.NamedHosts;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An application to be looked at: what it allows on each of its hosts, and every mistake in its
 * policies. One with mistakes would not deploy; what can be told of it is told.
 *
 * @param mistakes what would stop the deployment
 * @param hosts those that configuration names, after all others
 */
public record Survey(List<Mistake> mistakes, List<SurveyedHost> hosts) {

  /**
   * Looks at an application that is not deployed.
   *
   * @param application the class of the application, if it is known
   * @param properties the application's properties, where settings may stand
   */
  public static Survey of(
      Setup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Map<String, Object> properties) {
    try {
      return new Deployer(
              inCode,
              application,
              components,
              () -> Deployer.configuration(properties),
              filters -> authentication(application, components))
          .deploy()
          .survey();
    } catch (InvalidPolicyException e) {
      return ofMistaken(e.mistakes(), inCode, application, components, properties);
    }
  }

  private static Authentication authentication(
      Optional<Class<?>> application, Collection<Class<?>> components) {
    return Authentication.of(components, type -> Optional.empty(), application);
  }

  static Survey of(
      List<Mistake> mistakes,
      Deployment others,
      Map<String, Deployment> byHost,
      Collection<Class<?>> components) {
    List<SurveyedHost> hosts = new ArrayList<>();
    hosts.add(new SurveyedHost(List.of(), others, components));
    Map<String, Deployment> sorted = new TreeMap<>(byHost);
    List<Deployment> seen = new ArrayList<>();
    sorted
        .values()
        .forEach(
            deployment -> {
              if (!seen.contains(deployment)) {
                seen.add(deployment);
                hosts.add(new SurveyedHost(namesOf(deployment, sorted), deployment, components));
              }
            });
    return new Survey(mistakes, hosts);
  }

  private static List<String> namesOf(Deployment deployment, Map<String, Deployment> byHost) {
    return byHost.entrySet().stream()
        .filter(entry -> entry.getValue() == deployment)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Survey ofMistaken(
      List<Mistake> mistakes,
      Setup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Map<String, Object> properties) {
    Settings settings = Deployer.configuration(properties);
    SettingMistakes known = new SettingMistakes();
    Function<Settings, Optional<Deployment>> on =
        seen ->
            known.read(
                () ->
                    Optional.of(
                        Deployment.unchecked(
                            inCode.configuredBy(seen),
                            application,
                            components,
                            filters -> authentication(application, components))),
                Optional.empty());
    Optional<Deployment> others = on.apply(settings);
    if (others.isEmpty()) {
      return new Survey(mistakes, List.of());
    }
    Map<String, Deployment> byHost = new TreeMap<>();
    known
        .read(() -> NamedHosts.of(settings), Map.<String, String>of())
        .forEach(
            (host, name) -> on.apply(settings.forHost(name)).ifPresent(d -> byHost.put(host, d)));
    return of(mistakes, others.orElseThrow(), byHost, components);
  }
}
