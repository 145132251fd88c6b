package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way out for the header fields of one exchange that does not lead through the map of a {@code
 * Response}, which other exchanges may share.
 */
public interface Outlet {

  /** Where a runtime has none, or none that is known. */
  Outlet NONE = new Outlet() {};

  /**
   * Returns the header fields that are sent with this response alone, but for those that the map of
   * the {@code Response} has too; null where there are none.
   */
  default @Nullable MultivaluedMap<String, Object> apart(ContainerResponseContext response) {
    return null;
  }

  /** Sends these fields, and not the map of the {@code Response}; reports whether that is so. */
  default boolean send(
      ContainerRequestContext request,
      ContainerResponseContext response,
      Map<String, List<Object>> fields) {
    return false;
  }
}
