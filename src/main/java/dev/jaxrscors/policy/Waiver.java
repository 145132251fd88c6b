package dev.jaxrscors.policy;

/**
 * A check that a policy's author has set aside by name.
 *
 * <p>It counts for the origins that are written beside it. {@link #LOOPBACK_ORIGINS} alone is a
 * matter of the policy, and stays when configuration replaces its origins: what it admits is always
 * the machine of the user, where the others would admit to whatever operations write what was meant
 * for one origin.
 */
public enum Waiver {
  /** Origins reached over plain {@code http} may be allowed with credentials, or in production. */
  INSECURE_ORIGINS,
  /** A wildcard may stand directly under a public suffix, with credentials. */
  PUBLIC_SUFFIXES,
  /** Loopback origins, such as {@code http://localhost:3000}, may be allowed in production. */
  LOOPBACK_ORIGINS
}
