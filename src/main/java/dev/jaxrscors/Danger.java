package dev.jaxrscors;

import dev.jaxrscors.policy.Waiver;

/** A check that is set aside by name, for the origins it stands beside. */
public enum Danger {
  /**
   * Origins reached over plain {@code http} may be allowed with credentials, or in production,
   * although anyone on the network can speak for them.
   */
  INSECURE_ORIGINS(Waiver.INSECURE_ORIGINS),
  /**
   * A wildcard may stand directly under a public suffix, as in {@code https://*.github.io}, with
   * credentials, although anyone can register a name there.
   */
  PUBLIC_SUFFIXES(Waiver.PUBLIC_SUFFIXES),
  /**
   * Loopback origins, such as {@code http://localhost:3000}, may be allowed in production. It alone
   * may stand beside the name of a policy, for the origins of that: {@code https://localhost} is
   * that of apps on phones, which operations may have to list.
   */
  LOOPBACK_ORIGINS(Waiver.LOOPBACK_ORIGINS);

  private final Waiver waiver;

  Danger(Waiver waiver) {
    this.waiver = waiver;
  }

  public Waiver waiver() {
    return waiver;
  }
}
