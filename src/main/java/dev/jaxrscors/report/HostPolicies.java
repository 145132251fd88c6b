package dev.jaxrscors.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policies of one operation, on all hosts and on those that configuration names. */
final class HostPolicies {

  private static final List<String> OTHERS = List.of();

  private final Map<List<String>, Set<Map<String, Object>>> byHost = new LinkedHashMap<>();

  /**
   * Adds what one method has.
   *
   * @param names what requests call the host; nothing for all that configuration does not name
   * @param policy the policy; empty if there is none
   */
  void add(List<String> names, Map<String, Object> policy) {
    byHost.computeIfAbsent(names, n -> new LinkedHashSet<>()).add(policy);
  }

  /** Returns what can be said of the operation: one policy, or each that one of its methods has. */
  Set<Map<String, Object>> possible() {
    return byHost.values().stream()
        .filter(policies -> policies.size() > 1)
        .findFirst()
        .orElseGet(() -> Set.of(whole()));
  }

  private Map<String, Object> whole() {
    Map<String, Object> others = onlyOne(OTHERS);
    Map<String, Object> whole = new LinkedHashMap<>(others);
    List<Map<String, Object>> differing = new ArrayList<>();
    for (List<String> names : byHost.keySet()) {
      if (!onlyOne(names).equals(others)) {
        differing.add(named(names, onlyOne(names)));
      }
    }
    if (!differing.isEmpty()) {
      whole.put("hosts", differing);
    }
    return whole;
  }

  private Map<String, Object> onlyOne(List<String> names) {
    return byHost.getOrDefault(names, Set.of(Map.of())).iterator().next();
  }

  private static Map<String, Object> named(List<String> names, Map<String, Object> policy) {
    Map<String, Object> host = new LinkedHashMap<>();
    host.put("names", names);
    if (!policy.isEmpty()) {
      host.put("policy", policy);
    }
    return host;
  }
}
