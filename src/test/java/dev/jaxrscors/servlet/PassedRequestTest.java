package dev.jaxrscors.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that a filter lets through as they are. */
class PassedRequestTest {

  @CorsPolicy(origins = "https://app.example.com")
  private static final class Cors extends CorsServletFilter {}

  private final HttpServletRequest http =
      new HttpServletRequestWrapper(FilterConfigs.fake(HttpServletRequest.class, Map.of()));
  private final HttpServletResponse answer =
      new HttpServletResponseWrapper(FilterConfigs.fake(HttpServletResponse.class, Map.of()));
  private final List<Object> passed = new ArrayList<>();
  private final FilterChain chain =
      (request, response) -> {
        passed.add(request);
        passed.add(response);
      };

  @Test
  void a_filter_that_is_not_initialised_lets_everything_through()
      throws ServletException, IOException {
    Cors filter = new Cors();
    filter.doFilter(http, answer, chain);
    assertThat(passed).containsExactly(http, answer);
    filter.destroy();
  }

  @Test
  void what_is_not_http_is_let_through() throws ServletException, IOException {
    Cors filter = new Cors();
    filter.init(FilterConfigs.named("cors"));
    ServletRequest other = new ServletRequestWrapper(http);
    ServletResponse others = new ServletResponseWrapper(answer);
    filter.doFilter(other, answer, chain);
    filter.doFilter(http, others, chain);
    assertThat(passed).containsExactly(other, answer, http, others);
    filter.destroy();
  }
}
