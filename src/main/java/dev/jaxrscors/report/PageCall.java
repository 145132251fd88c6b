package dev.jaxrscors.report;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.ActualRequest;
import dev.jaxrscors.internal.protocol.Preflight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A request that a script of a page makes, as its browser sends it.
 *
 * @param method the method, normalised
 * @param headers what the script sets: names, or {@code Name: value}
 * @param asked the names that a preflight asks for, sorted, in lower case
 * @param dropped the names that the browser leaves out
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch, CORS-preflight
 *     fetch</a>
 */
record PageCall(
    String origin,
    String method,
    String path,
    List<String> headers,
    List<String> asked,
    List<String> dropped) {

  private static final Set<String> NORMALIZED =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");
  private static final Set<String> SAFELISTED_METHODS = Set.of("GET", "HEAD", "POST");
  private static final Set<String> SAFELISTED_HEADERS =
      Set.of("accept", "accept-language", "content-language");
  private static final Set<String> FORM_TYPES =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
  private static final int LONGEST_SAFE_VALUE = 128;

  static PageCall of(String origin, String method, String path, List<String> headers) {
    String upperCase = method.strip().toUpperCase(Locale.ROOT);
    Set<String> asked = new TreeSet<>();
    List<String> dropped = new ArrayList<>();
    for (String header : headers) {
      String name = header.split(":", 2)[0].strip();
      if (isForbidden(name)) {
        dropped.add(name);
      } else if (!name.isEmpty() && !isSafelisted(name, header)) {
        asked.add(name.toLowerCase(Locale.ROOT));
      }
    }
    return new PageCall(
        origin.strip(),
        NORMALIZED.contains(upperCase) ? upperCase : method.strip(),
        path.startsWith("/") ? path : "/" + path,
        List.copyOf(headers),
        List.copyOf(asked),
        dropped);
  }

  private static boolean isForbidden(String name) {
    try {
      return HeaderName.of(name).isForbiddenRequestHeader();
    } catch (InvalidValueException e) {
      return false;
    }
  }

  /** What can have any value is taken to have one that needs a preflight. */
  private static boolean isSafelisted(String name, String header) {
    String lower = name.toLowerCase(Locale.ROOT);
    int colon = header.indexOf(':');
    String value = colon < 0 ? "" : header.substring(colon + 1).strip();
    if (value.length() > LONGEST_SAFE_VALUE || value.matches("(?s).*[\"():<>?@\\[\\\\\\]{}].*")) {
      return false;
    }
    return lower.equals("content-type")
        ? FORM_TYPES.contains(value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        : SAFELISTED_HEADERS.contains(lower);
  }

  /** Reports whether a script can make it at all. */
  boolean isPossible() {
    return RequestMethod.isAskable(method);
  }

  boolean needsPreflight() {
    return !SAFELISTED_METHODS.contains(method) || !asked.isEmpty();
  }

  /** Returns the lines of {@code Access-Control-Request-Headers}. */
  List<String> askedLines() {
    return asked.isEmpty() ? List.of() : List.of(String.join(",", asked));
  }

  String askedInWords() {
    return asked.stream().map(Quoted::unquoted).collect(Collectors.joining(", "));
  }

  /** Returns its preflight, as a policy judges it. */
  Preflight preflight(String host, String template) {
    return new Preflight(
        List.of(origin),
        List.of(method),
        askedLines(),
        () -> new ExplainedTarget(this, host, template, true));
  }

  /** Returns the request itself, as a policy judges it. */
  ActualRequest actual(String host, String template) {
    return new ActualRequest(
        List.of(origin), method, () -> new ExplainedTarget(this, host, template, false));
  }

  /** Returns the value of a header that the script sets, if it is known. */
  Optional<String> value(String name) {
    return headers.stream()
        .map(header -> header.split(":", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equalsIgnoreCase(name))
        .map(parts -> parts[1].strip())
        .findFirst();
  }

  /** Returns the path without what follows it. */
  String pathAlone() {
    return path.split("[?#]", 2)[0];
  }
}
