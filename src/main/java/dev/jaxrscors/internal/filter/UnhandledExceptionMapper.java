package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.resource.TypeArguments;
import dev.jaxrscors.internal.runtime.Cxf;
import dev.jaxrscors.internal.runtime.SecurityExceptions;
import dev.jaxrscors.internal.runtime.Wrappers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.lang.System.Logger.Level;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Gives exceptions that nothing else maps a response inside the runtime, so that the filters run
 * and a page can read it. Registered on demand.
 *
 * <p>It is a spare: an application's own mapper of {@code Throwable} goes first, and so does
 * whatever answers for the cause of an exception that only wraps it, since runtimes look into such
 * a wrapper only when no mapper takes it.
 *
 * <p>It is public because runtimes construct it; it is no API.
 */
@Priority(Integer.MAX_VALUE)
public final class UnhandledExceptionMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  @Context private @Nullable Providers providers;

  /** Makes the mapper; called by the runtime. */
  public UnhandledExceptionMapper() {}

  UnhandledExceptionMapper(Providers providers) {
    this.providers = providers;
  }

  /**
   * Registers the mapper, unless one of the components maps every exception already.
   *
   * <p>Between two mappers of one type RESTEasy and CXF choose by the annotation of the class, the
   * weakest here. Jersey chooses by the priority of the registration first, and has a mapper of its
   * own, which has to lose: so that is the usual one, and the annotation decides between equals.
   */
  static void register(FeatureContext context, Collection<Class<?>> components) {
    if (components.stream().noneMatch(UnhandledExceptionMapper::mapsAll)) {
      context.register(UnhandledExceptionMapper.class, Priorities.USER);
    }
  }

  /** Reports whether a class is a mapper of {@code Throwable}, not of some of them. */
  private static boolean mapsAll(Class<?> type) {
    return ExceptionMapper.class.isAssignableFrom(type)
        && TypeArguments.of(type).argument(ExceptionMapper.class) == Throwable.class;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    boolean isFirst = true;
    for (Throwable next : wrappers().unwrapped(thrown)) {
      Response response = isFirst ? own(next) : answer(next);
      if (response != null) {
        return response;
      }
      isFirst = false;
    }
    LOGGER.log(Level.ERROR, "A request failed with an exception that nothing maps", thrown);
    return empty(500);
  }

  /** Returns what answers for the cause of a wrapper, as the runtime would find it. */
  private @Nullable Response answer(Throwable cause) {
    if (cause instanceof WebApplicationException known && known.getResponse().hasEntity()) {
      return known.getResponse();
    }
    ExceptionMapper<Throwable> mapper = mapperOf(cause.getClass());
    return mapper == null ? own(cause) : mapper.toResponse(cause);
  }

  @SuppressWarnings("unchecked")
  private @Nullable ExceptionMapper<Throwable> mapperOf(Class<? extends Throwable> type) {
    if (providers == null) {
      return null;
    }
    ExceptionMapper<?> mapper = providers.getExceptionMapper(type);
    // One of all exceptions is this one, or a runtime's own last resort.
    return mapper == null || mapsAll(mapper.getClass())
        ? null
        : (ExceptionMapper<Throwable>) mapper;
  }

  private static @Nullable Response own(Throwable thrown) {
    if (thrown instanceof WebApplicationException known) {
      return known.getResponse();
    }
    int status = SecurityExceptions.status(thrown);
    return status == 0 ? null : empty(status);
  }

  private Wrappers wrappers() {
    return providers != null && Cxf.isOwn(providers) ? Wrappers.ON_CXF : Wrappers.NAMED;
  }

  private static Response empty(int status) {
    return Response.status(status).entity(new byte[0]).type("text/plain").build();
  }
}
