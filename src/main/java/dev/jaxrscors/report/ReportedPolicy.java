package dev.jaxrscors.report;

import dev.jaxrscors.Danger;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.deploy.AppliedPolicy.Governed;
import dev.jaxrscors.internal.deploy.ResourceClass;
import dev.jaxrscors.internal.deploy.SurveyedHost;
import dev.jaxrscors.internal.deploy.SurveyedMethod;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policy in force at some methods of one path: each member with its effective values, and where
 * it comes from.
 *
 * @param origins the patterns, sorted; nothing for nobody
 * @param source how messages call the code that is asked for other origins; empty if there is none
 * @param waived the checks that are set aside
 * @param methods the verbs that a preflight is granted
 * @param headers the request headers that are allowed; an asterisk for any
 * @param derived those of them that come from the resource
 * @param exposed the response headers that scripts may read; an asterisk for any
 * @param maxAge in seconds; -1 where the browser decides
 * @param hazards what a reviewer looks for
 * @param members all of it in words, with where it comes from
 */
record ReportedPolicy(
    List<String> origins,
    String source,
    List<String> waived,
    List<String> methods,
    List<String> headers,
    List<DerivedHeader> derived,
    List<String> exposed,
    boolean credentials,
    int maxAge,
    boolean rejecting,
    Set<Hazard> hazards,
    List<ReportedMember> members) {

  private static final RequestMethod GET = RequestMethod.of("GET");
  private static final RequestMethod HEAD = RequestMethod.of("HEAD");

  /**
   * Returns the policy.
   *
   * @param listed the origins that it lists
   * @param sharing the methods of the path that have it
   * @param ofPath all methods of the path
   */
  static ReportedPolicy of(
      Governed governed,
      ListedOrigins listed,
      List<SurveyedMethod> sharing,
      List<SurveyedMethod> ofPath) {
    Policy policy = governed.compiled().policy();
    List<String> headers = headers(governed);
    ReportedPolicy bare =
        new ReportedPolicy(
            listed.patterns(),
            policy.origins().hasSource() ? SurveyedHost.named(policy.origins().source()) : "",
            Stream.of(Danger.values()).filter(policy::waives).map(Danger::name).toList(),
            methods(policy, sharing, ofPath),
            headers,
            derived(policy, headers, sharing),
            exposed(policy),
            policy.allowsCredentials(),
            policy.maxAge().seconds(),
            policy.rejectsRefused(),
            Hazard.of(policy, listed.hazards()),
            List.of());
    return bare.with(bare.inWords(policy, governed.provenance()));
  }

  private ReportedPolicy with(List<ReportedMember> found) {
    return new ReportedPolicy(
        origins,
        source,
        waived,
        methods,
        headers,
        derived,
        exposed,
        credentials,
        maxAge,
        rejecting,
        hazards,
        found);
  }

  /** GET implies HEAD, unless a method answers HEAD itself. */
  private static List<String> methods(
      Policy policy, List<SurveyedMethod> sharing, List<SurveyedMethod> ofPath) {
    Set<RequestMethod> verbs = new TreeSet<>(ResourceClass.byFamiliarity());
    sharing.forEach(m -> verbs.add(m.method().verb()));
    if (verbs.contains(GET) && ofPath.stream().noneMatch(m -> m.method().verb().equals(HEAD))) {
      verbs.add(HEAD);
    }
    return verbs.stream().filter(policy.methods()::allows).map(RequestMethod::name).toList();
  }

  private static List<String> headers(Governed governed) {
    if (governed.compiled().policy().allowedHeaders().isAny()) {
      boolean named =
          governed
              .compiled()
              .policy()
              .allowedHeaders()
              .names()
              .contains(HeaderName.of("Authorization"));
      return named ? List.of("*", "Authorization") : List.of("*");
    }
    String joined = governed.compiled().allowedHeaders();
    return joined.isEmpty() ? List.of() : List.of(joined.split(", ", -1));
  }

  private static List<DerivedHeader> derived(
      Policy policy, List<String> headers, List<SurveyedMethod> sharing) {
    if (!policy.allowedHeaders().isDerived() || policy.allowedHeaders().isAny()) {
      return List.of();
    }
    Set<String> named = new HashSet<>();
    policy.allowedHeaders().names().names().forEach(n -> named.add(lower(n.name())));
    return headers.stream()
        .filter(name -> !named.contains(lower(name)))
        .map(name -> new DerivedHeader(name, because(name, sharing)))
        .toList();
  }

  private static String because(String name, List<SurveyedMethod> sharing) {
    if (lower(name).equals("content-type")) {
      return "every resource may be sent a body";
    }
    List<String> places =
        sharing.stream()
            .filter(m -> m.read().contains(lower(name)))
            .map(m -> m.method().place())
            .distinct()
            .sorted()
            .toList();
    if (!places.isEmpty()) {
      return "declared by " + String.join(", ", places);
    }
    return lower(name).equals("authorization")
        ? "who calls it is looked at"
        : "declared on the way to it";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<String> exposed(Policy policy) {
    return policy.exposedHeaders().isAny()
        ? List.of("*")
        : policy.exposedHeaders().names().names().stream().map(HeaderName::name).sorted().toList();
  }

  private List<ReportedMember> inWords(Policy policy, Provenance provenance) {
    List<ReportedMember> found = new ArrayList<>();
    List<String> shown = isForNobody() ? List.of("nobody") : ListedOrigins.shown(origins);
    add(found, Member.ORIGINS, orNone(shown), policy, provenance);
    if (!source.isEmpty()) {
      add(found, Member.ORIGIN_SOURCE, List.of(source), policy, provenance);
    }
    if (!waived.isEmpty()) {
      add(found, Member.DANGEROUSLY, waived, policy, provenance);
    }
    add(found, Member.METHODS, orNone(methods), policy, provenance);
    add(found, Member.ALLOWED_HEADERS, orNone(headersInWords()), policy, provenance);
    add(found, Member.EXPOSED_HEADERS, orNone(exposed), policy, provenance);
    String allowed = credentials ? "allowed" : "refused";
    add(found, Member.CREDENTIALS, List.of(allowed), policy, provenance);
    add(found, Member.MAX_AGE, List.of(maxAgeInWords()), policy, provenance);
    add(found, Member.REFUSAL, List.of(refusal()), policy, provenance);
    return List.copyOf(found);
  }

  private static void add(
      List<ReportedMember> found,
      Member member,
      List<String> values,
      Policy policy,
      Provenance provenance) {
    boolean isOfOrigins = member == Member.ORIGIN_SOURCE || member == Member.DANGEROUSLY;
    Member written = isOfOrigins ? Member.ORIGINS : member;
    Whence from = policy.sets(written) ? Whence.of(provenance.place(written)) : Whence.BUILT_IN;
    found.add(new ReportedMember(member, values, from));
  }

  private static List<String> orNone(List<String> values) {
    return values.isEmpty() ? List.of("none") : values;
  }

  private List<String> headersInWords() {
    Set<String> fromResource =
        derived.stream().map(DerivedHeader::name).collect(Collectors.toSet());
    return headers.stream()
        .map(name -> fromResource.contains(name) ? name + " (derived)" : name)
        .toList();
  }

  private String maxAgeInWords() {
    return maxAge < 0 ? "as browsers do without the header" : maxAge + " seconds";
  }

  /** Returns why each derived header is allowed. */
  Map<String, String> becauseByName() {
    return derived.stream()
        .collect(Collectors.toMap(DerivedHeader::name, DerivedHeader::because, (a, b) -> a));
  }

  String refusal() {
    return rejecting ? "reject" : "withhold";
  }

  boolean isForNobody() {
    return origins.isEmpty() && source.isEmpty();
  }

  ReportedMember member(Member member) {
    return members.stream().filter(m -> m.member() == member).findFirst().orElseThrow();
  }
}
