package dev.jaxrscors.processor;

import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.cascade.Cascade;
import dev.jaxrscors.policy.AllowedMethods;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyHint;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.PolicyRemark;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Checks what the policies around each resource method of a class, or on it, add up to. */
final class ResourceCheck {

  /**
   * A resource method and its policy, as far as the sources show.
   *
   * @param method the method
   * @param own the levels of the method itself and of those it overrides
   * @param all these, and those of the class
   * @param sum what they add up to
   */
  private record Governed(
      ResourceMethod method, List<Level> own, List<Level> all, Cascade<Level> sum) {

    /** Returns the level whose list of methods counts. */
    Optional<Level> lister() {
      return Optional.ofNullable(sum.setters().get(Member.METHODS));
    }

    /** Returns its own list as it is written; an empty one if it has none that is known. */
    List<String> ownList() {
      return lister()
          .filter(own::contains)
          .map(Level::policy)
          .filter(policy -> !policy.isOpen(Member.METHODS))
          .flatMap(policy -> policy.member(Member.METHODS))
          .map(Annotations::texts)
          .orElse(List.of());
    }
  }

  private final TypeElement type;
  private final List<ResourceMethod> methods;
  private final Hierarchy hierarchy;
  private final SourceTypes sources;
  private final Report report;
  private final List<Governed> governed = new ArrayList<>();

  ResourceCheck(
      TypeElement type,
      List<ResourceMethod> methods,
      Hierarchy hierarchy,
      SourceTypes sources,
      Report report) {
    this.type = type;
    this.methods = methods;
    this.hierarchy = hierarchy;
    this.sources = sources;
    this.report = report;
  }

  void run() {
    methods.forEach(this::addUp);
    for (Governed each : governed) {
      checkSum(each.sum());
      // What is wrong with other members is no reason to be silent about this one.
      Cascade.ofSome(each.all(), EnumSet.of(Member.METHODS))
          .policy()
          .ifPresent(policy -> checkMethods(each, policy));
      checkSibling(each);
    }
  }

  /** Checks a class that has a policy by itself: a servlet filter. */
  void runOnClass() {
    LevelWalk levels = new LevelWalk(hierarchy).addClass(type);
    levels.clashes().forEach(this::reportClash);
    if (!levels.nearestFirst().isEmpty()) {
      checkSum(Level.sum(levels.nearestFirst()));
    }
  }

  private void addUp(ResourceMethod method) {
    LevelWalk levels = new LevelWalk(hierarchy).addMethod(type, method.method());
    List<Level> own = List.copyOf(levels.nearestFirst());
    List<Level> all = levels.addClass(type).nearestFirst();
    levels.clashes().forEach(this::reportClash);
    if (!all.isEmpty()) {
      governed.add(new Governed(method, own, all, Level.sum(all)));
    }
  }

  private void reportClash(LevelWalk.Clash clash) {
    Level other = clash.other();
    boolean onOneElement = other.element().equals(clash.one().element());
    Spot spot =
        onOneElement && sources.hold(other.element())
            ? new Spot.OnAnnotation(other.element(), other.mirror())
            : new Spot.OnElement(type);
    report.add(spot, clash.place(), clash.problem());
  }

  private void checkSum(Cascade<Level> sum) {
    for (Cascade.Found<Level> found : sum.found()) {
      if (!isReportedWhereItStands(found)) {
        report.add(spot(found.layer(), found.mistake().problem()), found.mistake());
      }
    }
  }

  /** Reports whether the check of that annotation by itself has found the same. */
  private boolean isReportedWhereItStands(Cascade.Found<Level> found) {
    Level level = found.layer();
    if (!sources.hold(level.policy().element())) {
      return false;
    }
    Cascade<Level> alone = level.isComposed() ? Level.sum(List.of(level)) : level.values();
    return alone.found().stream()
        .anyMatch(f -> f.mistake().problem().equals(found.mistake().problem()));
  }

