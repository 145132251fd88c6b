package dev.jaxrscors.event;

/** Which of the two requests of the CORS protocol one is. */
public enum RequestKind {
  /** Asks, without running anything, whether a page may send another request. */
  PREFLIGHT,
  /** The request that a page has sent. */
  ACTUAL
}
