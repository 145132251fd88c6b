package dev.jaxrscors.internal.filter;

import jakarta.ws.rs.container.ContainerRequestContext;

/** What a request of Jakarta REST says, and what it does not say itself. */
interface RestSource extends RestReader, RequestSource<ContainerRequestContext> {

  @Override
  default boolean isBelowRoot(ContainerRequestContext request) {
    return Matched.isBelowRoot(request);
  }
}
