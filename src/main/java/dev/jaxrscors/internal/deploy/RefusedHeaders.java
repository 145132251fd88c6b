package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Request headers that a policy refused, by their remedies.
 *
 * @param allowable those that may be allowed, as they are to be written
 * @param asserted those of them that servers take from proxies
 * @param useless those that no policy can name
 */
record RefusedHeaders(List<String> allowable, List<String> asserted, List<String> useless) {

  // Longer names, or more of them, are no page's.
  private static final int LONGEST = 120;
  private static final int MOST_CHARACTERS = 4_000;

  static RefusedHeaders of(List<String> names) {
    RefusedHeaders refused =
        new RefusedHeaders(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    names.stream()
        .filter(name -> name.length() <= LONGEST)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(refused::add);
    return refused;
  }

  private void add(String name) {
    if (!canBeNamed(name)) {
      useless.add(name);
      return;
    }
    allowable.add(name.equals("authorization") ? "Authorization" : name);
    if (HeaderName.of(name).isAssertedByProxies()) {
      asserted.add(name);
    }
  }

  private static boolean canBeNamed(String name) {
    try {
      Policy policy = Policy.builder().origins(CorsPolicy.NONE).allowedHeaders(name).build();
      return policy.allowedHeaders().names().contains(HeaderName.of(name));
    } catch (InvalidPolicyException e) {
      return false;
    }
  }

  /** Reports whether those that may be allowed are more than a line of the log should hold. */
  boolean isTooMuch() {
    return allowable.stream().mapToInt(String::length).sum() > MOST_CHARACTERS;
  }
}
