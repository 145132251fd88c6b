package dev.jaxrscors.benchmarks.door;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.benchmarks.dispatch.Call;
import dev.jaxrscors.servlet.CorsServletFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.util.Map;
import org.apache.catalina.filters.CorsFilter;
import org.eclipse.jetty.ee10.servlets.CrossOriginFilter;

/** The servlet filters, all told the same. Jetty's is to go; the handler after it is no filter. */
@SuppressWarnings("removal")
public enum DoorLayer {
  /** None. */
  BARE {
    @Override
    Filter filter() {
      return (request, response, chain) -> chain.doFilter(request, response);
    }
  },
  /** The one of this library. */
  OURS {
    @Override
    Filter filter() throws ServletException {
      Door door = new Door();
      door.init(new MemoryConfig(Map.of()));
      return door;
    }
  },
  /** Tomcat's. */
  TOMCAT {
    @Override
    Filter filter() throws ServletException {
      CorsFilter filter = new CorsFilter();
      filter.init(
          new MemoryConfig(
              Map.of(
                  CorsFilter.PARAM_CORS_ALLOWED_ORIGINS,
                  Call.ALLOWED,
                  CorsFilter.PARAM_CORS_ALLOWED_METHODS,
                  "GET,HEAD,PUT",
                  CorsFilter.PARAM_CORS_ALLOWED_HEADERS,
                  "Content-Type,X-Api-Key",
                  CorsFilter.PARAM_CORS_SUPPORT_CREDENTIALS,
                  "true",
                  CorsFilter.PARAM_CORS_PREFLIGHT_MAXAGE,
                  "600",
                  CorsFilter.PARAM_CORS_REQUEST_DECORATE,
                  "false")));
      return filter;
    }
  },
  /** Jetty's. */
  JETTY {
    @Override
    Filter filter() throws ServletException {
      CrossOriginFilter filter = new CrossOriginFilter();
      filter.init(
          new MemoryConfig(
              Map.of(
                  CrossOriginFilter.ALLOWED_ORIGINS_PARAM,
                  Call.ALLOWED,
                  CrossOriginFilter.ALLOWED_METHODS_PARAM,
                  "GET,HEAD,PUT",
                  CrossOriginFilter.ALLOWED_HEADERS_PARAM,
                  "Content-Type,X-Api-Key",
                  CrossOriginFilter.ALLOW_CREDENTIALS_PARAM,
                  "true",
                  CrossOriginFilter.PREFLIGHT_MAX_AGE_PARAM,
                  "600",
                  CrossOriginFilter.CHAIN_PREFLIGHT_PARAM,
                  "false")));
      return filter;
    }
  };

  abstract Filter filter() throws ServletException;

  @CorsPolicy(
      origins = Call.ALLOWED,
      methods = {"GET", "PUT"},
      allowedHeaders = {CorsPolicy.DERIVED, "X-Api-Key"},
      credentials = Credentials.ALLOW)
  private static final class Door extends CorsServletFilter {}
}
