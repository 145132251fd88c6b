package dev.jaxrscors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;
import java.util.Map;

/**
 * Gives exceptions that nothing else maps a response inside the runtime, so that the filters run
 * and a page can read it. Registered on demand, by {@link
 * CorsSetup.Builder#mapUnhandledExceptions()}.
 *
 * <p>It is public because runtimes construct it; it is no API.
 */
public final class UnhandledExceptionMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  // By name, because none of them need be on the class path.
  private static final Map<String, Integer> SECURITY =
      Map.of(
          "jakarta.ejb.EJBAccessException", 403,
          "jakarta.ejb.AccessLocalException", 403,
          "java.lang.SecurityException", 403,
          "io.quarkus.security.ForbiddenException", 403,
          "io.quarkus.security.UnauthorizedException", 401,
          "io.quarkus.security.AuthenticationFailedException", 401);

  /** Makes the mapper; called by the runtime. */
  public UnhandledExceptionMapper() {}

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException known) {
      return known.getResponse();
    }
    for (Class<?> c = thrown.getClass(); c != null; c = c.getSuperclass()) {
      Integer status = SECURITY.get(c.getName());
      if (status != null) {
        return empty(status);
      }
    }
    LOGGER.log(Level.ERROR, "A request failed with an exception that nothing maps", thrown);
    return empty(500);
  }

  private static Response empty(int status) {
    return Response.status(status).entity(new byte[0]).type("text/plain").build();
  }
}
