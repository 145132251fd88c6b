package dev.jaxrscors.internal.cascade;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import dev.jaxrscors.policy.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Layers added up, nearest first: each member comes from the nearest layer that sets it. Origins,
 * their source and the checks that are set aside for them are one group, which comes from one
 * layer. A layer with a name starts afresh: farther ones are not read.
 */
public final class Cascade<L extends Layer> {

  /** Wrong only together with credentials, which may be what is configured. */
  private static final Set<ProblemKind> WITH_CREDENTIALS =
      EnumSet.of(
          ProblemKind.ANY_ORIGIN_WITH_CREDENTIALS,
          ProblemKind.OPAQUE_ORIGIN_WITH_CREDENTIALS,
          ProblemKind.FILE_ORIGIN_WITH_CREDENTIALS,
          ProblemKind.INSECURE_WITH_CREDENTIALS,
          ProblemKind.PUBLIC_SUFFIX_WITH_CREDENTIALS,
          ProblemKind.ALL_EXPOSED_WITH_CREDENTIALS);

  /** A mistake and the layer that has it. */
  public record Found<L>(L layer, Mistake mistake) {}

  private final L nearest;
  private final Set<Member> considered;
  private final Policy.Builder builder = Policy.builder();
  // In the order of the layers, nearest first.
  private final Map<Member, L> setters = new LinkedHashMap<>();
  private final Map<Member, Place> places = new LinkedHashMap<>();
  private final List<Found<L>> found = new ArrayList<>();
  private @Nullable Policy policy;

  private Cascade(List<L> nearestFirst, Set<Member> considered) {
    this.nearest = nearestFirst.get(0);
    this.considered = considered;
    for (L layer : nearestFirst) {
      add(layer);
      if (layer.declaration().hasName()) {
        break;
      }
    }
    place();
  }

  /** Adds layers up to a policy; that none sets origins is a mistake. */
  public static <L extends Layer> Cascade<L> of(List<L> nearestFirst) {
    Cascade<L> cascade = new Cascade<>(nearestFirst, EnumSet.allOf(Member.class));
    cascade.build();
    return cascade;
  }

  /** Adds layers up beside which others may bring origins; allows nobody where none sets some. */
  public static <L extends Layer> Cascade<L> ofSome(List<L> nearestFirst, Set<Member> considered) {
    Cascade<L> cascade = new Cascade<>(nearestFirst, considered);
    if (!cascade.setters.containsKey(Member.ORIGINS)) {
      cascade.builder.take(Member.ORIGINS, Policy.NOBODY);
    }
    cascade.build();
    return cascade;
  }

  /**
   * Adds layers up again and again, with ever more of configuration left out, until all that is
   * wrong is in code.
   *
   * @param adding adds the layers up without what is left out
   * @param refused receives the mistakes that are gone with what was left out
   */
  public static <L extends Layer> Cascade<L> closing(
      Function<Closings, Cascade<L>> adding, Consumer<? super Mistake> refused) {
    Set<Mistake> gone = new LinkedHashSet<>();
    Closings before = Closings.NONE;
    Cascade<L> cascade = adding.apply(before);
    Closings closings = cascade.closings(before);
    while (!closings.equals(before)) {
      cascade.found.forEach(found -> gone.add(found.mistake()));
      before = closings;
      cascade = adding.apply(closings);
      closings = cascade.closings(before);
    }
    cascade.found.forEach(found -> gone.remove(found.mistake()));
    gone.forEach(refused);
    return cascade;
  }

  /** Returns what to leave out of configuration, so that its mistakes are gone. */
  private Closings closings(Closings before) {
    Set<Closings.Value> values = new HashSet<>(before.values());
    Set<Member> members = EnumSet.noneOf(Member.class);
    members.addAll(before.members());
    found.forEach(each -> close(each.mistake().problem(), before, values, members));
    return new Closings(members, values);
  }

