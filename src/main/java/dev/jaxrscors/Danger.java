package dev.jaxrscors;

/**
 * A check that is set aside by name, for the origins it stands beside.
 *
 * <p>{@link #LOOPBACK_ORIGINS} alone is a matter of the policy, and stays when configuration
 * replaces its origins: what it admits is always the machine of the user, where the others would
 * admit to whatever operations write what was meant for one origin. So it is the one that
 * configuration can name: {@code cors.policy.NAME.dangerously=loopback-origins}.
 */
public enum Danger {
  /**
   * Origins reached over plain {@code http} may be allowed with credentials, or in production,
   * although anyone on the network can speak for them.
   */
  INSECURE_ORIGINS,
  /**
   * A wildcard may stand directly under a public suffix, as in {@code https://*.github.io}, with
   * credentials, although anyone can register a name there.
   */
  PUBLIC_SUFFIXES,
  /**
   * Loopback origins, such as {@code http://localhost:3000}, may be allowed in production. It alone
   * may stand beside the name of a policy, for the origins of that: {@code https://localhost} is
   * that of apps on phones, which operations may have to list.
   */
  LOOPBACK_ORIGINS
}
