package dev.jaxrscors;

import dev.jaxrscors.config.ConfiguredPolicy;
import dev.jaxrscors.config.Placeholders;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.OriginRule;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.Waiver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds the levels of a resource method up to a policy: each member from the nearest level that sets
 * it.
 */
final class Resolver {

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
    if (nearestFirst.isEmpty() && outermost.isEmpty()) {
      return Resolution.Ungoverned.RESOURCE;
    }
    Sum sum = new Sum();
    sum.mistakes.addAll(levels.mistakes());
    sum.addAll(nearestFirst, outermost);
    return sum.result(nearestFirst.isEmpty() ? "the default policy" : nearestFirst.get(0).place());
  }

  /** One addition, from the nearest level outwards. */
  private final class Sum {

    private final Policy.Builder builder = Policy.builder();
    private final Map<Member, String> places = new EnumMap<>(Member.class);
    private final List<Mistake> mistakes = new ArrayList<>();

    void addAll(List<Level> nearestFirst, Optional<ConfiguredPolicy> outermost) {
      for (Level level : nearestFirst) {
        add(level);
        if (level.hasName()) {
          addNamed(level);
          return;
        }
      }
      outermost.ifPresent(this::addOuter);
    }

    /** Adds a policy that is complete: what it brings from configuration has its places there. */
    private void addOuter(ConfiguredPolicy outer) {
      builder.orElse(outer.policy());
      outer.places().forEach(places::putIfAbsent);
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
      if (!level.hasOrigins() && level.annotation().dangerously().length > 0) {
        mistakes.add(new Mistake(level.place(), new PolicyProblem.DangerWithoutOrigins()));
      }
      if (!level.hasOrigins() || !take(level, Member.ORIGINS)) {
        return;
      }
      CorsPolicy annotation = level.annotation();
      if (Level.isSet(annotation.origins())) {
        String[] origins = written(level, Member.ORIGINS, annotation.origins());
        boolean unresolved = origins.length == 0 && annotation.origins().length > 0;
        builder.origins(unresolved ? new String[] {Policy.NONE} : origins);
      }
      if (level.hasSource()) {
        builder.originRule(source(level));
      }
      builder.dangerously(
          Arrays.stream(annotation.dangerously()).map(Danger::waiver).toArray(Waiver[]::new));
    }

    private OriginRule source(Level level) {
      try {
        return sources.get(level.annotation().originSource());
      } catch (OriginSources.UnusableException e) {
        mistakes.add(new Mistake(level.place(), e.problem()));
        return OriginRule.NOBODY;
      }
    }

    private void addStrings(
        Level level, Member member, String[] values, Consumer<String[]> setter) {
      if (Level.isSet(values) && take(level, member)) {
        String[] written = written(level, member, values);
        if (written.length > 0 || values.length == 0) {
          setter.accept(written);
        }
      }
    }

    /** Returns the values, and complains when one of them says that there are none. */
    private String[] written(Level level, Member member, String[] values) {
      List<String> list = Arrays.asList(values);
      if (list.contains(CorsPolicy.INHERIT)) {
        mistakes.add(
            new Mistake(level.place(), new PolicyProblem.NotAlone(member, CorsPolicy.INHERIT)));
      }
      return list.stream()
          .filter(v -> !v.equals(CorsPolicy.INHERIT))
          .flatMap(v -> resolved(level, member, v).stream())
          .toArray(String[]::new);
    }

    private List<String> resolved(Level level, Member member, String written) {
      try {
        List<String> values = placeholders.resolve(member, written);
        if (values.size() > 1 && values.contains("")) {
          mistakes.add(new Mistake(level.place(), new PolicyProblem.EmptyElement(member)));
        }
        return values.stream().filter(v -> values.size() == 1 || !v.isEmpty()).toList();
      } catch (Placeholders.UnresolvedException e) {
        mistakes.add(new Mistake(level.place(), e.problem()));
        return List.of();
      } catch (InvalidPolicyException e) {
        mistakes.addAll(e.mistakes());
        return List.of();
      }
    }

    private void addCredentials(Level level) {
      Credentials credentials = level.annotation().credentials();
      if (credentials == Credentials.INHERIT || !take(level, Member.CREDENTIALS)) {
        return;
      }
      if (credentials == Credentials.ALLOW) {
        builder.allowCredentials();
      } else {
        builder.refuseCredentials();
      }
    }

    private void addRefusal(Level level) {
      Refusal refusal = level.annotation().refusal();
      if (refusal == Refusal.INHERIT || !take(level, Member.REFUSAL)) {
        return;
      }
      if (refusal == Refusal.REJECT) {
        builder.rejectRefused();
      } else {
        builder.withholdFromRefused();
      }
    }

    private void addNamed(Level level) {
      // The name was meant to bring origins: where it is wrong, that there are none is no second
      // mistake.
      List<String> names = resolved(level, Member.VALUE, level.annotation().value());
      Optional<ConfiguredPolicy> named =
          names.isEmpty() ? Optional.empty() : named(level, String.join(",", names));
      addOuter(
          named.orElseGet(
              () -> ConfiguredPolicy.inCode(Policy.builder().origins(Policy.NONE).build())));
    }

    private Optional<ConfiguredPolicy> named(Level level, String name) {
      if (!PolicyName.isValid(name)) {
        mistakes.add(new Mistake(level.place(), PolicyName.problem(name)));
        return Optional.empty();
      }
      try {
        Optional<ConfiguredPolicy> named = setup.askFor(name);
        if (named.isEmpty()) {
          PolicyProblem unknown = new PolicyProblem.UnknownPolicy(name, setup.knownNames());
          mistakes.add(new Mistake(level.place(), unknown));
        }
        return named;
      } catch (InvalidPolicyException e) {
        mistakes.addAll(e.mistakes());
        return Optional.empty();
      }
    }

    /** Reports whether no nearer level sets the member, and takes it for this one if so. */
    private boolean take(Level level, Member member) {
      return places.putIfAbsent(member, level.place()) == null;
    }

    Resolution result(String nearest) {
      try {
        Policy policy = builder.build();
        addMistakesOfProduction(policy, nearest);
        return mistakes.isEmpty()
            ? governed(policy, new Places(nearest, places))
            : new Resolution.Broken(mistakes);
      } catch (InvalidPolicyException e) {
        e.problems().forEach(problem -> addMistake(problem, nearest));
        return new Resolution.Broken(mistakes);
      }
    }

    private Resolution governed(Policy policy, Places places) {
      return new Resolution.Governed(sources.credentialed().watched(policy, places), places);
    }

    private void addMistakesOfProduction(Policy policy, String nearest) {
      if (setup.isProduction()) {
        policy.problemsInProduction().forEach(problem -> addMistake(problem, nearest));
      }
    }

    private void addMistake(PolicyProblem problem, String nearest) {
      mistakes.add(new Mistake(places.getOrDefault(problem.member(), nearest), problem));
    }
  }
}
