package dev.jaxrscors.processor;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.PolicyRemark;
import dev.jaxrscors.policy.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The levels of a resource method, added up: each member from the nearest level that sets it, as
 * far as the sources tell.
 */
final class Sum {

  /**
   * A problem and the level that has it.
   *
   * @param level the level
   * @param problem the problem
   * @param text what is said of it there
   */
  record Found(Level level, PolicyProblem problem, PolicyRemark.Text text) {
    Found(Level level, PolicyProblem problem) {
      this(level, problem, problem.text());
    }
  }

  /**
   * Stands for the code of an origin source, which cannot run yet.
   *
   * @param className its class
   */
  private record Source(String className) implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return false;
    }
  }

  private final Policy.Builder builder = Policy.builder();
  // In the order of the levels, nearest first.
  private final Map<Member, Level> setters = new LinkedHashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final Set<Member> considered;

  private Sum(Set<Member> considered) {
    this.considered = considered;
  }

  /** Adds levels up, the nearest first. */
  static Sum of(List<Level> nearestFirst) {
    return of(nearestFirst, EnumSet.allOf(Member.class));
  }

  /** Adds up what one level says of values, each by itself. */
  static Sum ofValues(Level level) {
    return of(List.of(level), EnumSet.complementOf(EnumSet.of(Member.CREDENTIALS)));
  }

  /** Adds up what levels say of certain members alone. */
  static Sum of(List<Level> nearestFirst, Set<Member> considered) {
    Sum sum = new Sum(considered);
    for (Level level : nearestFirst) {
      sum.add(level);
      if (level.hasName()) {
        // From here outwards it is the named policy that counts.
        sum.checkName(level);
        break;
      }
    }
    return sum;
  }

  /** Returns the level that sets a member. */
  Optional<Level> setter(Member member) {
    return Optional.ofNullable(setters.get(member));
  }

  /** Returns the members that are set here to what the sources tell in full. */
  Set<Member> known() {
    Set<Member> known = EnumSet.noneOf(Member.class);
    setters.forEach(
        (member, level) -> {
          if (level.policy().member(member).stream().noneMatch(WrittenMember::isOpen)) {
            known.add(member);
          }
        });
    return known;
  }

  /** Returns every problem that no further level can mend. */
  List<Found> problems(Level nearest) {
    List<Found> all = new ArrayList<>(found);
    for (PolicyProblem problem : problemsOfPolicy()) {
      Level level = setters.getOrDefault(problem.member(), nearest);
      all.add(new Found(level, problem, problem.text(wording(level, nearest))));
    }
    return all;
  }

  private Wording wording(Level here, Level nearest) {
    Map<Member, Place> places = new LinkedHashMap<>();
    setters.forEach((member, level) -> places.put(member, place(level)));
    return Wording.at(place(here), places, place(nearest));
  }

  private static Place place(Level level) {
    return new Place.Annotation(level.place(), List.of());
  }

  /** Returns the policy, if nothing is wrong with it. */
  Optional<Policy> policy() {
    return found.isEmpty() && problemsOfPolicy().isEmpty()
        ? Optional.of(builder.build())
        : Optional.empty();
  }

  private List<PolicyProblem> problemsOfPolicy() {
    if (!builder.hasOrigins()) {
      // A further level may set them.
      builder.origins(CorsPolicy.NONE);
    }
    try {
      builder.build();
      return List.of();
    } catch (InvalidPolicyException e) {
      return e.problems();
    }
  }

  private void add(Level level) {
    addOrigins(level);
    addStrings(level, Member.METHODS, CorsPolicy.ANY, builder::methods);
    addStrings(level, Member.ALLOWED_HEADERS, CorsPolicy.DERIVED, builder::allowedHeaders);
    addStrings(level, Member.EXPOSED_HEADERS, CorsPolicy.NONE, builder::exposedHeaders);
    addMaxAge(level);
    addConstant(level, Member.CREDENTIALS, Credentials.values(), builder::credentials);
    addConstant(level, Member.REFUSAL, Refusal.values(), builder::refusal);
  }

  private void addOrigins(Level level) {
    if (waivesInVain(level) && considered.contains(Member.DANGEROUSLY)) {
      found.add(new Found(level, new PolicyProblem.DangerWithoutOrigins()));
    }
    if (!level.hasOrigins() || !take(level, Member.ORIGINS)) {
      return;
    }
    level
        .policy()
        .member(Member.ORIGINS)
        .ifPresent(w -> builder.origins(texts(level, Member.ORIGINS, w, CorsPolicy.NONE)));
    level.policy().texts(Member.ORIGIN_SOURCE).forEach(s -> builder.originSource(new Source(s)));
    level.policy().texts(Member.DANGEROUSLY).stream()
        .flatMap(danger -> Stream.of(Danger.values()).filter(w -> w.name().equals(danger)))
        .forEach(builder::dangerously);
  }

  /** One check may be set aside for the origins of a named policy: see {@link Danger}. */
  private static boolean waivesInVain(Level level) {
    return !level.hasOrigins()
        && level.policy().texts(Member.DANGEROUSLY).stream()
            .anyMatch(d -> !level.hasName() || !d.equals(Danger.LOOPBACK_ORIGINS.name()));
  }

  private void addStrings(Level level, Member member, String unknown, Consumer<String[]> setter) {
    level
        .policy()
        .member(member)
        .filter(written -> take(level, member))
        .ifPresent(written -> setter.accept(texts(level, member, written, unknown)));
  }

  /** Returns the values, with {@code unknown} for all that only the deployment knows. */
  private String[] texts(Level level, Member member, WrittenMember written, String unknown) {
    if (written.contradictsItself()) {
      String sentinel = written.inherit().get(0);
      found.add(new Found(level, new PolicyProblem.NotAlone(member, sentinel)));
    }
    List<String> texts = written.texts();
    boolean everything = written.isOpen() && unknown.equals(CorsPolicy.ANY);
    if (everything && !texts.isEmpty()) {
      checkMethods(level, texts);
    }
    boolean isUnknown = everything || (written.isOpen() && texts.isEmpty());
    return isUnknown ? new String[] {unknown} : texts.toArray(String[]::new);
  }

  /** Checks methods beside a placeholder by themselves: what stands for it is no part of them. */
  private void checkMethods(Level level, List<String> texts) {
    try {
      Policy.builder().origins(CorsPolicy.NONE).methods(texts.toArray(String[]::new)).build();
    } catch (InvalidPolicyException e) {
      e.problems().forEach(problem -> found.add(new Found(level, problem)));
    }
  }

  private void addMaxAge(Level level) {
    level
        .policy()
        .member(Member.MAX_AGE)
        .filter(written -> take(level, Member.MAX_AGE))
        .map(written -> written.value().getValue())
        .filter(Integer.class::isInstance)
        .ifPresent(seconds -> builder.maxAge((Integer) seconds));
  }

  private <E extends Enum<E>> void addConstant(
      Level level, Member member, E[] constants, Consumer<E> setter) {
    Stream.of(constants)
        .filter(constant -> level.policy().texts(member).contains(constant.name()))
        .filter(constant -> take(level, member))
        .forEach(setter);
  }

  private void checkName(Level level) {
    for (String name : level.policy().texts(Member.VALUE)) {
      if (considered.contains(Member.VALUE) && !PolicyName.isValid(name)) {
        found.add(new Found(level, PolicyName.problem(name)));
      }
    }
  }

  /** Reports whether no nearer level sets the member, and takes it for this one if so. */
  private boolean take(Level level, Member member) {
    return considered.contains(member) && setters.putIfAbsent(member, level) == null;
  }
}
