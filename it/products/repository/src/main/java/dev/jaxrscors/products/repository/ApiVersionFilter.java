package dev.jaxrscors.products.repository;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Lets clients that name no version of the API have the first one. It is declared in {@code
 * web.xml}, because filters that are go before those with an annotation.
 */
public class ApiVersionFilter implements Filter {

  private static final String API = "/api";
  private static final String CURRENT = API + "/v1";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = pathOf((HttpServletRequest) request);
    if (path.equals(CURRENT) || path.startsWith(CURRENT + "/")) {
      chain.doFilter(request, response);
    } else {
      String current = CURRENT + path.substring(API.length());
      request.getRequestDispatcher(current).forward(request, response);
    }
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
