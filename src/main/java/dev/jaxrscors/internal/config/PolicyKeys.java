package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import java.util.List;

/**
 * The keys of one policy.
 *
 * @param prefix such as {@code cors.policy.shop.}
 * @param policy the name of the policy; empty for the default policy
 */
public record PolicyKeys(String prefix, String policy) {

  /** The keys of the default policy. */
  public static final PolicyKeys DEFAULT = new PolicyKeys("cors.default.", "");

  /** {@return the keys of a named policy} */
  public static PolicyKeys of(String policy) {
    return new PolicyKeys("cors.policy." + policy + ".", policy);
  }

  /** {@return how messages name the policy in code} */
  public String inCode() {
    return policy.isEmpty() ? "the default policy" : "policy \"" + policy + "\"";
  }

  /** {@return how messages name the configuration of the policy as a whole} */
  public String anywhere() {
    return prefix + "* in configuration";
  }

  /** {@return the key of a member} */
  public String of(Member member) {
    return prefix + member.key();
  }

  /** Returns the place of a member that has a key. */
  Place set(Member member, ConfiguredValue setting) {
    return placeOf(member, setting, policy);
  }

  /** Returns the place of a member that has none, and could have one. */
  Place unset(Member member, List<String> inCode) {
    String name = inCode.isEmpty() ? of(member) + " in configuration" : inCode();
    return new Place.Key(name, of(member), policy, inCode);
  }

  /** {@return the place of a member that a placeholder stands for} */
  public static Place.Key placeOf(Member member, ConfiguredValue setting) {
    return placeOf(member, setting, "");
  }

  private static Place.Key placeOf(Member member, ConfiguredValue setting, String policy) {
    List<String> values = ConfiguredList.read(member, setting.text()).values();
    List<String> written = values.stream().filter(value -> !value.isEmpty()).toList();
    return new Place.Key(setting.place(), setting.written(), policy, Place.bounded(written));
  }
}
