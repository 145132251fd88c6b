package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.Target;
import java.util.List;
import java.util.function.Supplier;

/**
 * A CORS-preflight request, as far as the CORS protocol looks at it: asks whether an origin may
 * send the request that it describes.
 *
 * @param origins the lines of {@code Origin}
 * @param methods the lines of {@code Access-Control-Request-Method}
 * @param headers the lines of {@code Access-Control-Request-Headers}; none when every header of the
 *     request to come is safelisted
 * @param target what that request is about to reach, found out only when a rule asks
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
 *     request</a>
 */
public record Preflight(
    List<String> origins, List<String> methods, List<String> headers, Supplier<Target> target) {}
