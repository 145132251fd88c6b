package dev.jaxrscors.internal.filter;

import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Deployed;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.deploy.Setup;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a servlet container would hand to the door, as far as it is asked for. */
final class ServletFakes {

  private ServletFakes() {}

  /** Returns a request to a web application at {@code /shop}, served by the default servlet. */
  static HttpServletRequest request(String method, String uri, String... lines) {
    return request(Map.of(), method, uri, lines);
  }

  /** Returns the same with some other answers. */
  static HttpServletRequest request(
      Map<String, Function<Object[], @Nullable Object>> others,
      String method,
      String uri,
      String... lines) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(": ");
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 2));
    }
    URI url = URI.create(uri);
    Map<String, Object> attributes = new HashMap<>();
    Map<String, Function<Object[], @Nullable Object>> answers = new HashMap<>();
    answers.put("getMethod", arguments -> method);
    answers.put("getHeader", arguments -> first(headers.get(arguments[0])));
    answers.put(
        "getHeaders",
        arguments -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of())));
    answers.put("getRequestURI", arguments -> url.getRawPath());
    answers.put("getScheme", arguments -> url.getScheme());
    answers.put("getServerName", arguments -> url.getHost());
    answers.put("getServerPort", arguments -> url.getPort() < 0 ? 443 : url.getPort());
    answers.put("getContextPath", arguments -> "/shop");
    answers.put("getServletPath", arguments -> url.getPath().replaceFirst("^/shop", ""));
    answers.put("getPathInfo", arguments -> null);
    answers.put("getRemoteAddr", arguments -> "192.0.2.7");
    answers.put("getDispatcherType", arguments -> DispatcherType.REQUEST);
    answers.put("getHttpServletMapping", arguments -> mapping("default"));
    answers.put("getAttribute", arguments -> attributes.get(arguments[0]));
    answers.put("setAttribute", arguments -> attributes.put((String) arguments[0], arguments[1]));
    answers.putAll(others);
    return Fakes.fake(HttpServletRequest.class, answers);
  }

  private static @Nullable String first(@Nullable List<String> lines) {
    return lines == null ? null : lines.get(0);
  }

  static HttpServletMapping mapping(@Nullable String servlet) {
    return Fakes.fake(HttpServletMapping.class, Map.of("getServletName", arguments -> servlet));
  }

  /** Returns a door on its only host. */
  static DoorHost host(CorsListener... listeners) {
    return new DoorHost(
        Deployed.of(Setup.EMPTY, Optional.empty(), List.of()),
        SameOrigin.UNLISTED,
        new RefusalLog.Spent(System::nanoTime),
        new Listeners(List.of(listeners)));
  }

  /** Returns what governs there. */
  static AppliedPolicy.Governed governed() {
    return (AppliedPolicy.Governed) RefusalLogTest.GOVERNED;
  }
}
