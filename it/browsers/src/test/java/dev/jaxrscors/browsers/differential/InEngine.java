package dev.jaxrscors.browsers.differential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.browsers.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Runs cases in an engine: many in one script, several at a time. */
final class InEngine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final int CASES_OF_ONE_SCRIPT = 200;

  /** Each case is a list: its id, its address, and its calls. */
  private static final String SCRIPT =
      """
      const cases = CASES;
      const verdicts = {};
      function pairs(headers) {
        return headers.flatMap((name, i) => (i % 2 ? [] : [[name, headers[i + 1]]]));
      }
      async function seen(address, [method, credentials, headers]) {
        try {
          const init = {method, credentials, headers: pairs(headers)};
          const response = await fetch(address, init);
          await response.text();
          return `shared ${response.status} ${[...response.headers.keys()].sort().join(',')}`;
        } catch (e) {
          return e instanceof TypeError ? 'blocked' : `threw ${e}`;
        }
      }
      async function work() {
        for (let next = cases.shift(); next; next = cases.shift()) {
          const [id, address, asks] = next;
          verdicts[id] = [];
          for (const ask of asks) verdicts[id].push(await seen(address, ask));
        }
      }
      await Promise.all(Array.from({length: WORKERS}, work));
      return JSON.stringify(verdicts);
      """;

  private final CaseServers servers;
  private final Engine engine;
  private final String name;

  /**
   * @param name the part of the paths that no other run has
   */
  InEngine(CaseServers servers, Engine engine, String name) {
    this.servers = servers;
    this.engine = engine;
    this.name = name;
  }

  Map<String, Verdict> run(List<Case> cases) {
    engine.open(servers.page() + "/");
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (List<Case> some : batches(cases, theCase -> theCase.asks().size() == 1)) {
      verdicts.putAll(runTogether(some, 4));
    }
    // One at a time, since Firefox was seen to lose entries of its cache when several ran at once.
    for (List<Case> some : batches(cases, theCase -> theCase.asks().size() > 1)) {
      verdicts.putAll(runTogether(some, 1));
    }
    return verdicts;
  }

  private static List<List<Case>> batches(List<Case> cases, Predicate<Case> chosen) {
    List<Case> all = cases.stream().filter(chosen).toList();
    List<List<Case>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CASES_OF_ONE_SCRIPT) {
      batches.add(all.subList(from, Math.min(all.size(), from + CASES_OF_ONE_SCRIPT)));
    }
    return batches;
  }

  private Map<String, Verdict> runTogether(List<Case> cases, int workers) {
    String script =
        SCRIPT
            .replace("CASES", toJson(cases.stream().map(this::row).toList()))
            .replace("WORKERS", Integer.toString(workers));
    Map<String, List<String>> seen = fromJson(engine.eval(script, TIMEOUT));
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (Case theCase : cases) {
      List<String> sent = servers.notes(name, theCase);
      verdicts.put(theCase.id(), new Verdict(sent, seen.get(theCase.id())));
    }
    return verdicts;
  }

  private static String toJson(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, List<String>> fromJson(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new AssertionError("The page returned: " + json, e);
    }
  }

  private List<Object> row(Case theCase) {
    List<List<Object>> asks =
        theCase.asks().stream()
            .map(ask -> List.<Object>of(ask.method(), ask.credentials().word(), ask.headers()))
            .toList();
    return List.of(theCase.id(), servers.address(name, theCase), asks);
  }
}
