package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.cascade.Closings;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.KnownKeys;
import dev.jaxrscors.internal.config.PolicyKeys;
import dev.jaxrscors.internal.config.PolicySettings;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The policies that have a name, in code, in configuration, or in both. */
final class NamedPolicies {

  private final Map<String, Policy> inCode;
  private final Map<String, SuppliedPolicy> supplied;
  private final Settings settings;
  private final SettingMistakes mistakes;
  private final Map<String, Optional<ConfiguredPolicy>> configured = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  /**
   * Makes them.
   *
   * @param mistakes where mistakes in configuration go that are to stop nothing
   */
  NamedPolicies(
      Map<String, Policy> inCode,
      Map<String, SuppliedPolicy> supplied,
      Settings settings,
      SettingMistakes mistakes) {
    this.mistakes = mistakes;
    this.inCode = Map.copyOf(inCode);
    this.supplied = Map.copyOf(supplied);
    this.settings = settings;
  }

  /**
   * Returns the policy of a name, with its places and what configuration changes about it.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if configuration makes it wrong
   */
  Optional<ConfiguredPolicy> find(String name) {
    return configured.computeIfAbsent(name, n -> read(n, Closings.NONE));
  }

  private Optional<ConfiguredPolicy> read(String name, Closings closings) {
    return PolicySettings.read(
        settings, PolicyKeys.of(name), Optional.ofNullable(inCode.get(name)), closings, mistakes);
  }

  /**
   * Returns the same to an annotation that refers to it.
   *
   * @param closings what is left out of configuration
   * @throws dev.jaxrscors.policy.InvalidPolicyException if configuration makes it wrong
   */
  Optional<ConfiguredPolicy> use(String name, Closings closings) {
    used.add(name);
    return closings.isNone() ? find(name) : read(name, closings);
  }

  /** Reports whether any may be replaced, by one that rejects perhaps. */
  boolean areSupplied() {
    return !supplied.isEmpty();
  }

  /** Returns who supplies the policy of a name; null if it never changes. */
  @Nullable SuppliedPolicy supplier(String name) {
    return supplied.get(name);
  }

  /** Returns the policies in code. */
  Map<String, Policy> inCode() {
    return inCode;
  }

  /** Returns the names that are declared anywhere. */
  Set<String> known() {
    Set<String> names = new TreeSet<>(KnownKeys.of(settings).policies());
    names.addAll(inCode.keySet());
    return names;
  }

  /** Returns the names that no annotation has referred to so far. */
  Set<String> unused() {
    Set<String> names = known();
    names.removeAll(used);
    return names;
  }

  /** Returns the names in code. */
  List<String> namesInCode() {
    return inCode.keySet().stream().sorted().toList();
  }
}
