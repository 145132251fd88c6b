package dev.jaxrscors.policy;

/** A check that a policy's author has set aside by name. */
public enum Waiver {
  /** Origins reached over plain {@code http} may be allowed with credentials, or in production. */
  INSECURE_ORIGINS,
  /** A wildcard may stand directly under a public suffix, with credentials. */
  PUBLIC_SUFFIXES,
  /** Loopback origins, such as {@code http://localhost:3000}, may be allowed in production. */
  LOOPBACK_ORIGINS
}
