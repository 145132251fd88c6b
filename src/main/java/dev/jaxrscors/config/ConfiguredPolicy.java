package dev.jaxrscors.config;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.Map;

/**
 * A policy, and where in configuration its members are written.
 *
 * @param policy the policy
 * @param places the key and source of each member that configuration sets
 */
public record ConfiguredPolicy(Policy policy, Map<Member, String> places) {

  /**
   * Makes one.
   *
   * @param policy the policy
   * @param places the key and source of each member that configuration sets
   */
  public ConfiguredPolicy {
    places = Map.copyOf(places);
  }

  /**
   * {@return a policy of which configuration sets nothing}
   *
   * @param policy the policy
   */
  public static ConfiguredPolicy inCode(Policy policy) {
    return new ConfiguredPolicy(policy, Map.of());
  }
}
