package dev.jaxrscors;

import dev.jaxrscors.config.ConfiguredPolicy;
import dev.jaxrscors.config.NearKeys;
import dev.jaxrscors.config.Placeholders;
import dev.jaxrscors.config.PolicyKeys;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Adds the levels of a resource method up to a policy: each member from the nearest level that sets
 * it.
 */
final class Resolver {

  private static final ConfiguredPolicy UNKNOWN =
      new ConfiguredPolicy(Policy.builder().origins(CorsPolicy.NONE).build(), Map.of(), List.of());

  private final CorsSetup setup;
  private final OriginSources sources;
  private final Placeholders placeholders;

  Resolver(CorsSetup setup, OriginSources sources) {
    this.setup = setup;
    this.sources = sources;
    this.placeholders = new Placeholders(setup.settings());
  }

  Resolution resolve(Levels levels) {
    return resolve(levels, setup.configuredDefault());
  }

  /** Adds levels up below which others will come: the default policy may then not have its say. */
  Resolution resolveAlone(Levels levels) {
    return resolve(levels, Optional.empty());
  }

  private Resolution resolve(Levels levels, Optional<ConfiguredPolicy> outermost) {
    List<Level> nearestFirst = levels.nearestFirst();
    if (nearestFirst.isEmpty() && outermost.stream().noneMatch(Resolver::bringsOrigins)) {
      return Resolution.Ungoverned.RESOURCE;
    }
    Sum sum = new Sum();
    sum.mistakes.addAll(levels.mistakes());
    sum.addAll(nearestFirst, outermost);
    return sum.result(nearest(nearestFirst));
  }

  private static Place nearest(List<Level> nearestFirst) {
    return nearestFirst.isEmpty()
        ? new Place.Code("the default policy", List.of())
        : new Place.Annotation(nearestFirst.get(0).place(), List.of());
  }

  private static boolean bringsOrigins(ConfiguredPolicy outer) {
    return outer.policy().sets(Member.ORIGINS);
  }

  /** One addition, from the nearest level outwards. */
  private final class Sum {

    private final Policy.Builder builder = Policy.builder();
    // In the order of the levels, nearest first.
    private final Map<Member, Place> places = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final AnnotationLists lists = new AnnotationLists(setup, mistakes);

    void addAll(List<Level> nearestFirst, Optional<ConfiguredPolicy> outermost) {
      for (Level level : nearestFirst) {
        add(level);
        if (level.hasName()) {
          ConfiguredPolicy named = named(level);
          addOuter(named);
          if (level.equals(nearestFirst.get(0))) {
            named.places().forEach(places::putIfAbsent);
          }
          return;
        }
      }
      outermost.ifPresent(this::addOuter);
      if (nearestFirst.isEmpty()) {
        outermost.ifPresent(outer -> outer.places().forEach(places::putIfAbsent));
      }
    }

    /** Adds a policy that is not written here; what nobody sets would be written here. */
    private void addOuter(ConfiguredPolicy outer) {
      builder.orElse(outer.policy());
      outer
          .places()
          .forEach(
              (member, place) -> {
                if (outer.policy().sets(member)) {
                  places.putIfAbsent(member, place);
                }
              });
    }

    private void add(Level level) {
      CorsPolicy annotation = level.annotation();
      addOrigins(level);
      addStrings(level, Member.METHODS, annotation.methods(), builder::methods);
      addStrings(
          level, Member.ALLOWED_HEADERS, annotation.allowedHeaders(), builder::allowedHeaders);
      addStrings(
          level, Member.EXPOSED_HEADERS, annotation.exposedHeaders(), builder::exposedHeaders);
      addCredentials(level);
      if (annotation.maxAge() != CorsPolicy.INHERIT_MAX_AGE && take(level, Member.MAX_AGE)) {
        builder.maxAge(annotation.maxAge());
      }
      addRefusal(level);
    }

    private void addOrigins(Level level) {
      CorsPolicy annotation = level.annotation();
      if (!level.hasOrigins()) {
        addDangers(level);
        return;
      }
      if (!take(level, Member.ORIGINS, annotation.origins())) {
        return;
      }
      if (Level.isSet(annotation.origins())) {
        String[] origins = lists.values(level, Member.ORIGINS, annotation.origins());
        boolean unresolved = origins.length == 0 && annotation.origins().length > 0;
        builder.origins(unresolved ? new String[] {CorsPolicy.NONE} : origins);
      }
      if (level.hasSource()) {
        builder.originSource(source(level));
      }
      builder.dangerously(annotation.dangerously());
    }

