package dev.jaxrscors;

/**
 * What a request is about to reach, as far as a decision on its origin may depend on it.
 *
 * @param host the host and port the request was sent to, such as {@code api.example.com} or {@code
 *     localhost:8080}
 * @param path the path template that was matched, with a slash in front, such as {@code
 *     /orders/{id}}: from the root of the application, with the templates of the locators that led
 *     there, and without the application's own path; where the runtime hides it, the path that was
 *     requested; {@link #UNMATCHED} where no resource was
 * @param method the request method; for a preflight the method it announces
 */
public record Target(String host, String path, String method) {

  /**
   * The path of a response that no resource made, such as 404. No template is like it, since a
   * parameter of a template has a name.
   */
  public static final String UNMATCHED = "/{}";

  /** {@return whether a resource was matched} */
  public boolean isMatched() {
    return !path.equals(UNMATCHED);
  }
}
