package dev.jaxrscors.testing;

/** See the <a href="https://fetch.spec.whatwg.org/#concept-request-credentials-mode">modes</a>. */
enum CredentialsMode {
  SAME_ORIGIN,
  INCLUDE
}
