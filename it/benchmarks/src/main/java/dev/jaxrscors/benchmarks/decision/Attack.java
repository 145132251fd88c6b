package dev.jaxrscors.benchmarks.decision;

import java.util.List;

/** Preflights that somebody wrote to cost as much as they can, beside one that nobody did. */
public enum Attack {
  /** An ordinary preflight, refused for its origin. */
  NONE("https://stranger.example", Attack.ORDINARY),
  /** 64 KB of commas in the list of headers. */
  COMMAS(Attack.LISTED, ",".repeat(65_536)),
  /** One name of 64 KB. */
  LONG_NAME(Attack.LISTED, "x".repeat(65_536)),
  /** One name as long as the longest list that is read. */
  LONGEST_NAME(Attack.LISTED, "x".repeat(8_192)),
  /** As many commas as are read, and one name. */
  MOST_COMMAS(Attack.LISTED, ",".repeat(127) + "x"),
  /** Short names, more than are read, in the longest list that is. */
  SHORT_NAMES(Attack.LISTED, "x,".repeat(4_095) + "x"),
  /** As many names as are read, all of them allowed but the last. */
  MOST_NAMES(Attack.LISTED, "accept,".repeat(127) + "x"),
  /** As many names as are read, and as long, all of them allowed but the last. */
  PADDED_NAMES(Attack.LISTED, ("accept" + " ".repeat(57) + ",").repeat(127) + "x"),
  /** An origin of 64 KB. */
  LONG_ORIGIN("https://" + "a".repeat(65_536), Attack.ORDINARY),
  /** An origin that has all of an allowed one but its first letter. */
  COMMON_END("https://xpp.example.com", Attack.ORDINARY),
  /** An origin that has all of an allowed one but its last letter. */
  COMMON_START("https://app.example.con", Attack.ORDINARY),
  /** An origin that goes on where an allowed one ends. */
  LONGER("https://app.example.com.evil.example", Attack.ORDINARY),
  /** A host of 127 labels below a domain whose subdomains are allowed, but for its port. */
  MANY_LABELS("https://" + "a.".repeat(120) + "example.org:1", Attack.ORDINARY),
  /** An origin that is malformed at its end only. */
  PERCENT("https://" + "a.".repeat(120) + "example.org%", Attack.ORDINARY);

  /** What the policy allows. */
  static final List<String> ALLOWED =
      List.of("https://app.example.com", "https://*.example.org", "http://localhost:*");

  private static final String LISTED = "https://app.example.com";
  private static final String ORDINARY = "content-type,x-requested-with";

  private final String origin;
  private final String headers;

  Attack(String origin, String headers) {
    this.origin = origin;
    this.headers = headers;
  }

  /** {@return the value of {@code Origin}} */
  public String origin() {
    return origin;
  }

  /** {@return the value of {@code Access-Control-Request-Headers}} */
  public String headers() {
    return headers;
  }

  /** {@return whether the reason of the refusal names the header that was refused} */
  public boolean namesHeader() {
    return List.of(LONGEST_NAME, MOST_COMMAS, MOST_NAMES, PADDED_NAMES).contains(this);
  }
}
