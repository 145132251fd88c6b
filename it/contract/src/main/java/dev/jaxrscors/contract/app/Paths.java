package dev.jaxrscors.contract.app;

import jakarta.ws.rs.container.ContainerRequestContext;

/** The path of a request, the same on every runtime. */
final class Paths {

  private Paths() {}

  /** Returns the path below the base URI, without the slash that RESTEasy puts in front. */
  static String of(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
