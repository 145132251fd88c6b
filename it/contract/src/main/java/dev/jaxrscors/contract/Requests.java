package dev.jaxrscors.contract;

import dev.jaxrscors.wire.Request;

/** The requests that the suites send. */
final class Requests {

  static final String APP = "https://app.example.com";
  static final String STRANGER = "https://stranger.example.net";

  private Requests() {}

  /** Returns what a browser sends before a request that needs asking for. */
  static Request preflight(String path, String origin, String method) {
    return Request.of("OPTIONS", path)
        .with("Accept", "*/*")
        .with("Origin", origin)
        .with("Access-Control-Request-Method", method);
  }

  /** Returns the same, for a request with some headers. */
  static Request preflight(String path, String origin, String method, String headers) {
    return preflight(path, origin, method).with("Access-Control-Request-Headers", headers);
  }

  /** Returns a request from a page. */
  static Request from(String origin, String method, String path) {
    return Request.of(method, path).with("Origin", origin);
  }

  static Request get(String path) {
    return from(APP, "GET", path);
  }
}
