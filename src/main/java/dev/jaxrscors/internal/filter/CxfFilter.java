package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.runtime.RuntimeMatch;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * The first step after matching on CXF: {@link AnswerFilter}, into which nothing is injected, since
 * there {@link RuntimeMatch} finds the same for less.
 *
 * <p>It is public because runtimes call it; it is no API.
 */
@Priority(Integer.MIN_VALUE)
public final class CxfFilter implements ContainerRequestFilter {

  private final AnswerFilter answer;

  CxfFilter(AnswerFilter answer) {
    this.answer = answer;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    answer.filter(request);
  }
}
