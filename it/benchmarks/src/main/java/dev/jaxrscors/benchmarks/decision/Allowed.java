package dev.jaxrscors.benchmarks.decision;

import dev.jaxrscors.CorsPolicy;
import java.util.List;
import java.util.stream.IntStream;

/** The origins that a policy allows. */
public enum Allowed {
  /** A single one. */
  ONE(List.of("https://example.com"), "https://example.org"),
  /** Two that differ in their first letter alone, of the longest host there is. */
  TWO(
      List.of("https://a" + ".a".repeat(126), "https://b" + ".a".repeat(126)),
      "https://c" + ".a".repeat(126)),
  /** Nine, a third of them patterns. */
  MULTIPLE(
      List.of(
          "https://*.example.net",
          "https://example.net:8080",
          "https://example.net",
          "https://*.example.org",
          "https://example.org:8080",
          "https://example.org",
          "https://*.example.com",
          "https://example.com:8080",
          "https://example.com"),
      "https://example.org:6060"),
  /** A thousand of equal length. */
  MANY(
      IntStream.range(0, 1_000).mapToObj("https://%03d.example.com"::formatted).toList(),
      "https://example.org:6060"),
  /** Every one. */
  ALL(List.of(CorsPolicy.ANY), "https://example.com");

  // Error Prone cannot see that no list here can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> origins;

  private final String stranger;

  Allowed(List<String> origins, String stranger) {
    this.origins = origins;
    this.stranger = stranger;
  }

  /** {@return the values of the policy} */
  public List<String> origins() {
    return origins;
  }

  /** {@return the origin that was listed last, which is an exact one} */
  public String listed() {
    return origins.get(origins.size() - 1);
  }

  /** {@return an origin that is not listed} */
  public String stranger() {
    return stranger;
  }
}
