package dev.jaxrscors.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a browser that follows the Fetch standard concludes from a response.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-check">Fetch, CORS check</a>
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch, CORS-preflight
 *     fetch</a>
 */
enum BrowserCheck {
  /** With the credentials mode <i>include</i>. */
  INCLUDING_CREDENTIALS,
  /** With the credentials mode <i>omit</i>. */
  OMITTING_CREDENTIALS;

  private static final Set<String> SAFELISTED_METHODS = Set.of("GET", "HEAD", "POST");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Returns the word of the conformance cases for what the browser concludes. */
  String conclude(Request request, Reply reply) {
    if (request.isPreflight()) {
      return isPreflightOk(request, reply) ? "preflight-ok" : "preflight-fails";
    }
    return isShared(request, reply) ? "shared" : "not-shared";
  }

  boolean isShared(Request request, Reply reply) {
    List<String> lines = reply.all("Access-Control-Allow-Origin");
    if (lines.isEmpty()) {
      return false;
    }
    // Several lines are one value to a browser, which then equals no origin.
    String allowed = String.join(", ", lines);
    if (this == OMITTING_CREDENTIALS && allowed.equals("*")) {
      return true;
    }
    if (!allowed.equals(request.joined("Origin"))) {
      return false;
    }
    return this == OMITTING_CREDENTIALS
        || reply.all("Access-Control-Allow-Credentials").equals(List.of("true"));
  }

  boolean isPreflightOk(Request request, Reply reply) {
    boolean isOkStatus = reply.status() >= 200 && reply.status() <= 299;
    return isOkStatus
        && isShared(request, reply)
        && isWellFormed(reply, "Access-Control-Allow-Methods")
        && isWellFormed(reply, "Access-Control-Allow-Headers")
        && allowsMethod(request.joined("Access-Control-Request-Method"), reply)
        && elements(request.joined("Access-Control-Request-Headers")).stream()
            .allMatch(name -> allowsHeader(name, reply));
  }

  private static boolean isWellFormed(Reply reply, String list) {
    return reply.elements(list).stream().allMatch(e -> TOKEN.matcher(e).matches());
  }

  private boolean allowsMethod(String method, Reply reply) {
    List<String> allowed = reply.elements("Access-Control-Allow-Methods");
    return allowed.contains(method) || SAFELISTED_METHODS.contains(method) || isWildcard(allowed);
  }

  private boolean allowsHeader(String name, Reply reply) {
    List<String> allowed = reply.elements("Access-Control-Allow-Headers");
    return allowed.stream().anyMatch(name::equalsIgnoreCase)
        || (isWildcard(allowed) && !name.equalsIgnoreCase("Authorization"));
  }

  private boolean isWildcard(List<String> allowed) {
    return this == OMITTING_CREDENTIALS && allowed.contains("*");
  }

  private static List<String> elements(String list) {
    List<String> elements = new ArrayList<>();
    for (String element : list.split(",", -1)) {
      if (!element.isBlank()) {
        elements.add(element.strip());
      }
    }
    return elements;
  }
}
