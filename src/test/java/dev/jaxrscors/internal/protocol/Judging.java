package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.policy.Policy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Short words for the tables: requests that a policy judges, and whole sets of header fields. */
final class Judging {

  static final Supplier<Target> NO_TARGET =
      () -> {
        throw new AssertionError("found out what the request reaches, although no rule asks");
      };

  private Judging() {}

  /** Returns the judge of resource methods with these verbs and declared headers. */
  static CompiledPolicy endpoint(Policy.Builder policy, String verbs, String... declared) {
    return new CompiledPolicy(
        policy.build(),
        words(verbs).map(RequestMethod::of).toList(),
        Arrays.stream(declared).map(HeaderName::of).toList());
  }

  static Verdict preflight(
      CompiledPolicy endpoint, String origin, String method, String... headers) {
    return preflight(endpoint, NO_TARGET, origin, method, headers);
  }

  static Verdict preflight(
      CompiledPolicy endpoint,
      Supplier<Target> target,
      String origin,
      String method,
      String... headers) {
    return endpoint.judge(
        new Preflight(List.of(origin), List.of(method), List.of(headers), target));
  }

  static Verdict actual(CompiledPolicy endpoint, String method, String... origins) {
    return endpoint.judge(new ActualRequest(List.of(origins), method, NO_TARGET));
  }

  /** Returns a set of fields from lines such as {@code "Allow-Origin: *"}. */
  static Map<String, String> fields(String... lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      String name = line.substring(0, colon);
      fields.put(name.equals("Vary") ? name : "Access-Control-" + name, line.substring(colon + 2));
    }
    return fields;
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ", -1));
  }
}
