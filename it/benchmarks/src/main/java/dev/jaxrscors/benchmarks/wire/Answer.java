package dev.jaxrscors.benchmarks.wire;

import java.net.http.HttpHeaders;

/**
 * What a server said to one call.
 *
 * @param status the status code
 * @param headers the header fields
 * @param body the content
 */
record Answer(int status, HttpHeaders headers, String body) {}
