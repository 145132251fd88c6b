package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.policy.InvalidPolicyException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deployment finds in classes, in sentences.
 *
 * @param mistakes what stops it
 * @param hints what does not; empty if there are mistakes
 */
public record DeployedFindings(List<String> mistakes, List<String> hints) {

  /** Deploys an application with these settings. */
  public static DeployedFindings of(
      Map<String, String> settings,
      Optional<Class<?>> application,
      Collection<Class<?>> components) {
    Settings found = Settings.of(List.of(StandardSources.properties("a test", settings)));
    try {
      Setup setup = Setup.EMPTY.configuredBy(found);
      Deployment deployment = Deployed.of(setup, application, components);
      return new DeployedFindings(List.of(), sentences(deployment.hints(components)));
    } catch (InvalidPolicyException e) {
      return new DeployedFindings(sentences(e.mistakes()), List.of());
    }
  }

  private static List<String> sentences(Collection<?> found) {
    return found.stream().map(Object::toString).distinct().toList();
  }
}
