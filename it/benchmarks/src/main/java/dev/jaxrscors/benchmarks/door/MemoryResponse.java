package dev.jaxrscors.benchmarks.door;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A response in memory. */
final class MemoryResponse extends HttpServletResponseWrapper {

  private static final HttpServletResponse NOTHING =
      (HttpServletResponse)
          Proxy.newProxyInstance(
              MemoryResponse.class.getClassLoader(),
              new Class<?>[] {HttpServletResponse.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.toString());
              });

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private int status = SC_OK;

  MemoryResponse() {
    super(NOTHING);
  }

  void forget() {
    headers.clear();
    status = SC_OK;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void setStatus(int status) {
    this.status = status;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public boolean containsHeader(String name) {
    return headers.containsKey(name);
  }

  @Override
  public void setHeader(String name, String value) {
    List<String> lines = new ArrayList<>(1);
    lines.add(value);
    headers.put(name, lines);
  }

  @Override
  public void addHeader(String name, String value) {
    headers.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> lines = headers.get(name);
    return lines == null ? null : lines.get(0);
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return headers.getOrDefault(name, List.of());
  }

  @Override
  public Collection<String> getHeaderNames() {
    return headers.keySet();
  }

  @Override
  public void setContentType(String type) {}

  @Override
  public void setContentLength(int length) {}

  @Override
  public void flushBuffer() {}

  @Override
  public void resetBuffer() {}

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(new StringWriter());
  }
}
