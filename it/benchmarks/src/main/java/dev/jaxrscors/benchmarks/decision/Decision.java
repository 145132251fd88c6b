package dev.jaxrscors.benchmarks.decision;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.Method;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.Target;
import dev.jaxrscors.protocol.ActualRequest;
import dev.jaxrscors.protocol.Endpoint;
import dev.jaxrscors.protocol.Incoming;
import dev.jaxrscors.protocol.Preflight;
import dev.jaxrscors.protocol.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** One resource with a policy, and how its requests are decided: as the filters do it. */
final class Decision {

  private final Endpoint endpoint;

  private Decision(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Returns a resource that allows {@code PUT} and three request headers to some origins. */
  static Decision allowing(Collection<String> origins) {
    Policy policy = Policy.builder().origins(origins).methods("PUT", "GET").build();
    return new Decision(
        new Endpoint(
            policy,
            List.of(Method.of("GET"), Method.of("PUT")),
            Stream.of("Accept", "Content-Type", "X-Requested-With").map(HeaderName::of).toList()));
  }

  Verdict actual(List<String> origins) {
    return endpoint.judge(new ActualRequest(origins, "GET", Decision::noTarget));
  }

  Verdict preflight(List<String> origins, List<String> methods, List<String> headers) {
    Incoming incoming = Incoming.options(origins, methods, headers);
    if (incoming instanceof Preflight preflight) {
      return endpoint.judge(preflight, Decision::noTarget);
    }
    if (incoming instanceof Incoming.Malformed malformed) {
      return malformed.verdict();
    }
    throw new IllegalStateException("no preflight: " + incoming);
  }

  private static Target noTarget() {
    throw new IllegalStateException("no rule asks what the request reaches");
  }
}
