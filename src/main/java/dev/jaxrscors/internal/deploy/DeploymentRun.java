package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.config.NamedHosts;
import dev.jaxrscors.internal.config.OwnOrigins;
import dev.jaxrscors.internal.config.Period;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.Switch;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One deployment of an application: on each of its hosts, and everything that is wrong with it. */
final class DeploymentRun {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");
  private static final Policy NOBODY = Policy.builder().origins(CorsPolicy.NONE).build();

  private final Deployer.Deployable deployable;
  private final Function<String, Deployment.Lasting> lasting;
  private final Settings settings;
  private final Function<Set<Class<?>>, Authentication> authentications;
  private final Map<SuppliedPolicy, Policy> policies = new LinkedHashMap<>();
  private final SettingMistakes mistakes = new SettingMistakes();
  private final RefusedMistakes refused = new RefusedMistakes();
  private final SettingMistakes ofSettings;
  private final boolean isOff;

  /**
   * Begins a deployment.
   *
   * @param lasting what deployments before it have left, by the name of the host
   * @param authentications finds, now and when all is registered, how the application looks at who
   *     calls it
   */
  DeploymentRun(
      Deployer.Deployable deployable,
      Function<String, Deployment.Lasting> lasting,
      Settings settings,
      Function<Set<Class<?>>, Authentication> authentications) {
    this.deployable = deployable;
    this.lasting = lasting;
    this.settings = settings;
    this.authentications = authentications;
    boolean isRefusing = mistakes.read(() -> deployable.inCode().isRefusing(settings), false);
    SettingMistakes found = isRefusing ? refused.on("") : mistakes;
    this.isOff = deployable.inCode().isOff(settings, found);
    // What is off reports its mistakes in its own way, and is stopped by none.
    this.ofSettings = isOff ? mistakes : found;
  }

  /** Takes the policy that is in force. */
  void take(SuppliedPolicy policy) {
    // Where it fails, that its name is unknown is no second mistake.
    policies.put(policy, NOBODY);
    mistakes.check(() -> policies.put(policy, policy.inForce()));
  }

  /** Takes a policy that is to replace the one in force. */
  void take(SuppliedPolicy supplied, Policy successor) {
    policies.put(supplied, successor);
  }

  /** Returns what is wrong in configuration, and grants nothing instead of stopping. */
  RefusedMistakes refused() {
    return refused;
  }

  /**
   * Deploys the application on each of its hosts.
   *
   * @param hints makes what logs the hints at all hosts without a name, and at those with one
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  HostDeployments everywhere(BiFunction<Deployment, Map<String, Deployment>, HintLog> hints) {
    Optional<Duration> reload =
        ofSettings.read(() -> Period.find(settings, "cors.reload"), Optional.empty());
    boolean trusting = Switch.TRUST_FORWARDED.read(settings, ofSettings).orElse(false);
    Set<String> own = OwnOrigins.of(settings, ofSettings);
    // A host whose name is wrong would get what all others have, which may be more.
    Map<String, String> nameByHost = NamedHosts.of(settings, mistakes);
    Optional<Deployment> others =
        mistakes.read(() -> Optional.of(on(settings, "")), Optional.empty());
    Map<String, Deployment> byName = new TreeMap<>();
    for (String name : new TreeSet<>(nameByHost.values())) {
      mistakes.check(() -> byName.put(name, onHost(name)));
    }
    if (isOff) {
      mistakes.ifAny(DeploymentRun::warn);
    } else if (!mistakes.isEmpty()) {
      mistakes.addAll(refused.all());
      mistakes.throwIfAny();
    }
    Deployment elsewhere =
        others.orElseGet(() -> Deployment.off(lasting.apply(""), authentications));
    Map<String, Deployment> byHost = new HashMap<>();
    nameByHost.forEach((host, name) -> byHost.put(host, byName.getOrDefault(name, elsewhere)));
    return new HostDeployments(
        new HostSettings(settings, reload, trusting, own, policies, refused),
        elsewhere,
        byHost,
        deployable.components(),
        hints.apply(elsewhere, byName));
  }

  private Deployment on(Settings seen, String host) {
    SettingMistakes found = ofSettings.areRefused() ? refused.on(host) : new SettingMistakes();
    Setup setup = deployable.inCode().configuredBy(seen, policies, found);
    try {
      found.throwIfAny();
      return deployable.door().isPresent()
          ? Deployment.ofDoor(setup, deployable.door().get(), lasting.apply(host), authentications)
          : Deployment.of(
              setup,
              deployable.application(),
              deployable.components(),
              lasting.apply(host),
              authentications);
    } catch (InvalidPolicyException e) {
      if (setup.isOff()) {
        warn(e);
        return Deployment.off(lasting.apply(host), authentications);
      }
      throw e;
    }
  }

  private static void warn(InvalidPolicyException mistakes) {
    LOGGER.log(
        Level.WARNING,
        "CORS is switched off, and would stop the deployment if it were on: {0}",
        mistakes.getMessage());
  }

  private Deployment onHost(String name) {
    try {
      return on(settings.forHost(name), name);
    } catch (InvalidPolicyException e) {
      throw new InvalidPolicyException(
          e.mistakes().stream()
              .map(m -> mistakes.contains(m) ? m : RefusedMistakes.onHost(name, m))
              .toList());
    }
  }
}
