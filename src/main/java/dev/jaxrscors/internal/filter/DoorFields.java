package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place where header fields of the CORS protocol are put on a servlet response. */
final class DoorFields {

  private static final String PREFIX = "access-control-";
  private static final String[] NAMES = ResponseHeaders.NAMES.toArray(String[]::new);

  private DoorFields() {}

  /** Reports whether the name is that of a field of the protocol. */
  static boolean isOfProtocol(String name) {
    if (!name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return false;
    }
    for (String known : NAMES) {
      if (known.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** Reports whether a field is one of these. */
  static boolean isOwn(ResponseHeaders headers, String name, @Nullable String value) {
    for (String known : NAMES) {
      if (known.equalsIgnoreCase(name)) {
        return headers.value(known).equals(value);
      }
    }
    return false;
  }

  static boolean isVary(String name) {
    return name.equalsIgnoreCase(Vary.FIELD_NAME);
  }

  /**
   * Makes the fields of the protocol exactly these; {@code Vary} keeps what it has. Reports whether
   * there were others.
   */
  static boolean replace(HttpServletResponse response, ResponseHeaders headers) {
    boolean isAnyOther = hasOthers(response, headers);
    if (isAnyOther) {
      removeAll(response);
    }
    headers.forEach(response::setHeader);
    if (!headers.vary().isNothing()) {
      response.setHeader(Vary.FIELD_NAME, merged(headers.vary(), response, null));
    }
    return isAnyOther;
  }

  /** Returns what {@code Vary} has to be when another layer adds to it, or else what it is. */
  static String merged(Vary vary, HttpServletResponse response, @Nullable String added) {
    String there =
        response.containsHeader(Vary.FIELD_NAME)
            ? String.join(",", response.getHeaders(Vary.FIELD_NAME))
            : "";
    String merged = vary.mergedInto(there);
    return added == null ? merged : new Vary(added).mergedInto(merged);
  }

  private static boolean hasOthers(HttpServletResponse response, ResponseHeaders headers) {
    for (String name : NAMES) {
      if (headers.value(name).isEmpty() && response.containsHeader(name)) {
        return true;
      }
    }
    return false;
  }

  /** No container takes a field away: all are, and the others are put back. */
  private static void removeAll(HttpServletResponse response) {
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (String name : response.getHeaderNames()) {
      if (!isOfProtocol(name)) {
        others.put(name, List.copyOf(response.getHeaders(name)));
      }
    }
    String type = response.getContentType();
    int status = response.getStatus();
    response.reset();
    response.setStatus(status);
    if (type != null) {
      response.setContentType(type);
    }
    others.keySet().removeIf("Content-Type"::equalsIgnoreCase);
    others.forEach((name, lines) -> lines.forEach(line -> response.addHeader(name, line)));
  }
}