  /** A list on the class may leave verbs out; one on the method itself says the contrary. */
  private void checkMethods(Governed each, Policy policy) {
    ResourceMethod method = each.method();
    List<String> listed = each.ownList();
    if (AllowedMethods.leaveOut(listed, method.verb())) {
      PolicyProblem mistake = PolicyProblem.ownVerbMissing(method.verb().name(), listed);
      each.lister().ifPresent(level -> report.add(spot(level, mistake), method.place(), mistake));
    }
    if (method.verb().name().equals("OPTIONS")) {
      report.add(spot(method), method.place(), HintKind.OWN_OPTIONS.of(method.fullPath()));
    }
    each.lister().ifPresent(level -> checkVerbs(each, level, policy));
    checkCase(method);
  }

  private void checkCase(ResourceMethod method) {
    String verb = method.verb().name();
    new ClassMethods(type, hierarchy)
        .written(method.method())
        .filter(written -> written.equalsIgnoreCase(verb) && !written.equals(verb))
        .forEach(
            written ->
                report.add(
                    spot(method), method.place(), HintKind.VERB_IN_LOWER_CASE.of(written, verb)));
  }

  /** A list on the method is about its path; one on the class is about the whole class. */
  private void checkVerbs(Governed each, Level level, Policy policy) {
    boolean own = level.place().name().equals(each.method().place());
    if (!own && !isAboutThisClassAlone(level)) {
      return;
    }
    Set<String> verbs =
        methods.stream()
            .filter(m -> !own || m.path().equals(each.method().path()))
            .map(m -> m.verb().name())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String listed : names(policy)) {
      boolean implied = listed.equals("HEAD") && verbs.contains("GET");
      if (!implied && !verbs.contains(listed)) {
        PolicyHint hint = HintKind.VERB_LACKING.of(listed, String.join(", ", verbs));
        report.add(spot(level, hint), level.place().name(), hint);
      }
    }
  }

  private boolean isAboutThisClassAlone(Level level) {
    return level.place().name().equals(LevelWalk.place(type))
        && !new ClassMethods(type, hierarchy).hasLocators();
  }

  private static Set<String> names(Policy policy) {
    return policy.methods().listed().stream()
        .map(RequestMethod::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Two that differ in media types alone must agree; what only one of them sets may yet agree. */
  private void checkSibling(Governed each) {
    governed.stream()
        .filter(first -> first.method().hasSameVerbAndPath(each.method()))
        .findFirst()
        .filter(first -> differ(first, each))
        .ifPresent(first -> reportSibling(each, first.method()));
  }

  private static boolean differ(Governed one, Governed other) {
    Set<Member> both = EnumSet.noneOf(Member.class);
    both.addAll(known(one.sum()));
    both.retainAll(known(other.sum()));
    Optional<Policy> ofOne = Cascade.ofSome(one.all(), both).policy();
    Optional<Policy> ofOther = Cascade.ofSome(other.all(), both).policy();
    return ofOne.isPresent() && ofOther.isPresent() && !ofOne.equals(ofOther);
  }

  /** Returns the members whose values the sources show in full. */
  private static Set<Member> known(Cascade<Level> sum) {
    return sum.setters().entrySet().stream()
        .filter(set -> !set.getValue().policy().isOpen(set.getKey()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void reportSibling(Governed each, ResourceMethod first) {
    ResourceMethod method = each.method();
    PolicyProblem mistake =
        ProblemKind.UNEQUAL_SIBLINGS.of(method.verb().name(), method.fullPath(), first.place());
    Level nearest = each.all().get(0);
    Spot spot =
        nearest.element().equals(method.method()) && sources.hold(nearest.element())
            ? new Spot.OnAnnotation(nearest.element(), nearest.mirror())
            : spot(method);
    report.add(spot, method.place(), mistake);
  }

  /** A message can point into the sources that are compiled; else it points to the class. */
  private Spot spot(Level level, PolicyRemark remark) {
    return sources.hold(level.element()) ? level.spot(remark) : new Spot.OnElement(type);
  }

  private Spot spot(ResourceMethod method) {
    return new Spot.OnElement(sources.hold(method.method()) ? method.method() : type);
  }
}
