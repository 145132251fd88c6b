package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.internal.cascade.Layer;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.NearKeys;
import dev.jaxrscors.internal.config.PolicyKeys;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds the levels of a resource method up to a policy, and says of which it is broken. */
final class Resolver {

  private final Setup setup;
  private final SourceInstances sources;

  Resolver(Setup setup, SourceInstances sources) {
    this.setup = setup;
    this.sources = sources;
  }

  AppliedPolicy resolve(LevelWalk levels) {
    return resolve(levels, setup.defaultPolicy());
  }

  /** Adds levels up below which others will come: the default policy may then not have its say. */
  AppliedPolicy resolveAlone(LevelWalk levels) {
    return resolve(levels, Optional.empty());
  }

  private AppliedPolicy resolve(LevelWalk levels, Optional<ConfiguredPolicy> outermost) {
    List<AnnotationLayer> annotations =
        levels.nearestFirst().stream().map(l -> new AnnotationLayer(l, setup, sources)).toList();
    List<Layer> layers = new ArrayList<>(annotations);
    if (layers.isEmpty() && outermost.stream().noneMatch(p -> p.declaration().hasOrigins())) {
      return AppliedPolicy.Ungoverned.RESOURCE;
    }
    outermost.ifPresent(layers::add);
    Cascade<Layer> cascade = Cascade.of(layers);
    return resolution(cascade, supplier(annotations), levels.mistakes());
  }

  /** Returns who supplies the policy that the nearest annotation with a name names. */
  private static @Nullable SuppliedPolicy supplier(List<AnnotationLayer> nearestFirst) {
    for (AnnotationLayer layer : nearestFirst) {
      if (layer.declaration().hasName()) {
        return layer.supplier();
      }
    }
    return null;
  }

  private AppliedPolicy resolution(
      Cascade<Layer> cascade, @Nullable SuppliedPolicy supplier, List<Mistake> ofLevels) {
    cascade.check(setup::problems);
    List<Mistake> mistakes = new ArrayList<>(ofLevels);
    NearKeys keys = new NearKeys(setup.settings());
    cascade
        .found()
        .forEach(found -> mistakes.add(keys.mendOrigins(found.mistake(), PolicyKeys.DEFAULT)));
    return cascade
        .policy()
        .filter(policy -> mistakes.isEmpty())
        .map(policy -> resolved(policy, cascade.provenance(), supplier))
        .orElseGet(() -> new AppliedPolicy.Broken(mistakes));
  }

  private AppliedPolicy resolved(
      Policy policy, Provenance provenance, @Nullable SuppliedPolicy supplier) {
    if (policy.isOff()) {
      return AppliedPolicy.Ungoverned.OFF;
    }
    return new AppliedPolicy.Resolved(
        sources.credentialed().watched(policy, provenance), provenance, supplier);
  }
}
