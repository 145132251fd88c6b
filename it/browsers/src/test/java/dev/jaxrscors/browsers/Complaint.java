package dev.jaxrscors.browsers;

import dev.jaxrscors.browsers.engine.EngineType;
import java.util.EnumMap;
import java.util.Map;

/** What keeps a request from being sent, and the words of each engine for it. */
enum Complaint {
  /** The page may not set one of the headers. */
  HEADER(
      "Request header field x-trace is not allowed by Access-Control-Allow-Headers in preflight"
          + " response.",
      "(Reason: header ‘x-trace’ is not allowed according to header ‘Access-Control-Allow-Headers’"
          + " from CORS preflight response).",
      "Request header field X-Trace is not allowed by Access-Control-Allow-Headers."),

  /** The page may not use the method. Firefox does not say which one it was. */
  METHOD(
      "Method PATCH is not allowed by Access-Control-Allow-Methods in preflight response.",
      "(Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
      "Method PATCH is not allowed by Access-Control-Allow-Methods."),

  /** The page may do nothing. WebKit looks at the status first. */
  ORIGIN(
      "Response to preflight request doesn't pass access control check: No"
          + " 'Access-Control-Allow-Origin' header is present on the requested resource.",
      "(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.",
      "Preflight response is not successful. Status code: 403");

  // Error Prone cannot see that nobody changes it.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<EngineType, String> words = new EnumMap<>(EngineType.class);

  Complaint(String chromium, String firefox, String webKit) {
    words.put(EngineType.CHROMIUM, chromium);
    words.put(EngineType.FIREFOX, firefox);
    words.put(EngineType.WEBKIT, webKit);
  }

  String of(EngineType engine) {
    return words.getOrDefault(engine, "");
  }
}
