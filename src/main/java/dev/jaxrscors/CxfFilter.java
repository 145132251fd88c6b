package dev.jaxrscors;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The first step after matching on CXF: {@link AnswerFilter}, into which nothing is injected, since
 * there {@link NamedMatch} tells the same for less.
 *
 * <p>It is public because runtimes call it; it is no API.
 */
@Priority(Integer.MIN_VALUE)
public final class CxfFilter implements ContainerRequestFilter {

  private static final String PACKAGE = "org.apache.cxf.";

  private final AnswerFilter answer;

  CxfFilter(AnswerFilter answer) {
    this.answer = answer;
  }

  /** Reports whether it is CXF that configures a feature, and its requests tell what is matched. */
  static boolean suits(FeatureContext context) {
    Class<?> cxf = context.getClass();
    String request = PACKAGE + "jaxrs.impl.ContainerRequestContextImpl";
    try {
      return cxf.getName().startsWith(PACKAGE)
          && NamedMatch.isToldBy(Class.forName(request, false, cxf.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Reports whether a request is one of CXF. */
  static boolean isOwn(ContainerRequestContext request) {
    return request.getClass().getName().startsWith(PACKAGE);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    answer.filter(request);
  }
}
