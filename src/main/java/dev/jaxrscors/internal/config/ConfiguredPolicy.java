package dev.jaxrscors.internal.config;

import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.internal.cascade.Layer;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A policy that is built, and where its members are written, or would be: in configuration as soon
 * as that sets any of them, else in code.
 *
 * @param places the place of each member that configuration can set
 * @param configured the members that configuration sets
 * @param hints what in configuration was forgiven
 */
public record ConfiguredPolicy(
    Declaration declaration,
    Policy policy,
    Map<Member, Place> places,
    Set<Member> configured,
    List<Hint> hints)
    implements Layer {

  /** {@return a policy of which configuration sets nothing} */
  public static ConfiguredPolicy inCode(String name, Policy policy) {
    return of(
        name, policy, member -> new Place.Code(name, policy.written(member)), Set.of(), List.of());
  }

  static ConfiguredPolicy of(
      String name,
      Policy policy,
      Function<Member, Place> placing,
      Set<Member> configured,
      List<Hint> hints) {
    Map<Member, List<String>> written = new EnumMap<>(Member.class);
    Map<Member, Place> places = new EnumMap<>(Member.class);
    for (Member member : Member.withKeys()) {
      places.put(member, placing.apply(member));
      if (policy.sets(member)) {
        written.put(member, policy.written(member));
      }
    }
    return new ConfiguredPolicy(new Declaration(name, written), policy, places, configured, hints);
  }

  @Override
  public boolean isConfigured(Member member) {
    return configured.contains(member);
  }

  @Override
  public Place place() {
    return new Place.Code(declaration.place(), List.of());
  }

  @Override
  public Place place(Member member) {
    return places.getOrDefault(member, place());
  }

  @Override
  public void set(Policy.Builder builder, Member member, Consumer<? super Mistake> mistakes) {
    builder.take(member, policy);
  }
}
