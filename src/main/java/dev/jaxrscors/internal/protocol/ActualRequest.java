package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.Target;
import java.util.List;
import java.util.function.Supplier;

/**
 * Any request but a preflight, as far as the CORS protocol looks at it.
 *
 * @param origins the lines of {@code Origin}; none when the request is not a CORS request
 * @param method the request method
 * @param target what it is about to reach, found out only when a rule asks
 * @see <a href="https://fetch.spec.whatwg.org/#cors-request">Fetch, CORS request</a>
 */
public record ActualRequest(List<String> origins, String method, Supplier<Target> target) {}
