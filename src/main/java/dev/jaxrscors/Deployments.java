package dev.jaxrscors;

import dev.jaxrscors.config.Setting;
import dev.jaxrscors.config.Settings;
import dev.jaxrscors.config.Sources;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Configuration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an application allows on each host that configuration names, and on all others.
 *
 * <p>Each filter of one registration holds it; a feature does not, because runtimes drop or double
 * the instances of features.
 */
final class Deployments {

  private final Deployment others;
  private final Map<String, Deployment> byHost;
  private final RequestHost requestHost;

  private Deployments(Deployment others, Map<String, Deployment> byHost, RequestHost requestHost) {
    this.others = others;
    this.byHost = byHost;
    this.requestHost = requestHost;
  }

  /**
   * Returns what an application allows, every policy of it checked.
   *
   * @param inCode the setup in code
   * @param application the class of the application, if it is known
   * @param components everything it registers
   * @param configuration where settings may stand
   * @throws dev.jaxrscors.policy.InvalidPolicyException if any policy or setting is wrong
   */
  static Deployments of(
      CorsSetup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Configuration configuration) {
    Settings settings = Settings.of(Sources.of(configuration.getProperties()));
    Deployment others = Deployment.of(inCode.configuredBy(settings), application, components);
    Map<String, Deployment> byHost = new HashMap<>();
    for (String name : list(settings, "cors.hosts")) {
      Settings own = settings.forHost(name);
      Deployment deployment = Deployment.of(inCode.configuredBy(own), application, components);
      hostNames(own, name).forEach(host -> byHost.put(host, deployment));
    }
    others.logHints(components);
    boolean trusting = settings.isOn("cors.trust-forwarded").orElse(false);
    return new Deployments(
        others, Map.copyOf(byHost), trusting ? RequestHost.FORWARDED : RequestHost.REQUESTED);
  }

  private static List<String> list(Settings settings, String key) {
    return settings.find(key).map(setting -> Settings.split(setting.text())).orElse(List.of());
  }

  private static List<String> hostNames(Settings own, String name) {
    Setting hosts =
        own.find("cors.name")
            .orElseThrow(
                () ->
                    new Setting("cors.hosts", name, "configuration")
                        .invalid(
                            "cors.host." + name + ".name has no value",
                            "set it to the host name, such as api.example.com"));
    return Settings.split(hosts.text().toLowerCase(Locale.ROOT));
  }

  /** Returns the deployment that a request is sent to. */
  Deployment on(ContainerRequestContext request) {
    return byHost.isEmpty() ? others : byHost.getOrDefault(requestHost.of(request), others);
  }

  /** Reports whether exceptions that nothing maps are to be mapped. */
  boolean mapUnhandledExceptions() {
    return others.setup().mapsUnhandledExceptions();
  }

  /**
   * Takes note of a resource class that the runtime announces.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if a policy of the class is wrong, and no
   *     request was served yet
   */
  void announce(Class<?> type) {
    others.announce(type);
    byHost.values().forEach(deployment -> deployment.announce(type));
  }
}
