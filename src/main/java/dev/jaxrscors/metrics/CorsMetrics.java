package dev.jaxrscors.metrics;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.event.JudgedRequest;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.event.RequestKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests of the CORS protocol in Micrometer, as {@code cors.requests} ({@code
 * cors_requests_total} in Prometheus), with four tags:
 *
 * <ul>
 *   <li>{@code kind}: {@code preflight} or {@code actual};
 *   <li>{@code outcome}: {@code granted}, {@code refused} or {@code withheld};
 *   <li>{@code reason}: a {@link Reason} in lower case, or {@code none} for what was granted;
 *   <li>{@code policy}: where the policy is written that decided, as the log calls it; {@code none}
 *       where there is none, {@code other} for all beyond the first {@value #MOST_POLICIES}.
 * </ul>
 *
 * <p>Nothing that a client chooses is a tag, so no flood of origins makes more series.
 *
 * <pre>{@code
 * CorsSetup.builder().listener(new CorsMetrics(registry)).build();
 * }</pre>
 *
 * <p>With CDI, a producer does as well: {@code @Produces @ApplicationScoped CorsListener
 * metrics(MeterRegistry registry)}, {@code @Unremovable} on Quarkus. Needs {@code
 * io.micrometer:micrometer-core}, which the library does not bring.
 *
 * <p>It is thread-safe, as a {@code MeterRegistry} is.
 */
public final class CorsMetrics implements CorsListener {

  /** How many policies have a tag of their own: {@value}. */
  public static final int MOST_POLICIES = 100;

  private static final String NONE = "none";

  private final MeterRegistry registry;
  private final Set<String> policies = ConcurrentHashMap.newKeySet();
  private final Map<Series, Counter> counters = new ConcurrentHashMap<>();

  private record Series(RequestKind kind, String outcome, String reason, String policy) {}

  /**
   * Makes the listener; no series is there before something is counted in it.
   *
   * @param registry where to count
   */
  public CorsMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void granted(CorsEvent.Granted event) {
    count(event.request(), "granted", NONE);
  }

  @Override
  public void refused(CorsEvent.Refused event) {
    count(event.request(), "refused", tag(event.reason()));
  }

  @Override
  public void withheld(CorsEvent.Withheld event) {
    count(event.request(), "withheld", tag(event.reason()));
  }

  private void count(JudgedRequest request, String outcome, String reason) {
    Series series = new Series(request.kind(), outcome, reason, bounded(request.policy()));
    Counter counter = counters.get(series);
    if (counter == null) {
      // Not computeIfAbsent: a registry that hangs would hold the lock of others' series.
      counter = counter(series);
      counters.put(series, counter);
    }
    counter.increment();
  }

  private Counter counter(Series series) {
    return Counter.builder("cors.requests")
        .description("Preflights and requests of pages of other origins")
        .tag("kind", tag(series.kind()))
        .tag("outcome", series.outcome())
        .tag("reason", series.reason())
        .tag("policy", series.policy())
        .register(registry);
  }

  /** Sub-resources may have policies without end. */
  private String bounded(String policy) {
    if (policy.isEmpty()) {
      return NONE;
    }
    if (policies.contains(policy)) {
      return policy;
    }
    return isAdded(policy) ? policy : "other";
  }

  private synchronized boolean isAdded(String policy) {
    return policies.contains(policy) || (policies.size() < MOST_POLICIES && policies.add(policy));
  }

  private static String tag(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
