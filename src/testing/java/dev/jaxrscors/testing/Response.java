package dev.jaxrscors.testing;

/**
 * A response, as it came over the wire.
 *
 * @param status its status
 * @param headers its header fields
 * @param text its body, read as UTF-8
 */
record Response(int status, Headers headers, String text) {}
