package dev.jaxrscors.internal.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Reads what a request of Jakarta REST says. */
interface RestReader extends RequestReader<ContainerRequestContext> {

  RestReader INSTANCE = new RestReader() {};

  @Override
  default String method(ContainerRequestContext request) {
    return request.getMethod();
  }

  @Override
  default List<String> lines(ContainerRequestContext request, String name) {
    return Requests.lines(request, name);
  }

  @Override
  default String path(ContainerRequestContext request) {
    return request.getUriInfo().getRequestUri().getRawPath();
  }

  @Override
  default String scheme(ContainerRequestContext request) {
    String scheme = request.getUriInfo().getRequestUri().getScheme();
    return scheme == null ? "" : scheme;
  }

  @Override
  default String authority(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String ofBase = uri.getBaseUri().getRawAuthority();
    // Behind some containers, the base is a path alone.
    String authority = ofBase == null ? uri.getRequestUri().getRawAuthority() : ofBase;
    return authority == null ? "" : authority;
  }

  @Override
  default boolean isPreflight(ContainerRequestContext request) {
    return MarkFilter.isPreflight(request);
  }
}
