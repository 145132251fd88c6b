package dev.jaxrscors.internal.filter;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request behind the servlet door: what goes on asynchronously has the response of the door as
 * well.
 */
final class DoorRequest extends HttpServletRequestWrapper {

  /** What no resource method answers. */
  static final String NO_METHOD = "CORS-PREFLIGHT";

  private final DoorResponse response;
  private final String method;

  DoorRequest(HttpServletRequest request, DoorResponse response, String method) {
    super(request);
    this.response = response;
    this.method = method;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public boolean isAsyncSupported() {
    return !response.exchange().isPreflight() && super.isAsyncSupported();
  }

  @Override
  public AsyncContext startAsync() {
    return startAsync(this, response);
  }

  @Override
  public AsyncContext startAsync(ServletRequest behind, ServletResponse answer) {
    response.goOn();
    return super.startAsync(behind, answer);
  }
}
