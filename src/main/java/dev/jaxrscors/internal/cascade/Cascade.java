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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Layers added up, nearest first: each member comes from the nearest layer that sets it. Origins,
 * their source and the checks that are set aside for them are one group, which comes from one
 * layer. A layer with a name starts afresh: farther ones are not read.
 */
public final class Cascade<L extends Layer> {

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
