package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.Policy;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Logs a line on each policy in force: when an application is deployed, and again for those that
 * are others since. It outlives a deployment.
 */
final class PolicyLog {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** How many policies have a line, before the others are counted. */
  private static final int MOST_LINES = 100;

  /** How many endpoints a line names. */
  private static final int MOST_NAMED = 3;

  private Set<String> inForce = Set.of();

  /** Logs those of the lines that have not been in force until now. */
  synchronized void log(List<String> lines) {
    List<String> others = lines.stream().filter(line -> !inForce.contains(line)).toList();
    inForce = new HashSet<>(lines);
    for (String line : others.subList(0, Math.min(MOST_LINES, others.size()))) {
      LOGGER.log(Level.INFO, line);
    }
    if (others.size() > MOST_LINES) {
      LOGGER.log(Level.INFO, "CORS policies in force: {0} more", others.size() - MOST_LINES);
    }
  }

  /**
   * Returns a line on each policy: of one place, with the same members, in the order of their
   * places.
   *
   * @param on where they are in force, such as a host; empty for everywhere
   */
  static List<String> lines(Collection<ResourceClass> resources, String on) {
    Map<String, Set<String>> endpoints = new TreeMap<>();
    for (ResourceClass resource : resources) {
      for (ResourceMethod method : resource.methods()) {
        if (resource.applied(method.method()) instanceof AppliedPolicy.Governed governed) {
          endpoints
              .computeIfAbsent(described(governed), policy -> new TreeSet<>())
              .add(method.verb().name() + " " + governed.path());
        }
      }
    }
    List<String> lines = new ArrayList<>();
    endpoints.forEach(
        (policy, at) -> lines.add("CORS policy in force" + on + ": " + policy + at(at)));
    return lines;
  }

  /** Returns a line on the policy of a servlet filter. */
  static String line(AppliedPolicy.Governed door, String on) {
    return "CORS policy in force"
        + on
        + ": "
        + described(door)
        + "; servlet filter at "
        + door.path();
  }

  private static String described(AppliedPolicy.Governed governed) {
    Policy policy = governed.policy();
    return Stream.of(
            governed.provenance().of(Member.ORIGINS),
            origins(policy),
            list(policy, Member.METHODS, CorsPolicy.ANY),
            list(policy, Member.ALLOWED_HEADERS, CorsPolicy.DERIVED),
            list(policy, Member.EXPOSED_HEADERS, CorsPolicy.NONE),
            value(Member.CREDENTIALS, policy.allowsCredentials() ? "allow" : "refuse"),
            value(Member.MAX_AGE, maxAge(policy)),
            value(Member.REFUSAL, policy.rejectsRefused() ? "reject" : "withhold"))
        .collect(Collectors.joining("; "));
  }

  private static String origins(Policy policy) {
    String listed = list(policy, Member.ORIGINS, CorsPolicy.NONE);
    return policy.origins().hasSource() ? listed + " and those of an origin source" : listed;
  }

  /** In the words of configuration, which whoever reads the log may know. */
  private static String list(Policy policy, Member member, String unlessSet) {
    List<String> written = policy.sets(member) ? policy.written(member) : List.of(unlessSet);
    return new Place.Key("", member.key(), "", written).set(member, written);
  }

  private static String value(Member member, String value) {
    return member.key() + "=" + value;
  }

  private static String maxAge(Policy policy) {
    String seconds = policy.maxAge().fieldValue();
    return seconds.isEmpty() ? "-1" : seconds;
  }

  private static String at(Set<String> endpoints) {
    String named = endpoints.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = endpoints.size() - MOST_NAMED;
    return "; "
        + endpoints.size()
        + (endpoints.size() == 1 ? " endpoint: " : " endpoints: ")
        + named
        + (more > 0 ? " and " + more + " more" : "");
  }
}
