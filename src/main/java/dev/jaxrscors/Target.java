package dev.jaxrscors;

import java.util.Optional;

/**
 * What a request is about to reach, as far as a decision on its origin may depend on it. Everything
 * is found out when it is asked for, and costs nothing before; so it is good for as long as {@link
 * OriginSource#allows} runs, in that thread: it is not thread-safe, and must not be kept.
 *
 * <p>What a preflight tells is less than what its request will: it has no cookies, no {@code
 * Authorization}, none of the headers that the script sets, and no body. So a decision by the realm
 * or tenant in the path, by the host, or by what a proxy adds to every request can be made on both.
 * One by who the user is cannot be made on a preflight: allow it there whom any user may allow, and
 * be strict on the request ({@link #isPreflight()}). One by the body cannot be made here at all:
 * the resource takes the grant back, with {@code CorsRequest.withhold}.
 */
public interface Target {

  /**
   * The path of a response that no resource made, such as 404. No template is like it, since a
   * parameter of a template has a name.
   */
  String UNMATCHED = "/{}";

  /**
   * {@return the host and port the request was sent to, such as {@code api.example.com} or {@code
   * localhost:8080}}
   */
  String host();

  /**
   * {@return the path template that was matched, with a slash in front, such as {@code
   * /orders/{id}}} It is from the root of the application, with the templates of the locators that
   * led there, and without the application's own path; where the runtime hides it, it is the path
   * that was requested; {@link #UNMATCHED} where no resource was matched.
   */
  String path();

  /** {@return the request method; for a preflight the method it announces} */
  String method();

  /** {@return whether a resource was matched} */
  default boolean isMatched() {
    return !path().equals(UNMATCHED);
  }

  /**
   * {@return whether it is a preflight that asks, and not yet the request itself}
   *
   * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
   *     request</a>
   */
  boolean isPreflight();

  /**
   * {@return the path that was requested, with a slash in front, from the root of the application}
   * It is percent-encoded and has its matrix parameters, as it was sent, where the runtime tells;
   * decoded on Quarkus REST.
   */
  String requestPath();

  /**
   * Returns what stands in the path for a parameter of the template.
   *
   * @param name the name of the parameter, such as {@code realm} for {@code /realms/{realm}}
   * @return its value, decoded, without matrix parameters; where several templates that led there
   *     have that name, the value in the last; empty where none has, or no resource was matched
   */
  Optional<String> pathParameter(String name);

  /**
   * Returns a header of the request. Its name goes into the {@code Vary} of this response, and of
   * all that this policy answers from then on, since caches have to know what a decision depends
   * on. A policy that looks at more than 32 different names varies by everything: {@code Vary: *},
   * which no cache keeps.
   *
   * @param name the name, in any case
   * @return its value, several lines joined by a comma and a space; empty where the request has no
   *     such header, or the name is none
   * @see <a href="https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches">Fetch, CORS
   *     protocol and HTTP caches</a>
   */
  Optional<String> header(String name);
}