  /** The value that is wrong, else all of its member; else the credentials that make it wrong. */
  private void close(
      PolicyProblem problem, Closings before, Set<Closings.Value> values, Set<Member> members) {
    Member member = problem.member().map(Cascade::group).orElse(Member.VALUE);
    Layer layer = setters.getOrDefault(member, nearest);
    Closings.Value value = new Closings.Value(member, problem.value());
    Layer credentials = setters.getOrDefault(Member.CREDENTIALS, nearest);
    if (member.isList()
        && layer.isConfigured(member, value.shown())
        && !before.values().contains(value)) {
      values.add(value);
    } else if (layer.isConfigured(member) && !before.areOf(member)) {
      members.add(member);
    } else if (WITH_CREDENTIALS.contains(problem.kind())
        && credentials.isConfigured(Member.CREDENTIALS)) {
      members.add(Member.CREDENTIALS);
    }
  }

  private void add(L layer) {
    Declaration declaration = layer.declaration();
    if (declaration.waivesInVain() && considered.contains(Member.DANGEROUSLY)) {
      PolicyProblem inVain = ProblemKind.DANGER_WITHOUT_ORIGINS.of();
      found.add(new Found<>(layer, new Mistake(declaration.place(), inVain)));
    }
    for (Member member : layer.members(mistake -> found.add(new Found<>(layer, mistake)))) {
      if (isTaken(layer, member)) {
        layer.set(builder, member, mistake -> found.add(new Found<>(layer, mistake)));
      }
    }
  }

  private static Member group(Member member) {
    return member == Member.ORIGIN_SOURCE || member == Member.DANGEROUSLY ? Member.ORIGINS : member;
  }

  /** Reports whether a member is this layer's, as it is when no nearer one sets it. */
  private boolean isTaken(L layer, Member member) {
    Member group = group(member);
    Declaration declaration = layer.declaration();
    if (member == Member.DANGEROUSLY && !declaration.hasOrigins()) {
      // Beside a name it is for the origins that the name brings.
      return considered.contains(group) && declaration.hasName() && !setters.containsKey(group);
    }
    return considered.contains(group) && setters.computeIfAbsent(group, m -> layer).equals(layer);
  }

  private void place() {
    setters.forEach((member, layer) -> places.put(member, layer.place(member)));
    for (Member member : Member.values()) {
      Place ofMember = nearest.place(member);
      if (!ofMember.equals(nearest.place())) {
        places.putIfAbsent(member, ofMember);
      }
    }
  }

  private void build() {
    try {
      policy = builder.build();
    } catch (InvalidPolicyException e) {
      e.problems().forEach(this::find);
    }
  }

  /** Reports a problem at the place of its member, in the words of that. */
  private void find(PolicyProblem problem) {
    Optional<Member> member = problem.member().map(Cascade::group);
    L layer = member.map(setters::get).orElse(nearest);
    Place place = layer.place(problem, member.map(places::get).orElse(nearest.place()));
    Wording wording = Wording.at(place, places, nearest.place()).with(problem, place);
    found.add(new Found<>(layer, new Mistake(place.name(), problem, problem.text(wording))));
  }

  /** Looks for further mistakes in the policy, if there is one. */
  public void check(Function<Policy, List<PolicyProblem>> check) {
    Optional.ofNullable(policy).map(check).orElse(List.of()).forEach(this::find);
  }

  /** {@return every mistake} */
  public List<Found<L>> found() {
    return found;
  }

  /** {@return the policy, if there is no mistake} */
  public Optional<Policy> policy() {
    return found.isEmpty() ? Optional.ofNullable(policy) : Optional.empty();
  }

  /** {@return the layer of each member that one sets; one that is about origins counts as those} */
  public Map<Member, L> setters() {
    return setters;
  }

  /** {@return where each member comes from} */
  public Provenance provenance() {
    return new Provenance(nearest.place(), Map.copyOf(places));
  }
}
