package dev.jaxrscors.benchmarks.dispatch;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The least that four filters at the places of this library's can do to answer right, for the one
 * resource and the one origin there are: a preflight is matched as the request that it announces,
 * and nothing is looked up. No library that has preflights matched can cost less.
 */
public final class LeastFilters {

  /** All four. */
  public static final Set<Class<?>> ALL =
      Set.of(Mark.class, Delegate.class, Answer.class, Finish.class);

  private static final String PREFLIGHT = "least.preflight";
  private static final byte[] EMPTY = {};

  private LeastFilters() {}

  private static boolean isPreflight(ContainerRequestContext request) {
    return request.getProperty(PREFLIGHT) != null;
  }

  private static boolean isAllowed(ContainerRequestContext request) {
    List<String> origins = request.getHeaders().get("origin");
    return origins != null && origins.get(0).equals(Call.ALLOWED);
  }

  /** Before all others. */
  @PreMatching
  @Priority(Integer.MIN_VALUE)
  public static final class Mark implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getMethod().equals("OPTIONS")) {
        request.setProperty(PREFLIGHT, PREFLIGHT);
      }
    }
  }

  /** Right before matching. */
  @PreMatching
  @Priority(Integer.MAX_VALUE)
  public static final class Delegate implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (isPreflight(request)) {
        request.setMethod("PUT");
        request.getHeaders().put("accept", new ArrayList<>(List.of("*/*")));
        request.getHeaders().put("content-type", new ArrayList<>(List.of("*/*")));
      }
    }
  }

  /** Right after matching. */
  @Priority(Integer.MIN_VALUE)
  public static final class Answer implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (isPreflight(request)) {
        request.abortWith(
            isAllowed(request)
                ? Response.noContent().build()
                : Response.status(403).entity(EMPTY).type("text/plain").build());
      }
    }
  }

  /** On the way out. */
  @Priority(Integer.MIN_VALUE + 1)
  public static final class Finish implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      MultivaluedMap<String, Object> fields = response.getHeaders();
      boolean preflight = isPreflight(request);
      if (isAllowed(request)) {
        put(fields, "Access-Control-Allow-Origin", Call.ALLOWED);
        put(fields, "Access-Control-Allow-Credentials", "true");
        if (preflight) {
          put(fields, "Access-Control-Allow-Methods", "GET, HEAD, PUT");
          put(fields, "Access-Control-Allow-Headers", "Content-Type, X-Api-Key");
          put(fields, "Access-Control-Max-Age", "600");
        }
      }
      put(
          fields,
          "Vary",
          preflight
              ? "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"
              : "Origin");
    }

    private static void put(MultivaluedMap<String, Object> fields, String name, String value) {
      List<Object> values = new ArrayList<>(1);
      values.add(value);
      fields.put(name, values);
    }
  }
}
