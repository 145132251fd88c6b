package dev.jaxrscors.wire;

/**
 * The server that a conformance case talks to.
 *
 * @param origin its own origin
 * @param host its host name
 */
record Server(String origin, String host) {}
