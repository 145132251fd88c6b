package dev.jaxrscors;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * How far a request has come: who decides about it, or the {@link Exchange} that was started. It is
 * the library's only property of a request.
 */
sealed interface Progress permits Exchange, Governance {

  /** The name of the property. */
  String PROPERTY = "dev.jaxrscors.progress";

  /** Returns what was kept at a request, or null if nothing was. */
  static @Nullable Progress of(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof Progress progress ? progress : null;
  }

  /** Keeps this at a request, in the place of what was there. */
  default void keepAt(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }
}
