package dev.jaxrscors.policy;

/**
 * What a request is about to reach, as far as a decision on its origin may depend on it.
 *
 * @param host the host and port the request was sent to, such as {@code api.example.com} or {@code
 *     localhost:8080}
 * @param path the path template of the resource method, relative to the application, such as {@code
 *     /orders/{id}}
 * @param method the request method; for a preflight the method it asks for
 */
public record Target(String host, String path, String method) {}
