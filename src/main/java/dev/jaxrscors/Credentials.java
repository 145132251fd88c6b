package dev.jaxrscors;

/**
 * Whether requests with credentials are allowed: cookies, TLS client certificates, and what the
 * browser itself puts into {@code Authorization}.
 *
 * <p>A bearer token that a script sets is not a credential in this sense: it is a request header,
 * and needs {@link CorsPolicy#allowedHeaders()} alone.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#credentials">Fetch, credentials</a>
 */
public enum Credentials {
  /** Allowed: {@code Access-Control-Allow-Credentials: true} goes to allowed origins. */
  ALLOW,
  /** Refused. */
  REFUSE,
  /** As at the next level; refused when no level sets it. */
  INHERIT
}
