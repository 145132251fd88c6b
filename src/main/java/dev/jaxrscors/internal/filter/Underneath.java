package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.runtime.ServletFields;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether fields of the protocol stand on the servlet response, where no filter of Jakarta REST
 * reaches them: of a servlet filter, or of a resource that writes there. To look costs something,
 * and those who do it do it always; so the first responses to other origins are looked at, and no
 * more.
 */
final class Underneath {

  private static final int MOST_LOOKS = 100;

  private final ServletFields fields;
  private final AtomicInteger looks = new AtomicInteger();

  Underneath(ServletFields fields) {
    this.fields = fields;
  }

  /** Reports whether there are some under a response to another origin, where that is looked at. */
  boolean isForeign(ContainerRequestContext request) {
    return looks.get() < MOST_LOOKS
        // What is there, the servlet door has put, or replaces.
        && DoorFinder.passage(request) == null
        && looks.incrementAndGet() <= MOST_LOOKS
        && fields.haveAny(ResponseHeaders.NAMES, request);
  }
}
