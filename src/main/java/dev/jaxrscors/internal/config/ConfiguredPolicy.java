package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A policy, and where its members are written, or would be: in configuration as soon as that has a
 * word of it, else in code.
 *
 * @param policy the policy
 * @param places the place of each member that configuration can set
 * @param hints what in configuration was forgiven
 */
public record ConfiguredPolicy(Policy policy, Map<Member, Place> places, List<Hint> hints) {

  /**
   * Makes one.
   *
   * @param policy the policy
   * @param places the place of each member that configuration can set
   * @param hints what in configuration was forgiven
   */
  public ConfiguredPolicy {
    places = Map.copyOf(places);
    hints = List.copyOf(hints);
  }

  /**
   * {@return a policy of which configuration sets nothing}
   *
   * @param name how messages call it
   * @param policy the policy
   */
  public static ConfiguredPolicy inCode(String name, Policy policy) {
    Map<Member, Place> places = new EnumMap<>(Member.class);
    for (Member member : Member.values()) {
      if (!member.key().isEmpty()) {
        places.put(member, new Place.Code(name, policy.written(member)));
      }
    }
    return new ConfiguredPolicy(policy, places, List.of());
  }
}
