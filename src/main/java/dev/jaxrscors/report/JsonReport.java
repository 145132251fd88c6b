package dev.jaxrscors.report;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for programs. */
final class JsonReport {

  private final CorsReport report;

  JsonReport(CorsReport report) {
    this.report = report;
  }

  String write() {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("version", 1);
    whole.put("mistakes", report.mistakes());
    whole.put("hosts", report.hosts().stream().map(JsonReport::host).toList());
    return Json.of(whole);
  }

  private static Map<String, Object> host(ReportedHost host) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("names", host.names());
    map.put("endpoints", host.endpoints().stream().map(JsonReport::endpoint).toList());
    host.forUnmatched().ifPresent(policy -> map.put("errorsOfNoResource", unmatched(policy)));
    map.put(
        "decidedByLocators",
        host.openEnds().entrySet().stream().map(e -> openEnd(e.getKey(), e.getValue())).toList());
    map.put("hints", host.hints());
    return map;
  }

  private static Map<String, Object> openEnd(String path, String place) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("below", path);
    map.put("at", place);
    return map;
  }

  private static Map<String, Object> unmatched(Policy policy) {
    List<String> origins = policy.origins().patterns();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("origins", first(origins));
    map.put("count", origins.size());
    map.put("askingCode", policy.origins().hasSource());
    map.put("credentials", policy.allowsCredentials());
    return map;
  }

  private static List<String> first(List<String> origins) {
    return origins.subList(0, Math.min(origins.size(), ListedOrigins.MOST));
  }

  private static Map<String, Object> endpoint(ReportedEndpoint endpoint) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", endpoint.path());
    map.put("method", endpoint.verb());
    map.put("at", endpoint.place());
    map.put("state", endpoint.state().key());
    endpoint
        .policy()
        .ifPresent(
            policy -> {
              map.put("methodAllowed", !endpoint.isLeftOut());
              map.put("hazards", policy.hazards().stream().map(Hazard::key).toList());
              map.put("policy", policy(policy));
            });
    return map;
  }

  private static Map<String, Object> policy(ReportedPolicy policy) {
    Map<String, Object> map = new LinkedHashMap<>();
    Map<String, Object> origins = new LinkedHashMap<>();
    origins.put("values", first(policy.origins()));
    origins.put("count", policy.origins().size());
    if (!policy.source().isEmpty()) {
      origins.put("source", policy.source());
    }
    origins.put("waived", policy.waived());
    put(map, policy, Member.ORIGINS, origins);
    put(map, policy, Member.METHODS, values(policy.methods()));
    Map<String, Object> headers = values(policy.headers());
    headers.put("derived", policy.derived().stream().map(JsonReport::derived).toList());
    put(map, policy, Member.ALLOWED_HEADERS, headers);
    put(map, policy, Member.EXPOSED_HEADERS, values(policy.exposed()));
    put(map, policy, Member.CREDENTIALS, value(policy.credentials()));
    put(map, policy, Member.MAX_AGE, value(policy.maxAge()));
    put(map, policy, Member.REFUSAL, value(policy.refusal()));
    return map;
  }

  private static Map<String, Object> derived(DerivedHeader header) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", header.name());
    map.put("because", header.because());
    return map;
  }

  private static Map<String, Object> values(List<String> values) {
    return value("values", values);
  }

  private static Map<String, Object> value(Object value) {
    return value("value", value);
  }

  private static Map<String, Object> value(String name, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    return map;
  }

  private static void put(
      Map<String, Object> map, ReportedPolicy policy, Member member, Map<String, Object> value) {
    Whence from = policy.member(member).from();
    Map<String, Object> whence = new LinkedHashMap<>();
    whence.put("kind", from.kind().key());
    if (!from.place().isEmpty()) {
      whence.put("place", from.place());
    }
    value.put("from", whence);
    map.put(member.label(), value);
  }
}
