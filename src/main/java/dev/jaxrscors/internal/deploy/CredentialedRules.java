package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.resource.Levels;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.OriginRule;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.Target;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the rules of an application that allow everybody with credentials. Of a list a deployment
 * can tell, of code it cannot: so when a rule first allows an origin, it is asked once about one
 * that nobody can have.
 */
final class CredentialedRules {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Set<Asked> asked = ConcurrentHashMap.newKeySet();

  /**
   * Returns a policy that decides as another one does, and whose rule is watched if there is one
   * that matters.
   *
   * @param places where the policy is written
   */
  Policy watched(Policy policy, Places places) {
    return policy.allowsCredentials() && policy.origins().hasRule()
        ? policy.withOriginRule(
            new Watched(policy.origins().rule(), places.of(Member.ORIGINS), this))
        : policy;
  }

  private void ask(OriginRule rule, String place, Target target) {
    if (!asked.add(new Asked(rule, place))) {
      return;
    }
    String nobodys = "https://" + UUID.randomUUID() + ".invalid";
    if (isAllowed(rule, nobodys, target)) {
      LOGGER.log(Level.WARNING, warning(rule, place, nobodys, target));
    }
  }

  /** Whatever it throws means nothing: the request that brought it here was decided before. */
  private static boolean isAllowed(OriginRule rule, String text, Target target) {
    try {
      Origin origin = Origin.parse(text);
      return origin != null && rule.allows(origin, target);
    } catch (Throwable e) {
      return false;
    }
  }

  private static String warning(OriginRule rule, String place, String nobodys, Target target) {
    return "CORS: %s allows every origin, with credentials: any site can act as the user who visits"
            .formatted(named(rule))
        + " it, and read what only that user may. It was asked for \"%s\", made up at random, on %s"
            .formatted(nobodys, target.method() + " " + target.path())
        + "; policy: %s. Let it allow only origins that it knows, or refuse credentials."
            .formatted(place);
  }

  /** A lambda has no name of its own: its class belongs to the one that it is written in. */
  private static String named(OriginRule rule) {
    Class<?> type = rule.getClass();
    return type.isHidden()
        ? "the origin rule in " + Levels.place(type.getNestHost())
        : "the origin source " + Levels.place(type);
  }

  /**
   * A rule that was asked at the place of a policy.
   *
   * @param rule the very object; what the application takes for equal does not matter
   * @param place where the policy is written
   */
  private record Asked(OriginRule rule, String place) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked that && rule == that.rule && place.equals(that.place);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(rule) + place.hashCode();
    }
  }

  /** Decides as another rule does; where two rules are equal, so are those that watch them. */
  private static final class Watched implements OriginRule {

    private final OriginRule rule;
    private final String place;
    private final CredentialedRules rules;
    private volatile boolean known;

    Watched(OriginRule rule, String place, CredentialedRules rules) {
      this.rule = rule;
      this.place = place;
      this.rules = rules;
    }

    @Override
    public boolean allows(Origin origin, Target target) {
      boolean allowed = rule.allows(origin, target);
      if (allowed && !known) {
        known = true;
        rules.ask(rule, place, target);
      }
      return allowed;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Watched that && rule.equals(that.rule);
    }

    @Override
    public int hashCode() {
      return rule.hashCode();
    }

    @Override
    public String toString() {
      return rule.toString();
    }
  }
}
