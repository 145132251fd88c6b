package dev.jaxrscors.benchmarks.decision;

import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.ActualRequest;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.Preflight;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A resource with a policy: decides on its requests as the filters do. */
final class Decision {

  /** The headers that browsers ask for on behalf of many a library. */
  static final String HEADERS = "content-type,x-requested-with";

  private final CompiledPolicy endpoint;

  private Decision(CompiledPolicy endpoint) {
    this.endpoint = endpoint;
  }

  /** Returns a resource that allows {@code PUT} and three request headers to some origins. */
  static Decision allowing(Collection<String> origins) {
    Policy policy = Policy.builder().origins(origins).methods("PUT", "GET").build();
    return new Decision(
        new CompiledPolicy(
            policy,
            List.of(RequestMethod.of("GET"), RequestMethod.of("PUT")),
            Stream.of("Accept", "Content-Type", "X-Requested-With").map(HeaderName::of).toList()));
  }

  static ActualRequest actual(String... origins) {
    return new ActualRequest(List.of(origins), "GET", Decision::noTarget);
  }

  static Preflight preflight(String origin, String method, String headers) {
    return new Preflight(List.of(origin), List.of(method), List.of(headers), Decision::noTarget);
  }

  Verdict on(ActualRequest request) {
    return endpoint.judge(request);
  }

  /** A preflight is looked at twice: before the runtime finds out what it asks for, and after. */
  Verdict on(Preflight request) {
    Incoming incoming = Incoming.options(request.origins(), request.methods());
    return incoming instanceof Incoming.Malformed malformed
        ? malformed.verdict()
        : endpoint.judge(request);
  }

  private static Target noTarget() {
    throw new IllegalStateException("no rule asks what the request reaches");
  }
}
