package dev.jaxrscors.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * A browser that shows a page, whose scripts fetch from servers.
 *
 * <p>It does what the <a href="https://fetch.spec.whatwg.org/">Fetch standard</a> says: it sends
 * preflights and caches their answers, checks who may read a response, hides headers that are not
 * exposed, and follows redirects. It talks HTTP to whatever server there is, so it judges any
 * software:
 *
 * <pre>{@code
 * Browser browser = browserAt("https://app.example.com").withCredentials();
 * Outcome outcome = browser.put(uri).header("X-Api-Key", "k").json("{}");
 * assertThat(outcome).isShared().sentPreflight().exposes("ETag");
 * }</pre>
 *
 * <ul>
 *   <li>A {@code with} method returns another browser and leaves this one as it was. Both share one
 *       preflight cache, unless the documentation says that it starts anew.
 *   <li>For the preflight cache time stands still, so that a slow machine changes no verdict;
 *       {@link #elapse(Duration)} lets it pass.
 *   <li>It is the network and the CORS protocol alone. Mixed content, Content Security Policy,
 *       Local Network Access, the HTTP cache, {@code Sec-Fetch-*} headers and {@code Set-Cookie}
 *       are not there, nor is the mode {@code no-cors}.
 * </ul>
 *
 * <p>It is thread-safe; browsers that share a preflight cache may fetch at once.
 */
public final class Browser {
  private final Page page;
  private final Conformance conformance;
  private final PreflightCache cache;
  private final Wire wire;

  private Browser(Page page, Conformance conformance, PreflightCache cache, Wire wire) {
    this.page = page;
    this.conformance = conformance;
    this.cache = cache;
    this.wire = wire;
  }

  /**
   * Returns a browser that shows a page, has an empty preflight cache, and sends credentials to the
   * page's own origin alone.
   *
   * @param page the address of the page, of which the origin counts, such as {@code
   *     https://app.example.com}; or {@code null} in letters, for a sandboxed frame
   * @return the browser
   * @throws IllegalArgumentException if it is no address with a scheme and a host
   */
  public static Browser at(String page) {
    Page shown = new Page(PageOrigin.of(page), CredentialsMode.SAME_ORIGIN, Headers.EMPTY);
    return new Browser(shown, Conformance.STANDARD, new PreflightCache(), Wire.USUAL);
  }

  /**
   * Does what {@link #at(String)} does; for a static import.
   *
   * @param page the address of the page, or {@code null} in letters
   * @return the browser
   * @throws IllegalArgumentException if it is no address with a scheme and a host
   */
  public static Browser browserAt(String page) {
    return at(page);
  }

  /**
   * Returns this browser, showing another page.
   *
   * @param address the address of the page, or {@code null} in letters
   * @return the browser at that page
   * @throws IllegalArgumentException if it is no address with a scheme and a host
   */
  public Browser goTo(String address) {
    return showing(page.from(PageOrigin.of(address)));
  }

  /**
   * Returns this browser, where scripts fetch with the credentials mode <i>include</i>: cookies go
   * to other origins too, and the server must allow it.
   *
   * @return the browser with credentials
   */
  public Browser withCredentials() {
    return showing(page.in(CredentialsMode.INCLUDE));
  }

  /**
   * Returns this browser, where scripts fetch with the credentials mode <i>same-origin</i>, which
   * is how every browser starts.
   *
   * @return the browser without credentials
   */
  public Browser withoutCredentials() {
    return showing(page.in(CredentialsMode.SAME_ORIGIN));
  }

  /**
   * Returns this browser, holding a cookie for every server. It goes along with requests that have
   * credentials, and never with a preflight.
   *
   * @param name the name of the cookie
   * @param value its value
   * @return the browser with the cookie
   */
  public Browser withCookie(String name, String value) {
    return showing(page.holding(name + "=" + value));
  }

  /**
   * Returns this browser, departing from the standard where Chromium, Firefox and WebKit do.
   *
   * <ul>
   *   <li>{@code Access-Control-Allow-Headers: *} covers {@code Authorization}. By the standard it
   *       must be named.
   *   <li>A {@code *} that came with credentials is no wildcard in the preflight cache either. By
   *       the letter of the standard it is one there.
   *   <li>A negative {@code Access-Control-Max-Age} says that nothing is kept. By the standard it
   *       is malformed, and what was granted is kept for 5 seconds.
   * </ul>
   *
   * @return the browser that does as engines do
   */
  public Browser likeEngines() {
    return new Browser(page, Conformance.ENGINES, cache, wire);
  }

  /**
   * Returns this browser with an empty preflight cache that keeps nothing for longer than a time.
   * Chromium keeps answers for 2 hours at most, Firefox for 24 hours, Safari for 10 minutes.
   *
   * @param limit the longest time
   * @return the browser with another cache
   */
  public Browser withLongestMaxAge(Duration limit) {
    return new Browser(page, conformance, new PreflightCache(limit), wire);
  }

  /**
   * Returns this browser, trusting the certificates that a client of the test trusts.
   *
   * @param client a client that follows no redirect by itself, and has neither cookies, an
   *     authenticator nor a proxy: what these do is the browser's to decide
   * @return the browser with that client
   * @throws IllegalArgumentException if the client does one of these
   */
  public Browser over(HttpClient client) {
    return new Browser(page, conformance, cache, wire.over(client));
  }

  /**
   * Returns this browser, waiting for each response no longer than a time; 30 seconds if it is not
   * said.
   *
   * @param timeout the longest time until the end of a response
   * @return the browser with that patience
   */
  public Browser withTimeout(Duration timeout) {
    return new Browser(page, conformance, cache, wire.within(timeout));
  }

  /**
   * Lets time pass for the preflight cache, and for all browsers that share it.
   *
   * @param time how much
   * @return this browser
   */
  public Browser elapse(Duration time) {
    cache.elapse(time);
    return this;
  }

  /**
   * Returns a request with the method GET.
   *
   * @param uri where it goes
   * @return the request
   */
  public PageRequest get(URI uri) {
    return request("GET", uri);
  }

  /**
   * Returns a request with the method HEAD.
   *
   * @param uri where it goes
   * @return the request
   */
  public PageRequest head(URI uri) {
    return request("HEAD", uri);
  }

  /**
   * Returns a request with the method POST.
   *
   * @param uri where it goes
   * @return the request
   */
  public PageRequest post(URI uri) {
    return request("POST", uri);
  }

  /**
   * Returns a request with the method PUT.
   *
   * @param uri where it goes
   * @return the request
   */
  public PageRequest put(URI uri) {
    return request("PUT", uri);
  }

  /**
   * Returns a request with the method PATCH.
   *
   * @param uri where it goes
   * @return the request
   */
  public PageRequest patch(URI uri) {
    return request("PATCH", uri);
  }

  /**
   * Returns a request with the method DELETE.
   *
   * @param uri where it goes
   * @return the request
   */
  public PageRequest delete(URI uri) {
    return request("DELETE", uri);
  }

  /**
   * Returns a request with any method, as a script spells it: the browser makes {@code put} a
   * {@code PUT}, but leaves {@code patch} alone.
   *
   * @param method the method
   * @param uri where it goes
   * @return the request
   */
  public PageRequest request(String method, URI uri) {
    return new PageRequest(this, method, uri);
  }

  Outcome send(String method, URI uri, Headers headers, Body body) {
    Fetch fetch = new Fetch(page, conformance, cache, wire);
    return fetch.run(() -> FetchRequest.of(page, method, uri, headers, body));
  }

  private Browser showing(Page other) {
    return new Browser(other, conformance, cache, wire);
  }
}
