package dev.jaxrscors.benchmarks.dispatch;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Filters that do nothing, at the four places where this library has one. What they cost is what
 * the runtime takes for calling filters at all: no library with these four can cost less.
 */
final class IdleFilters {

  /** All four. */
  static final List<Class<?>> IDLE =
      List.of(First.class, Last.class, Matched.class, Response.class);

  /** The same, but for the last, which puts the header fields that there must be. */
  static final List<Class<?>> LEAST =
      List.of(First.class, Last.class, Matched.class, Constant.class);

  private IdleFilters() {}

  /** Before all others. */
  @PreMatching
  @Priority(Integer.MIN_VALUE)
  public static final class First implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  /** Right before matching. */
  @PreMatching
  @Priority(Integer.MAX_VALUE)
  public static final class Last implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  /** Right after matching. */
  @Priority(Integer.MIN_VALUE)
  public static final class Matched implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {}
  }

  /** On the way out. */
  @Priority(Integer.MIN_VALUE + 1)
  public static final class Response implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {}
  }

  /** On the way out: the fields that the response needs, without a thought. */
  @Priority(Integer.MIN_VALUE + 1)
  public static final class Constant implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      MultivaluedMap<String, Object> fields = response.getHeaders();
      if (request.getHeaderString("origin") != null) {
        put(fields, "Access-Control-Allow-Origin", Call.ALLOWED);
        put(fields, "Access-Control-Allow-Credentials", "true");
      }
      put(fields, "Vary", "Origin");
    }

    private static void put(MultivaluedMap<String, Object> fields, String name, String value) {
      List<Object> values = new ArrayList<>(1);
      values.add(value);
      fields.put(name, values);
    }
  }
}
