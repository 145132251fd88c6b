package dev.jaxrscors.report;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.SurveyedHost;
import dev.jaxrscors.internal.deploy.SurveyedMethod;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an application allows on one of its hosts.
 *
 * @param names what requests call it; nothing for all that configuration does not name
 * @param endpoints each path and verb, sorted
 * @param openEnds the paths below which a locator decides for each request, and its place
 * @param hints what is legal and probably not meant
 */
record ReportedHost(
    SurveyedHost surveyed,
    List<String> names,
    List<ReportedEndpoint> endpoints,
    Map<String, String> openEnds,
    List<String> hints) {

  static ReportedHost of(SurveyedHost host) {
    ListedOrigins.Reader origins = new ListedOrigins.Reader();
    Map<String, List<SurveyedMethod>> byPath =
        host.methods().stream().collect(Collectors.groupingBy(SurveyedMethod::path));
    return new ReportedHost(
        host,
        host.names(),
        host.methods().stream()
            .map(m -> ReportedEndpoint.of(m, byPath.getOrDefault(m.path(), List.of()), origins))
            .toList(),
        new TreeMap<>(host.openEnds()),
        host.hints().stream()
            .map(hint -> Whence.portable(hint.place()) + ", " + hint.text())
            .distinct()
            .sorted()
            .toList());
  }

  /** Returns the endpoints and hints of this host that another one has not. */
  ReportedHost differingFrom(ReportedHost other) {
    List<ReportedEndpoint> own = new ArrayList<>(endpoints);
    own.removeIf(e -> other.endpoints.stream().anyMatch(e::isSameAs));
    List<String> ownHints = new ArrayList<>(hints);
    ownHints.removeAll(other.hints);
    Map<String, String> ownEnds = new TreeMap<>(openEnds);
    ownEnds.keySet().removeAll(other.openEnds.keySet());
    return new ReportedHost(surveyed, names, own, ownEnds, ownHints);
  }

  /** Returns how many endpoints there are, and with which policies. */
  String summary() {
    long governed = count("governed");
    long nobodys = countForNobody();
    long broken = count("broken");
    return "%s: %d with a policy%s, %d without%s."
        .formatted(
            endpoints.size() == 1 ? "1 endpoint" : endpoints.size() + " endpoints",
            governed,
            nobodys == 0 ? "" : " (%d for nobody)".formatted(nobodys),
            count("ungoverned"),
            broken == 0 ? "" : ", %d with a wrong one".formatted(broken));
  }

  long countForNobody() {
    return endpoints.stream()
        .filter(e -> e.policy().filter(ReportedPolicy::isForNobody).isPresent())
        .count();
  }

  long count(String state) {
    return endpoints.stream().filter(e -> e.state().key().equals(state)).count();
  }

  /** Reports whether all of CORS is switched off there. */
  boolean isOff() {
    return surveyed.setup().isOff();
  }

  boolean isNamed() {
    return !names.isEmpty();
  }

  String title() {
    return names.isEmpty() ? "All hosts but those below" : String.join(", ", names);
  }

  /** Returns a host that requests are sent to. */
  String requestHost() {
    return isNamed() ? names.get(0) : "localhost";
  }

  /** Returns the endpoints by path, and there by the policy that they share. */
  Map<String, Map<Shared, List<ReportedEndpoint>>> byPath() {
    Map<String, Map<Shared, List<ReportedEndpoint>>> byPath = new LinkedHashMap<>();
    endpoints.forEach(
        e ->
            byPath
                .computeIfAbsent(e.path(), p -> new LinkedHashMap<>())
                .computeIfAbsent(new Shared(e.state(), e.policy()), s -> new ArrayList<>())
                .add(e));
    return byPath;
  }

  /** What endpoints of one path have in common. */
  record Shared(EndpointState state, Optional<ReportedPolicy> policy) {}

  /** Returns the hazards there are, the graver first. */
  List<Hazard> hazards() {
    return Stream.of(Hazard.values())
        .filter(hazard -> endpoints.stream().anyMatch(e -> e.hazards().contains(hazard)))
        .toList();
  }

  /** Returns what a hazard is at: the origins, where it is about some; else paths with verbs. */
  List<String> places(Hazard hazard) {
    List<ReportedEndpoint> there =
        endpoints.stream().filter(e -> e.hazards().contains(hazard)).toList();
    if (hazard.isOfSomeOrigins()) {
      return lists(there).stream()
          .flatMap(List::stream)
          .distinct()
          .filter(hazard::marks)
          .sorted()
          .limit(ListedOrigins.MOST)
          .toList();
    }
    Map<String, String> verbsByPath = new TreeMap<>();
    there.forEach(e -> verbsByPath.merge(e.path(), e.verb(), (all, verb) -> all + " " + verb));
    return verbsByPath.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList();
  }

  /** Returns how much a hazard is at, in words. */
  String extent(Hazard hazard) {
    long there = endpoints.stream().filter(e -> e.hazards().contains(hazard)).count();
    return there == 1 ? "at 1 endpoint" : "at " + there + " endpoints";
  }

  /** Returns every origin that any policy lists, sorted by host. */
  List<String> origins() {
    TreeSet<String> all =
        new TreeSet<>(
            Comparator.comparing((String o) -> o.indexOf("://") < 0 ? 0 : 1)
                .thenComparing(o -> o.substring(o.indexOf("://") + 1))
                .thenComparing(o -> o));
    lists(endpoints).forEach(all::addAll);
    return List.copyOf(all);
  }

  /** Returns the lists of origins that endpoints have: many of them share one, maybe a long one. */
  private static Set<List<String>> lists(List<ReportedEndpoint> endpoints) {
    Set<List<String>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
    endpoints.forEach(e -> e.policy().ifPresent(p -> lists.add(p.origins())));
    return lists;
  }

  /** Returns the policy of responses of no resource, if there is one. */
  Optional<Policy> forUnmatched() {
    return surveyed.forUnmatched() instanceof AppliedPolicy.Governed governed
        ? Optional.of(governed.compiled().policy())
        : Optional.empty();
  }
}
