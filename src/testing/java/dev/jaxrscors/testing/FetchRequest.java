package dev.jaxrscors.testing;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * A <a href="https://fetch.spec.whatwg.org/#concept-request">request</a>, at one point of its way.
 *
 * @param page the page that fetches
 * @param method the method, normalized
 * @param urls where it goes, and by redirects before that has gone
 * @param headers what the script has set
 * @param body the body
 * @param tainting whether it has left the page's own origin
 */
record FetchRequest(
    Page page, String method, List<URI> urls, Headers headers, Body body, Tainting tainting) {
  private static final Set<String> REQUEST_BODY_HEADERS =
      Set.of("Content-Encoding", "Content-Language", "Content-Location", "Content-Type");

  /**
   * See <a href="https://fetch.spec.whatwg.org/#concept-request-response-tainting">tainting</a>.
   */
  enum Tainting {
    BASIC,
    CORS
  }

  /** Returns the request that a script makes, as its constructor checks it. */
  static FetchRequest of(Page page, String method, URI url, Headers headers, Body body)
      throws NetworkError {
    requireHttp(url);
    requireMethod(method, body);
    Headers allowed = ScriptHeaders.of(headers);
    return new FetchRequest(
        page,
        RequestMethod.normalized(method),
        List.of(Urls.normalized(url)),
        allowed,
        body,
        Tainting.BASIC);
  }

  private static void requireHttp(URI url) throws NetworkError {
    if (!Urls.isHttp(url)) {
      throw new NetworkError(Stage.REQUEST, url + " is no http or https address");
    }
    if (Urls.hasCredentials(url)) {
      throw new NetworkError(Stage.REQUEST, url + " has a user or password in it");
    }
  }

  private static void requireMethod(String method, Body body) throws NetworkError {
    if (!RequestMethod.isToken(method)) {
      throw new NetworkError(Stage.REQUEST, "\"" + method + "\" is no method");
    }
    if (RequestMethod.isForbidden(method)) {
      throw new NetworkError(Stage.REQUEST, method + " is a forbidden method");
    }
    if (body != Body.NONE && !RequestMethod.allowsBody(RequestMethod.normalized(method))) {
      throw new NetworkError(Stage.REQUEST, method + " must not have a body");
    }
  }

  URI currentUrl() {
    return urls.get(urls.size() - 1);
  }

  PageOrigin currentOrigin() {
    return PageOrigin.of(currentUrl());
  }

  CredentialsMode credentials() {
    return page.credentials();
  }

  /** Reports whether the credentials mode is <i>include</i>. */
  boolean hasCredentials() {
    return credentials() == CredentialsMode.INCLUDE;
  }

  boolean isCors() {
    return tainting == Tainting.CORS;
  }

  /** See <a href="https://fetch.spec.whatwg.org/#http-network-or-cache-fetch">network fetch</a>. */
  boolean includesCookies() {
    return hasCredentials() || !isCors();
  }

  boolean staysAtItsOrigin() {
    return !isCors() && currentOrigin().isSameAs(page.origin());
  }

  boolean needsPreflight() {
    return !RequestMethod.isSafelisted(method) || !unsafeNames().isEmpty();
  }

  SortedSet<String> unsafeNames() {
    return SafelistedHeader.unsafeNames(headers);
  }

  /** See <a href="https://fetch.spec.whatwg.org/#append-a-request-origin-header">Origin</a>. */
  boolean sendsOrigin() {
    return isCors() || RequestMethod.allowsBody(method);
  }

  /** See <a href="https://fetch.spec.whatwg.org/#serializing-a-request-origin">serializing</a>. */
  String serializedOrigin() {
    return isRedirectTainted() ? "null" : page.origin().serialized();
  }

  /**
   * See the <a href="https://fetch.spec.whatwg.org/#concept-request-tainted-origin">tainted</a>.
   */
  boolean isRedirectTainted() {
    for (int i = 1; i < urls.size(); i++) {
      PageOrigin last = PageOrigin.of(urls.get(i - 1));
      if (!PageOrigin.of(urls.get(i)).isSameAs(last) && !page.origin().isSameAs(last)) {
        return true;
      }
    }
    return false;
  }

  FetchRequest tainted() {
    return new FetchRequest(page, method, urls, headers, body, Tainting.CORS);
  }

  FetchRequest redirectedTo(URI url) {
    boolean leaves = !PageOrigin.of(url).isSameAs(currentOrigin());
    Headers kept = leaves ? headers.without(Set.of("Authorization")) : headers;
    List<URI> longer = Stream.concat(urls.stream(), Stream.of(url)).toList();
    return new FetchRequest(page, method, longer, kept, body, tainting);
  }

  FetchRequest asGet() {
    Headers bodiless = headers.without(REQUEST_BODY_HEADERS);
    return new FetchRequest(page, "GET", urls, bodiless, Body.NONE, tainting);
  }
}
