package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.internal.cascade.Closings;
import dev.jaxrscors.internal.cascade.Layer;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.NearKeys;
import dev.jaxrscors.internal.config.PolicyKeys;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    return resolve(levels, setup::defaultPolicy);
  }

  /** Adds levels up below which others will come: the default policy may then not have its say. */
  AppliedPolicy resolveAlone(LevelWalk levels) {
    return resolve(levels, closings -> Optional.empty());
  }

  private AppliedPolicy resolve(
      LevelWalk levels, Function<Closings, Optional<ConfiguredPolicy>> outermost) {
    if (levels.nearestFirst().isEmpty()
        && outermost.apply(Closings.NONE).stream().noneMatch(p -> p.declaration().hasOrigins())) {
      return AppliedPolicy.Ungoverned.RESOURCE;
    }
    Sum sum = new Sum(levels, outermost);
    Cascade<Layer> cascade = setup.mistakes().areRefused() ? sum.closing() : sum.of(Closings.NONE);
    return resolution(cascade, supplier(sum.layers), levels.mistakes());
  }

  /** The levels of a method, added up with ever more of configuration left out. */
  private final class Sum {

    private final LevelWalk levels;
    private final Function<Closings, Optional<ConfiguredPolicy>> outermost;
    private final List<Layer> layers = new ArrayList<>();

    Sum(LevelWalk levels, Function<Closings, Optional<ConfiguredPolicy>> outermost) {
      this.levels = levels;
      this.outermost = outermost;
    }

    Cascade<Layer> closing() {
      Cascade<Layer> cascade = Cascade.closing(this::of, Resolver.this::refuse);
      List<Mistake> misspelled =
          cascade.found().stream()
              .map(Cascade.Found::mistake)
              .filter(m -> !mended(m).equals(m))
              .toList();
      if (misspelled.isEmpty()) {
        return cascade;
      }
      misspelled.forEach(Resolver.this::refuse);
      Closings nobody = Closings.NONE.with(Member.ORIGINS);
      return Cascade.closing(more -> of(nobody.with(more)), Resolver.this::refuse);
    }

    Cascade<Layer> of(Closings closings) {
      layers.clear();
      levels
          .nearestFirst()
          .forEach(l -> layers.add(new AnnotationLayer(l, setup, sources, closings)));
      outermost.apply(closings).ifPresent(layers::add);
      Cascade<Layer> cascade =
          closings.areOf(Member.ORIGINS)
              ? Cascade.ofSome(layers, EnumSet.allOf(Member.class))
              : Cascade.of(layers);
      cascade.check(setup::problems);
      return cascade;
    }
  }

  private void refuse(Mistake mistake) {
    setup.mistakes().add(mended(mistake));
  }

  private Mistake mended(Mistake mistake) {
    return new NearKeys(setup.settings()).mendOrigins(mistake, PolicyKeys.DEFAULT);
  }

  /** Returns who supplies the policy that the nearest annotation with a name names. */
  private static @Nullable SuppliedPolicy supplier(List<Layer> nearestFirst) {
    for (Layer layer : nearestFirst) {
      if (layer instanceof AnnotationLayer annotation && layer.declaration().hasName()) {
        return annotation.supplier();
      }
    }
    return null;
  }

  private AppliedPolicy resolution(
      Cascade<Layer> cascade, @Nullable SuppliedPolicy supplier, List<Mistake> ofLevels) {
    List<Mistake> mistakes = new ArrayList<>(ofLevels);
    cascade.found().forEach(found -> mistakes.add(mended(found.mistake())));
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
        sources.credentialed().watched(policy.alsoAllowing(setup.alsoAllowed()), provenance),
        provenance,
        supplier);
  }
}
