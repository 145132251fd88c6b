package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The target of a request to what is behind the servlet door, found out as far as somebody asks.
 *
 * @param path the pattern that the filter stands before
 */
record DoorTarget(HttpServletRequest request, String path, RequestHost requestHost, DoorHost reader)
    implements Target {

  @Override
  public String host() {
    return requestHost.authority(request, reader);
  }

  @Override
  public String method() {
    String asked = request.getHeader(Requests.ASKED_METHOD);
    return isPreflight() && asked != null ? asked : request.getMethod();
  }

  @Override
  public boolean isPreflight() {
    return reader.isPreflight(request);
  }

  @Override
  public String requestPath() {
    String path = request.getRequestURI();
    String context = request.getContextPath();
    return path.startsWith(context + "/") ? path.substring(context.length()) : path;
  }

  @Override
  public Optional<String> pathParameter(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<String> header(String name) {
    List<String> lines = reader.lines(request, name);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
  }

  @Override
  public String toString() {
    return method() + " " + path + " on " + host();
  }
}
