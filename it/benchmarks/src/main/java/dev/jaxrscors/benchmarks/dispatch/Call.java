package dev.jaxrscors.benchmarks.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;

/** One request, the same for every runtime. */
public enum Call {
  /** What no page of another origin sends. */
  GET_WITHOUT_ORIGIN("GET", ""),
  /** A page of an allowed origin reads. */
  GET_ALLOWED("GET", Call.ALLOWED),
  /** A page of a stranger reads. */
  GET_REFUSED("GET", "https://evil.example"),
  /** A page of an allowed origin asks whether it may write. */
  PREFLIGHT_GRANTED("OPTIONS", Call.ALLOWED),
  /** A page of a stranger asks whether it may write. */
  PREFLIGHT_REFUSED("OPTIONS", "https://evil.example");

  /** The origin that every layer is told to allow. */
  public static final String ALLOWED = "https://app.example.com";

  private final String method;
  private final String origin;

  Call(String method, String origin) {
    this.method = method;
    this.origin = origin;
  }

  /** {@return the request method} */
  public String method() {
    return method;
  }

  /** {@return whether it is a CORS-preflight request} */
  public boolean isPreflight() {
    return method.equals("OPTIONS");
  }

  /** {@return whether it is a CORS request} */
  boolean hasOrigin() {
    return !origin.isEmpty();
  }

  /** {@return whether it comes from the origin that every layer is told to allow} */
  public boolean isAllowed() {
    return origin.equals(ALLOWED);
  }

  /** {@return the status that this library and its resource answer with} */
  public int status() {
    if (!isPreflight()) {
      return 200;
    }
    return isAllowed() ? 204 : 403;
  }

  /** {@return the request headers, as Chromium sends them where it matters here} */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "api.example.com");
    headers.put("Accept", "*/*");
    headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64)");
    if (hasOrigin()) {
      headers.put("Origin", origin);
    }
    if (isPreflight()) {
      headers.put("Access-Control-Request-Method", "PUT");
      headers.put("Access-Control-Request-Headers", "content-type,x-api-key");
    }
    return headers;
  }
}
