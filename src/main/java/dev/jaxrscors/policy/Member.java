package dev.jaxrscors.policy;

import java.util.List;
import java.util.stream.Stream;

/** A member of a policy, by the name that {@code @CorsPolicy} gives it. */
public enum Member {
  /** The name of a policy declared elsewhere. */
  VALUE("value", ""),
  /** The allowed origins. */
  ORIGINS("origins", "origins"),
  /** The code that decides on origins which are not listed. */
  ORIGIN_SOURCE("originSource", ""),
  /** The checks set aside. */
  DANGEROUSLY("dangerously", "dangerously"),
  /** The allowed methods. */
  METHODS("methods", "methods"),
  /** The allowed request headers. */
  ALLOWED_HEADERS("allowedHeaders", "allowed-headers"),
  /** The response headers that scripts may read. */
  EXPOSED_HEADERS("exposedHeaders", "exposed-headers"),
  /** Whether credentials are allowed. */
  CREDENTIALS("credentials", "credentials"),
  /** How long a browser may keep the answer to a preflight. */
  MAX_AGE("maxAge", "max-age"),
  /** What becomes of actual requests that are refused. */
  REFUSAL("refusal", "refusal");

  private final String label;
  private final String key;

  Member(String label, String key) {
    this.label = label;
    this.key = key;
  }

  /** {@return the name of the member, as in {@code @CorsPolicy}} */
  public String label() {
    return label;
  }

  /** {@return what keys of configuration end in that set the member; empty if none can} */
  public String key() {
    return key;
  }

  /** {@return the members that keys of configuration can set} */
  public static List<Member> withKeys() {
    return Stream.of(values()).filter(member -> !member.key.isEmpty()).toList();
  }

  /** {@return whether its keys hold a list} */
  public boolean isList() {
    return switch (this) {
      case ORIGINS, METHODS, ALLOWED_HEADERS, EXPOSED_HEADERS -> true;
      default -> false;
    };
  }
}
