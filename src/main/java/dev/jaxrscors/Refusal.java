package dev.jaxrscors;

/**
 * What becomes of an actual request that is refused. (A refused preflight is answered 403; or, to
 * an allowed origin that wants too much, with what it may send, and then the browser refuses.)
 */
public enum Refusal {
  /**
   * The resource serves it, without CORS headers: the page cannot read the response.
   *
   * <p>It does not stop a <em>simple</em> request, such as the post of a form, which needs no
   * preflight: the resource method has run by the time the browser withholds the response. Where
   * that matters, use {@link #REJECT}.
   */
  WITHHOLD,
  /**
   * It is answered 403 before the resource runs, with a short body in JSON, whatever the request
   * accepts. Requests without {@code Origin}, same-origin ones, and those to a resource for every
   * origin, {@code "*"}, are never rejected.
   *
   * <p>This breaks what other sites post to the resource on purpose, such as the responses of SAML
   * and OpenID Connect. It is no protection of {@code GET} against cross-site request forgery:
   * browsers send {@code GET} without {@code Origin}. CORS is not access control.
   */
  REJECT,
  /** As at the next level; {@link #WITHHOLD} when no level sets it. */
  INHERIT
}
