package dev.jaxrscors.benchmarks.dispatch;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Set;

/**
 * Filters that do nothing, at the four places where this library has one. What they cost is what
 * the runtime takes for calling filters at all: no library with these four can cost less.
 */
final class IdleFilters {

  /** All four. */
  static final Set<Class<?>> ALL = Set.of(First.class, Last.class, Matched.class, Response.class);

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
}
