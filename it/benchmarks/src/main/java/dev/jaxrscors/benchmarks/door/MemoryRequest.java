package dev.jaxrscors.benchmarks.door;

import dev.jaxrscors.benchmarks.dispatch.Call;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request in memory, as far as filters look at it; it costs the same whoever asks. */
final class MemoryRequest extends HttpServletRequestWrapper {

  private static final HttpServletRequest NOTHING =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              MemoryRequest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.toString());
              });

  private static final HttpServletMapping MAPPING =
      new HttpServletMapping() {
        @Override
        public String getMatchValue() {
          return "";
        }

        @Override
        public String getPattern() {
          return "/";
        }

        @Override
        public String getServletName() {
          return "files";
        }

        @Override
        public MappingMatch getMappingMatch() {
          return MappingMatch.DEFAULT;
        }
      };

  private final String method;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> attributes = new HashMap<>();

  MemoryRequest(Call call) {
    super(NOTHING);
    this.method = call.method();
    headers.putAll(call.headers());
  }

  void forget() {
    attributes.clear();
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String value = headers.get(name);
    return value == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singletonList(value));
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return MAPPING;
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public String getContentType() {
    return "text/plain";
  }

  @Override
  public String getScheme() {
    return "http";
  }

  @Override
  public String getServerName() {
    return "api.example.com";
  }

  @Override
  public int getServerPort() {
    return 80;
  }

  @Override
  public String getRequestURI() {
    return "/files/page.txt";
  }

  @Override
  public String getContextPath() {
    return "";
  }

  @Override
  public String getServletPath() {
    return "/files/page.txt";
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }

  @Override
  public String getRemoteAddr() {
    return "192.0.2.1";
  }
}
