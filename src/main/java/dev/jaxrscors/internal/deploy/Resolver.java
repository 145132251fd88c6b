package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.internal.cascade.Layer;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.NearKeys;
import dev.jaxrscors.internal.config.PolicyKeys;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the levels of a resource method up to a policy, and says of which it is broken. */
final class Resolver {

  private final Setup setup;
  private final SourceInstances sources;

  Resolver(Setup setup, SourceInstances sources) {
    this.setup = setup;
    this.sources = sources;
  }

  Resolution resolve(LevelWalk levels) {
    return resolve(levels, setup.defaultPolicy());
  }

  /** Adds levels up below which others will come: the default policy may then not have its say. */
  Resolution resolveAlone(LevelWalk levels) {
    return resolve(levels, Optional.empty());
  }

  private Resolution resolve(LevelWalk levels, Optional<ConfiguredPolicy> outermost) {
    List<Layer> layers = new ArrayList<>();
    levels.nearestFirst().forEach(l -> layers.add(new AnnotationLayer(l, setup, sources)));
    if (layers.isEmpty() && outermost.stream().noneMatch(p -> p.declaration().hasOrigins())) {
      return Resolution.Ungoverned.RESOURCE;
    }
    outermost.ifPresent(layers::add);
    return resolution(Cascade.of(layers), levels.mistakes());
  }

  private Resolution resolution(Cascade<Layer> cascade, List<Mistake> ofLevels) {
    if (setup.isProduction()) {
      cascade.check(Policy::problemsInProduction);
    }
    List<Mistake> mistakes = new ArrayList<>(ofLevels);
    NearKeys keys = new NearKeys(setup.settings());
    cascade
        .found()
        .forEach(found -> mistakes.add(keys.mendOrigins(found.mistake(), PolicyKeys.DEFAULT)));
    return cascade
        .policy()
        .filter(policy -> mistakes.isEmpty())
        .map(policy -> governed(policy, new Places(cascade.provenance(), stage())))
        .orElseGet(() -> new Resolution.Broken(mistakes));
  }

  private Resolution governed(Policy policy, Places places) {
    return new Resolution.Governed(sources.credentialed().watched(policy, places), places);
  }

  private Places.Stage stage() {
    return setup.isProduction() ? Places.Stage.PRODUCTION : Places.Stage.ANYWHERE;
  }
}
