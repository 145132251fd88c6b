package dev.jaxrscors.testing;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The <a href="https://fetch.spec.whatwg.org/#cors-preflight-cache">CORS-preflight cache</a>. It
 * has a clock of its own, which stands still until it is moved.
 */
final class PreflightCache {
  private static final Duration UNLIMITED = Duration.ofDays(365_000);

  private final Duration limit;
  private final List<Entry> entries = new ArrayList<>();
  private Duration now = Duration.ZERO;

  PreflightCache() {
    this(UNLIMITED);
  }

  PreflightCache(Duration limit) {
    this.limit = limit;
  }

  private enum Kind {
    METHOD,
    HEADER_NAME
  }

  private record Entry(
      String origin,
      URI url,
      CredentialsMode credentials,
      Kind kind,
      String name,
      Duration expiry) {

    /** See <a href="https://fetch.spec.whatwg.org/#concept-cache-match">cache entry match</a>. */
    boolean matches(FetchRequest request) {
      return origin.equals(request.serializedOrigin())
          && url.equals(request.currentUrl())
          && (credentials == CredentialsMode.INCLUDE || !request.hasCredentials());
    }

    boolean isWildcard(Conformance conformance) {
      return name.equals("*") && conformance.isWildcardInCache(credentials);
    }
  }

  synchronized void elapse(Duration time) {
    now = now.plus(time);
  }

  synchronized boolean hasMethod(FetchRequest request, Conformance conformance) {
    return methodMatch(request, request.method(), conformance).isPresent();
  }

  synchronized boolean hasHeader(FetchRequest request, String name, Conformance conformance) {
    return headerMatch(request, name, conformance).isPresent();
  }

  synchronized void store(PreflightCheck answer) {
    Duration maxAge = MaxAge.of(answer.response(), answer.conformance());
    Duration kept = maxAge.compareTo(limit) > 0 ? limit : maxAge;
    FetchRequest request = answer.request();
    for (String method : answer.methods().elements()) {
      Optional<Entry> match = methodMatch(request, method, answer.conformance());
      replace(match, entry(request, Kind.METHOD, method, kept));
    }
    for (String name : answer.headerNames().elements()) {
      Optional<Entry> match = headerMatch(request, name, answer.conformance());
      replace(match, entry(request, Kind.HEADER_NAME, name, kept));
    }
  }

  /** See <a href="https://fetch.spec.whatwg.org/#concept-cache-clear">clear cache entries</a>. */
  synchronized void clear(FetchRequest request) {
    entries.removeIf(entry -> entry.matches(request));
  }

  private Optional<Entry> methodMatch(
      FetchRequest request, String method, Conformance conformance) {
    return match(
        request,
        Kind.METHOD,
        entry -> entry.name().equals(method) || entry.isWildcard(conformance));
  }

  private Optional<Entry> headerMatch(FetchRequest request, String name, Conformance conformance) {
    return match(
        request,
        Kind.HEADER_NAME,
        entry ->
            entry.name().equalsIgnoreCase(name)
                || (entry.isWildcard(conformance) && conformance.isCoveredByWildcard(name)));
  }

  private Optional<Entry> match(FetchRequest request, Kind kind, Predicate<Entry> named) {
    entries.removeIf(entry -> entry.expiry().compareTo(now) <= 0);
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.matches(request))
        .filter(named)
        .findFirst();
  }

  /** A match keeps its name, which may be the wildcard, and gets the new age. */
  private void replace(Optional<Entry> match, Entry fresh) {
    match.ifPresent(entries::remove);
    Entry old = match.orElse(fresh);
    entries.add(
        new Entry(
            old.origin(), old.url(), old.credentials(), old.kind(), old.name(), fresh.expiry()));
  }

  private Entry entry(FetchRequest request, Kind kind, String name, Duration maxAge) {
    return new Entry(
        request.serializedOrigin(),
        request.currentUrl(),
        request.credentials(),
        kind,
        name,
        now.plus(maxAge));
  }
}
