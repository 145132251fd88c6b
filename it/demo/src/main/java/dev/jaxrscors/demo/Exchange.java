package dev.jaxrscors.demo;

import java.util.List;

/**
 * One request that reached the server, and what the server sent: each the first line, then a line
 * for each header field.
 *
 * @param request as the server read it
 * @param response as the server wrote it
 */
public record Exchange(List<String> request, List<String> response) {}
