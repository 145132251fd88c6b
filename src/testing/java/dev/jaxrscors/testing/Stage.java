package dev.jaxrscors.testing;

/** Where a request was blocked; and so whether the server has acted on it. */
public enum Stage {
  /** Before anything was sent: a script would not be let to send it. */
  REQUEST("before it was sent"),

  /** At the preflight: the request itself was not sent. */
  PREFLIGHT("at the preflight"),

  /** At a redirect: the server that redirects has acted. */
  REDIRECT("at the redirect"),

  /** At the response: the server has acted, and the page may not read what it answered. */
  RESPONSE("at the response"),

  /** By the network: there is no response, or none that is HTTP. The server may have acted. */
  NETWORK("by the network");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
