package dev.jaxrscors.fetch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of origin patterns. Asking it costs the same whatever number it holds, and allocates
 * nothing.
 *
 * <p>One meets it where a policy allows more than a handful of origins, such as one for each
 * customer:
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
 */
public final class OriginSet {
  private final ExactOrigins exact;
  private final WildcardOrigins[] wildcards;

  private OriginSet(Collection<OriginPattern> patterns) {
    Map<OriginShape, List<OriginPattern>> byShape =
        patterns.stream()
            .collect(
                Collectors.groupingBy(
                    OriginShape::of, () -> new EnumMap<>(OriginShape.class), Collectors.toList()));
    List<OriginPattern> spelledOut = byShape.getOrDefault(OriginShape.EXACT, List.of());
    exact = new ExactOrigins(spelledOut);
    byShape.remove(OriginShape.EXACT);
    wildcards =
        byShape.entrySet().stream()
            .map(entry -> new WildcardOrigins(entry.getKey(), entry.getValue()))
            .toArray(WildcardOrigins[]::new);
  }

  /**
   * Returns the set of some patterns.
   *
   * @param patterns the patterns; repeated ones count once
   * @return the set
   * @throws IllegalArgumentException if one is {@code *}: every origin is more than a set of them
   */
  public static OriginSet of(Collection<OriginPattern> patterns) {
    if (patterns.stream().anyMatch(OriginPattern::isAny)) {
      throw new IllegalArgumentException("\"*\" is every origin, and no element of a set.");
    }
    return new OriginSet(patterns);
  }

  /**
   * Reports whether one of the patterns matches an origin.
   *
   * @param origin the origin of a request
   * @return true if one does
   */
  public boolean contains(Origin origin) {
    return contains(origin.serialized());
  }

  /**
   * Reports whether a text is an origin that one of the patterns matches. No {@link Origin} is made
   * of it.
   *
   * @param fieldValue the value of an {@code Origin} header, whatever it holds
   * @return true if one does; false for what is no origin
   */
  public boolean contains(String fieldValue) {
    // Its length goes first: what has no bound is not even hashed. What is spelled like a pattern
    // without asterisks is well-formed.
    return fieldValue.length() <= Origin.MAX_LENGTH
        && (exact.contains(fieldValue) || (wildcards.length > 0 && isMatched(fieldValue)));
  }

  private boolean isMatched(String fieldValue) {
    int hostEnd = likelyHostEnd(fieldValue);
    if (hostEnd < 0) {
      return false;
    }
    for (WildcardOrigins patterns : wildcards) {
      if (patterns.search(fieldValue, hostEnd) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the host of an origin ends, or -1 where no scheme is, and so no host. */
  private static int likelyHostEnd(String fieldValue) {
    int schemeEnd = Scheme.end(fieldValue);
    return schemeEnd < 0 ? -1 : Host.likelyEnd(fieldValue, schemeEnd + Scheme.SEPARATOR.length());
  }

  /** Returns how many slots are looked at to learn that this set does not contain an origin. */
  int probes(Origin stranger) {
    int probes = exact.probes(stranger.serialized());
    int hostEnd = likelyHostEnd(stranger.serialized());
    for (WildcardOrigins patterns : wildcards) {
      probes += Math.abs(patterns.search(stranger.serialized(), hostEnd));
    }
    return probes;
  }

  /**
   * Reports whether there is no pattern in this set.
   *
   * @return true if it contains no origin
   */
  public boolean isEmpty() {
    return size() == 0;
  }

  private int size() {
    return tables().mapToInt(Slots::size).sum();
  }

  private Stream<Slots> tables() {
    return Stream.concat(
        Stream.of(exact.slots()), Stream.of(wildcards).map(WildcardOrigins::slots));
  }

  /**
   * Returns the patterns that mean all subdomains of a domain.
   *
   * @return the patterns, made anew of their texts
   */
  public Stream<OriginPattern> anySubdomain() {
    return Stream.of(wildcards)
        .filter(WildcardOrigins::haveAnySubdomain)
        .flatMap(patterns -> patterns.slots().texts())
        .map(OriginPattern::parse);
  }

  private Stream<String> patterns() {
    return tables().flatMap(Slots::texts);
  }

  private boolean has(OriginPattern pattern) {
    return pattern.isExact()
        ? exact.contains(pattern.toString())
        : Stream.of(wildcards).anyMatch(patterns -> patterns.contains(pattern));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OriginSet that
        && size() == that.size()
        && patterns().map(OriginPattern::parse).allMatch(that::has);
  }

  @Override
  public int hashCode() {
    return patterns().mapToInt(String::hashCode).sum();
  }

  /**
   * Returns how many patterns there are: the patterns themselves may be a million.
   *
   * @return a short text for a log
   */
  @Override
  public String toString() {
    return "OriginSet of " + size();
  }
}
