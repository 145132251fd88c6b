package dev.jaxrscors.report;

import dev.jaxrscors.policy.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy as clients of an API may see it: by the names and in the shapes of the report in JSON,
 * but not where it is written, and with which opt-outs.
 */
final class ClientView {

  private ClientView() {}

  static Map<String, Object> of(ReportedPolicy policy) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(Member.ORIGINS.label(), origins(policy));
    map.put(Member.METHODS.label(), Map.of("values", policy.methods()));
    map.put(Member.ALLOWED_HEADERS.label(), Map.of("values", policy.headers()));
    map.put(Member.EXPOSED_HEADERS.label(), Map.of("values", policy.exposed()));
    map.put(Member.CREDENTIALS.label(), Map.of("value", policy.credentials()));
    map.put(Member.MAX_AGE.label(), Map.of("value", policy.maxAge()));
    map.put(Member.REFUSAL.label(), Map.of("value", policy.refusal()));
    return map;
  }

  private static Map<String, Object> origins(ReportedPolicy policy) {
    List<String> listed = policy.origins();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("values", List.copyOf(listed.subList(0, Math.min(listed.size(), ListedOrigins.MOST))));
    map.put("count", listed.size());
    if (!policy.source().isEmpty()) {
      map.put("askingCode", true);
    }
    return map;
  }
}
