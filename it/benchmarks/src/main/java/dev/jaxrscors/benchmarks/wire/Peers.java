package dev.jaxrscors.benchmarks.wire;

import static org.apache.catalina.filters.CorsFilter.PARAM_CORS_ALLOWED_HEADERS;
import static org.apache.catalina.filters.CorsFilter.PARAM_CORS_ALLOWED_METHODS;
import static org.apache.catalina.filters.CorsFilter.PARAM_CORS_ALLOWED_ORIGINS;
import static org.apache.catalina.filters.CorsFilter.PARAM_CORS_PREFLIGHT_MAXAGE;
import static org.apache.catalina.filters.CorsFilter.PARAM_CORS_REQUEST_DECORATE;
import static org.apache.catalina.filters.CorsFilter.PARAM_CORS_SUPPORT_CREDENTIALS;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The peers, all told what this library knows of the resource. */
final class Peers {

  private static final List<String> METHODS = List.of("GET", "HEAD", "PUT");
  private static final List<String> HEADERS = List.of("Content-Type", "X-Api-Key");
  private static final int MAX_AGE = 600;

  private Peers() {}

  static CrossOriginHandler jetty() {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(Set.of(Pattern.quote(Call.ALLOWED)));
    handler.setAllowedMethods(Set.copyOf(METHODS));
    handler.setAllowedHeaders(Set.copyOf(HEADERS));
    handler.setAllowCredentials(true);
    handler.setPreflightMaxAge(Duration.ofSeconds(MAX_AGE));
    return handler;
  }

  /** The initialization parameters of Tomcat's filter. */
  static Map<String, String> tomcat() {
    return Map.of(
        PARAM_CORS_ALLOWED_ORIGINS,
        Call.ALLOWED,
        PARAM_CORS_ALLOWED_METHODS,
        String.join(",", METHODS),
        PARAM_CORS_ALLOWED_HEADERS,
        String.join(",", HEADERS),
        PARAM_CORS_SUPPORT_CREDENTIALS,
        "true",
        PARAM_CORS_PREFLIGHT_MAXAGE,
        String.valueOf(MAX_AGE),
        // No other layer tells the application what it found.
        PARAM_CORS_REQUEST_DECORATE,
        "false");
  }

  static CorsFilter spring() {
    CorsConfiguration configuration = new CorsConfiguration();
    configuration.setAllowedOrigins(List.of(Call.ALLOWED));
    configuration.setAllowedMethods(METHODS);
    configuration.setAllowedHeaders(HEADERS);
    configuration.setAllowCredentials(true);
    configuration.setMaxAge((long) MAX_AGE);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", configuration);
    return new CorsFilter(source);
  }

  static org.jboss.resteasy.plugins.interceptors.CorsFilter resteasy() {
    var filter = new org.jboss.resteasy.plugins.interceptors.CorsFilter();
    filter.getAllowedOrigins().add(Call.ALLOWED);
    filter.setAllowedMethods(String.join(", ", METHODS));
    filter.setAllowedHeaders(String.join(", ", HEADERS));
    filter.setAllowCredentials(true);
    filter.setCorsMaxAge(MAX_AGE);
    return filter;
  }
}
