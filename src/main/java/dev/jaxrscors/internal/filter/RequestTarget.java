package dev.jaxrscors.internal.filter;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.resource.RequestPath;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target of a request of Jakarta REST, found out as far as somebody asks. */
final class RequestTarget implements Target {

  private final ContainerRequestContext request;
  private final String template;
  private final RequestHost host;
  private final MatchedPath matched;

  /**
   * Takes what tells.
   *
   * @param template the template as the class that was matched has it, or {@link Target#UNMATCHED}
   */
  RequestTarget(
      ContainerRequestContext request, String template, RequestHost host, MatchedPath matched) {
    this.request = request;
    this.template = template;
    this.host = host;
    this.matched = matched;
  }

  @Override
  public String host() {
    return host.authority(request, RestReader.INSTANCE);
  }

  @Override
  public String path() {
    return matched.of(request, template);
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public boolean isMatched() {
    return !template.equals(UNMATCHED);
  }

  @Override
  public boolean isPreflight() {
    return MarkFilter.isPreflight(request);
  }

  @Override
  public String requestPath() {
    String path = Requests.encodedPath(request.getUriInfo());
    return path.startsWith("/") ? path : "/" + path;
  }

  @Override
  public Optional<String> pathParameter(String name) {
    return isMatched()
        ? Optional.ofNullable(parameter(request.getUriInfo(), name))
        : Optional.empty();
  }

  private static @Nullable String parameter(UriInfo uri, String name) {
    try {
      String encoded = uri.getPathParameters(false).getFirst(name);
      return encoded == null ? null : RequestPath.decoded(encoded);
    } catch (IllegalArgumentException e) {
      // Quarkus REST has nothing but the decoded one, and matches without matrix parameters.
      return uri.getPathParameters().getFirst(name);
    }
  }

  @Override
  public Optional<String> header(String name) {
    List<String> lines = Requests.lines(request, name);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
  }

  @Override
  public String toString() {
    return method() + " " + path() + " on " + host();
  }
}
