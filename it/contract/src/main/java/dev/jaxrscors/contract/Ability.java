package dev.jaxrscors.contract;

/** What a place offers beyond Jakarta REST: what an application may be made of there. */
public enum Ability {
  /** Resources that are CDI beans, and a setup that is one. */
  CDI,
  /** Resources that are session beans. */
  EJB,
  /** Security constraints in web.xml are enforced, without more configuration. */
  CONSTRAINTS,
  /** Annotations of roles on resources are read, without more configuration. */
  ROLES
}
