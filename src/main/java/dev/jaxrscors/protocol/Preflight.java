package dev.jaxrscors.protocol;

import dev.jaxrscors.fetch.HeaderList;
import dev.jaxrscors.fetch.Method;
import dev.jaxrscors.fetch.Origin;

/**
 * A CORS-preflight request: asks whether an origin may send the request that it describes.
 *
 * @param origin the origin that asks
 * @param method the method of the request to come
 * @param headers the names of its headers that are not safelisted
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
 *     request</a>
 */
public record Preflight(Origin origin, Method method, HeaderList headers) implements Incoming {}
