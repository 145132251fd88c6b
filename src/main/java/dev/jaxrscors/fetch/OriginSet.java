package dev.jaxrscors.fetch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of origin patterns. A look-up costs the same whatever number it holds, and allocates
 * nothing: a policy may allow an origin for each customer.
 *
 * <pre>{@code
 * OriginSet allowed =
 *     OriginSet.of(List.of(OriginPattern.parse("https://*.example.org")));
 * allowed.contains("https://a.b.example.org");          // true
 * allowed.contains("https://evil.com/.example.org");    // false: it is no origin
 * allowed.contains("null");                             // false: it is not listed
 * }</pre>
 *
 * <p>It contains an origin if and only if one of its patterns {@linkplain OriginPattern#matches
 * matches} it, by the serialisation that the <a
 * href="https://fetch.spec.whatwg.org/#cors-check">CORS check</a> compares. Patterns that mean one
 * origin each, the opaque one among them, stand in one hash table; those with asterisks in the same
 * places stand in another.
 *
 * <p>It is immutable.
 */
public final class OriginSet {
  private final OriginTable exact;
  private final OriginTable[] wildcards;

  private OriginSet(Collection<OriginPattern> patterns) {
    Map<String, List<OriginPattern>> byAsterisks =
        patterns.stream().collect(Collectors.groupingBy(OriginPattern::asterisks));
    List<OriginPattern> spelledOut = byAsterisks.remove("");
    exact = new OriginTable("", spelledOut == null ? List.of() : spelledOut);
    wildcards =
        byAsterisks.entrySet().stream()
            .map(entry -> new OriginTable(entry.getKey(), entry.getValue()))
            .toArray(OriginTable[]::new);
  }

  /**
   * {@return the set of some patterns}
   *
   * @param patterns the patterns; repeated ones count once
   * @throws IllegalArgumentException if one is {@code *}: every origin is more than a set of them
   */
  public static OriginSet of(Collection<OriginPattern> patterns) {
    if (patterns.stream().anyMatch(OriginPattern::isAny)) {
      throw new IllegalArgumentException("\"*\" is every origin, and no element of a set.");
    }
    return new OriginSet(patterns);
  }

  /**
   * {@return whether one of the patterns matches an origin}
   *
   * @param origin the origin of a request
   */
  public boolean contains(Origin origin) {
    return contains(origin.serialized());
  }

  /**
   * {@return whether a text is an origin that one of the patterns matches} It makes no {@link
   * Origin}.
   *
   * @param fieldValue the value of an {@code Origin} header, whatever it holds
   */
  public boolean contains(String fieldValue) {
    // The length first: an unbounded text is not even hashed. A text spelled like a pattern without
    // asterisks is well-formed.
    return fieldValue.length() <= Origin.MAX_LENGTH
        && (exact.searchExact(fieldValue) > 0 || (wildcards.length > 0 && isMatched(fieldValue)));
  }

  private boolean isMatched(String fieldValue) {
    int hostStart = likelyHostStart(fieldValue);
    int hostEnd = Host.likelyEnd(fieldValue, hostStart);
    for (OriginTable patterns : wildcards) {
      if (hostStart > 0 && patterns.search(fieldValue, hostStart, hostEnd) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the host of an origin starts, or 0 where no scheme is, and so no host. */
  private static int likelyHostStart(String fieldValue) {
    int schemeEnd = Scheme.end(fieldValue);
    return schemeEnd < 0 ? 0 : schemeEnd + Scheme.SEPARATOR.length();
  }

  /** Returns how many slots a search reads for an origin that is not in this set. */
  int probes(Origin stranger) {
    String text = stranger.serialized();
    int probes = -exact.searchExact(text);
    int hostStart = likelyHostStart(text);
    for (OriginTable patterns : wildcards) {
      probes += Math.abs(patterns.search(text, hostStart, Host.likelyEnd(text, hostStart)));
    }
    return probes;
  }

  /** {@return whether there is no pattern in this set} */
  public boolean isEmpty() {
    return size() == 0;
  }

  private int size() {
    return tables().mapToInt(OriginTable::size).sum();
  }

  private Stream<OriginTable> tables() {
    return Stream.concat(Stream.of(exact), Stream.of(wildcards));
  }

  /** {@return the patterns that mean all subdomains of a domain, made anew of their texts} */
  public Stream<OriginPattern> anySubdomain() {
    return Stream.of(wildcards)
        .filter(OriginTable::hasAnySubdomain)
        .flatMap(OriginTable::texts)
        .map(OriginPattern::parse);
  }

  /**
   * Returns the patterns as texts, in no particular order.
   *
   * @return the texts, each once
   */
  public Stream<String> texts() {
    return tables().flatMap(OriginTable::texts);
  }

  private Set<String> patterns() {
    return texts().collect(Collectors.toSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OriginSet that
        && size() == that.size()
        && patterns().equals(that.patterns());
  }

  @Override
  public int hashCode() {
    return patterns().hashCode();
  }

  /** {@return how many patterns there are, for a log: the patterns themselves may be a million} */
  @Override
  public String toString() {
    return "OriginSet of " + size();
  }
}
