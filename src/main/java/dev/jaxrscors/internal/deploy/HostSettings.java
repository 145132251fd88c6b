package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one deployment has read that holds on every host. */
final class HostSettings {

  private final Settings settings;
  private final long reloadNanos;
  private final boolean trustingForwarded;
  private final Set<String> ownOrigins;
  private final Map<SuppliedPolicy, Policy> supplied;
  private final List<SuppliedPolicy> suppliedOff;
  private final RefusedMistakes refused;

  /**
   * Makes them.
   *
   * @param settings the configuration
   * @param reload how often the configuration is to be read again, if ever
   * @param trustingForwarded whether there is a proxy that says what requests were sent to
   * @param ownOrigins the origins that configuration calls the server's own
   * @param supplied the policies that code supplies, as they were
   * @param refused what is wrong in configuration, and has stopped nothing
   */
  HostSettings(
      Settings settings,
      Optional<Duration> reload,
      boolean trustingForwarded,
      Set<String> ownOrigins,
      Map<SuppliedPolicy, Policy> supplied,
      RefusedMistakes refused) {
    this.refused = refused;
    this.settings = settings;
    this.reloadNanos = reload.map(Duration::toNanos).orElse(0L);
    this.trustingForwarded = trustingForwarded;
    this.ownOrigins = ownOrigins;
    this.supplied = Map.copyOf(supplied);
    this.suppliedOff =
        this.supplied.entrySet().stream()
            .filter(policy -> policy.getValue().isOff())
            .map(Map.Entry::getKey)
            .toList();
  }

  Settings settings() {
    return settings;
  }

  /** Returns how often the configuration is to be read again; 0 for never. */
  long reloadNanos() {
    return reloadNanos;
  }

  boolean trustingForwarded() {
    return trustingForwarded;
  }

  Set<String> ownOrigins() {
    return ownOrigins;
  }

  /** Returns what is wrong in configuration, and has stopped nothing. */
  RefusedMistakes refused() {
    return refused;
  }

  /** Returns who supplies a policy that is switched off. */
  List<SuppliedPolicy> suppliedOff() {
    return suppliedOff;
  }

  /** Reports whether there may be another deployment after this one. */
  boolean mayChange() {
    return reloadNanos > 0 || !supplied.isEmpty();
  }
}