    /** One check may be set aside for origins that are written elsewhere: see {@link Danger}. */
    private void addDangers(Level level) {
      Set<Danger> dangers = EnumSet.noneOf(Danger.class);
      dangers.addAll(Arrays.asList(level.annotation().dangerously()));
      if (level.hasName() && dangers.remove(Danger.LOOPBACK_ORIGINS)) {
        if (!places.containsKey(Member.ORIGINS)) {
          builder.dangerously(Danger.LOOPBACK_ORIGINS);
        }
      }
      if (!dangers.isEmpty()) {
        mistakes.add(new Mistake(level.place(), new PolicyProblem.DangerWithoutOrigins()));
      }
    }

    private OriginSource source(Level level) {
      try {
        return sources.get(level.annotation().originSource());
      } catch (OriginSources.UnusableException e) {
        mistakes.add(new Mistake(level.place(), e.problem()));
        return (origin, target) -> false;
      }
    }

    private void addStrings(
        Level level, Member member, String[] values, Consumer<String[]> setter) {
      if (Level.isSet(values) && take(level, member, values)) {
        String[] written = lists.values(level, member, values);
        if (written.length > 0 || values.length == 0) {
          setter.accept(written);
        }
      }
    }

    private void addCredentials(Level level) {
      Credentials credentials = level.annotation().credentials();
      if (credentials != Credentials.INHERIT && take(level, Member.CREDENTIALS)) {
        builder.credentials(credentials);
      }
    }

    private void addRefusal(Level level) {
      Refusal refusal = level.annotation().refusal();
      if (refusal != Refusal.INHERIT && take(level, Member.REFUSAL)) {
        builder.refusal(refusal);
      }
    }

    /**
     * Returns the policy that a level names. The name was meant to bring origins: where it is
     * wrong, that there are none is no second mistake.
     */
    private ConfiguredPolicy named(Level level) {
      String written = level.annotation().value();
      try {
        return named(level, String.join(",", placeholders.resolve(Member.VALUE, written)))
            .orElse(UNKNOWN);
      } catch (Placeholders.UnresolvedException e) {
        mistakes.add(new Mistake(level.place(), e.problem()));
      } catch (InvalidPolicyException e) {
        mistakes.addAll(e.mistakes());
      }
      return UNKNOWN;
    }

    private Optional<ConfiguredPolicy> named(Level level, String name) {
      if (!PolicyName.isValid(name)) {
        mistakes.add(new Mistake(level.place(), PolicyName.problem(name)));
        return Optional.empty();
      }
      Optional<ConfiguredPolicy> named = setup.askFor(name);
      if (named.isEmpty()) {
        PolicyProblem unknown = new PolicyProblem.UnknownPolicy(name, setup.knownNames());
        Mistake mistake = new Mistake(level.place(), unknown);
        mistakes.add(new NearKeys(setup.settings()).mend(mistake, PolicyKeys.of(name)));
      }
      return named;
    }

    /** Reports whether no nearer level sets the member, and takes it for this one if so. */
    private boolean take(Level level, Member member, String... written) {
      return places.putIfAbsent(member, lists.place(level, member, written)) == null;
    }

    Resolution result(Place nearest) {
      try {
        Policy policy = builder.build();
        addMistakesOfProduction(policy, nearest);
        return mistakes.isEmpty()
            ? governed(policy, new Places(nearest.name(), places, stage()))
            : new Resolution.Broken(mistakes);
      } catch (InvalidPolicyException e) {
        e.problems().forEach(problem -> addMistake(problem, nearest));
        return new Resolution.Broken(mistakes);
      }
    }

    private Resolution governed(Policy policy, Places places) {
      return new Resolution.Governed(sources.credentialed().watched(policy, places), places);
    }

    private Places.Stage stage() {
      return setup.isProduction() ? Places.Stage.PRODUCTION : Places.Stage.ANYWHERE;
    }

    private void addMistakesOfProduction(Policy policy, Place nearest) {
      if (setup.isProduction()) {
        policy.problemsInProduction().forEach(problem -> addMistake(problem, nearest));
      }
    }

    private void addMistake(PolicyProblem problem, Place nearest) {
      Place place = lists.source(problem).orElseGet(() -> writtenAt(problem, nearest));
      Wording wording = Wording.at(place, places, nearest).with(problem.member(), place);
      Mistake mistake = new Mistake(place.name(), problem, problem.text(wording));
      mistakes.add(
          problem instanceof PolicyProblem.NoOrigin
              ? new NearKeys(setup.settings()).mend(mistake, PolicyKeys.DEFAULT)
              : mistake);
    }

    /** What is wrong with a list, and not in configuration, is wrong in the annotation. */
    private Place writtenAt(PolicyProblem problem, Place nearest) {
      Place place = places.getOrDefault(problem.member(), nearest);
      return place instanceof Place.Placeholder written ? written.annotation() : place;
    }
  }
}
