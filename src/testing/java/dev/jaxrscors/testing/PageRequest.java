package dev.jaxrscors.testing;

import java.net.URI;

/**
 * A call of {@code fetch} in a page, until one of {@link #send()}, {@link #json(String)}, {@link
 * #text(String)}, {@link #form(String)} and {@link #send(byte[])} makes it.
 *
 * <pre>{@code
 * browser.get(uri).send();
 * browser.put(uri).header("If-Match", "\"1\"").json("{}");
 * }</pre>
 *
 * <p>A request that a browser would not send, such as a GET with a body, is {@link Outcome.Blocked}
 * at {@link Stage#REQUEST}: where a script would see a {@code TypeError}, no exception is thrown.
 *
 * <p>It is not thread-safe.
 */
public final class PageRequest {
  private final Browser browser;
  private final String method;
  private final URI uri;
  private Headers headers = Headers.EMPTY;

  PageRequest(Browser browser, String method, URI uri) {
    this.browser = browser;
    this.method = method;
    this.uri = uri;
  }

  /**
   * Adds a header. A <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">forbidden
   * request-header</a> is dropped without a word, as in a page.
   *
   * @param name its name
   * @param value its value
   * @return this request
   */
  public PageRequest header(String name, String value) {
    headers = headers.with(name, value);
    return this;
  }

  /**
   * Sends the request without a body.
   *
   * @return what becomes of it
   */
  public Outcome send() {
    return browser.send(method, uri, headers, Body.NONE);
  }

  /**
   * Sends the request with bytes, which have no {@code Content-Type} but one that was added.
   *
   * @param body the bytes
   * @return what becomes of it
   */
  public Outcome send(byte[] body) {
    return browser.send(method, uri, headers, Body.of(body));
  }

  /**
   * Sends the request with JSON. The {@code Content-Type} is {@code application/json}, unless
   * another was added.
   *
   * @param body the JSON
   * @return what becomes of it
   */
  public Outcome json(String body) {
    return send("application/json", body);
  }

  /**
   * Sends the request with a string. The {@code Content-Type} is {@code text/plain;charset=UTF-8},
   * unless another was added.
   *
   * @param body the string
   * @return what becomes of it
   */
  public Outcome text(String body) {
    return send("text/plain;charset=UTF-8", body);
  }

  /**
   * Sends the request with a form. The {@code Content-Type} is {@code
   * application/x-www-form-urlencoded;charset=UTF-8}, unless another was added.
   *
   * @param body the form, encoded, such as {@code name=value&other=value}
   * @return what becomes of it
   */
  public Outcome form(String body) {
    return send("application/x-www-form-urlencoded;charset=UTF-8", body);
  }

  private Outcome send(String contentType, String body) {
    Headers typed = headers.withDefault("Content-Type", contentType);
    return browser.send(method, uri, typed, Body.of(body));
  }
}
