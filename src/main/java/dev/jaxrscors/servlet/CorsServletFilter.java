package dev.jaxrscors.servlet;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.SetupKey;
import dev.jaxrscors.internal.filter.ServedDoor;
import dev.jaxrscors.internal.runtime.CdiBeans;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives what is not Jakarta REST a policy: servlets, static files, and what the container answers
 * itself, such as 404, or a filter behind this one, such as 401.
 *
 * <pre>{@code
 * @WebFilter("/files/*")
 * @CorsPolicy("files")
 * public class FilesCors extends CorsServletFilter {}
 * }</pre>
 *
 * <p><b>Which policy.</b> The {@link CorsPolicy} on the subclass, on what that inherits from, then
 * the default policy, member by member, as for a resource class; or, before all of these, the one
 * that the declaration of the filter names:
 *
 * <pre>{@code
 * <filter>
 *   <filter-name>files</filter-name>
 *   <filter-class>dev.jaxrscors.servlet.CorsServletFilter</filter-class>
 *   <init-param><param-name>policy</param-name><param-value>files</param-value></init-param>
 * </filter>
 * }</pre>
 *
 * <p>Named policies come from configuration and from {@link #setup()}. Where there is no
 * MicroProfile Config, settings may also stand in {@code web.xml}, as parameters of the context or
 * of the filter: {@code cors.policy.files.origins}. A policy that cannot be meant, or that nobody
 * has declared, stops the deployment with every mistake in the message.
 *
 * <p><b>What it does.</b> A preflight is answered here: no servlet, and no filter behind this one,
 * runs on it. So it has to come before filters that authenticate; where the container does that
 * itself, by a constraint in {@code web.xml}, it answers preflights before any filter sees them,
 * unless the constraint leaves {@code OPTIONS} out. Every other response has the header fields of
 * the policy, once: errors, redirects, forwards, what goes on asynchronously, and what begins anew
 * after {@code reset()}. What the application sets on it of {@code Access-Control-*} is replaced,
 * and the log says so. A container that begins anew by itself, for an exception that nothing
 * catches, takes the header fields along: there, map the filter to the dispatcher {@code ERROR} as
 * well, and declare a page for the error. Jetty takes {@code Vary} off the pages that it makes up
 * itself, and off 304. Open Liberty calls filters for files, and where nothing is found, only with
 * {@code <webContainer invokefilterscompatibility="true"/>}.
 *
 * <p><b>Members that mean something else here</b>, because nothing behind a filter declares what it
 * takes:
 *
 * <ul>
 *   <li>{@code methods}: where nobody writes any, {@code GET} and {@code HEAD}, which are safe by
 *       themselves; {@code "*"} means {@code GET}, {@code HEAD}, {@code POST}, {@code PUT}, {@code
 *       PATCH} and {@code DELETE}. A simple {@code POST} needs no preflight, and is served all the
 *       same.
 *   <li>{@code allowedHeaders}: derived is {@code Content-Type} alone.
 * </ul>
 *
 * <p><b>Jakarta REST behind it.</b> Where a resource with a policy answers, that policy decides
 * alone, on preflights too, and this one about resources without a policy. For that, the filters of
 * the library have to be in that application of Jakarta REST ({@link
 * dev.jaxrscors.rest.CorsFeature}). A preflight is let through only where the path is mapped to
 * Jakarta REST itself; one to a path that a filter or servlet <em>forwards</em> to Jakarta REST is
 * answered here, so map such a filter before this one, and this one to the dispatcher {@code
 * FORWARD}. Until Jakarta REST is started, its policies are not known: give its servlet a {@code
 * load-on-startup}.
 *
 * <p><b>Several on one path.</b> The one with the nearest pattern decides, {@code /files/*} before
 * {@code /*}, in whatever order they are called; of equal ones the one whose name comes first.
 *
 * <p><b>Threads.</b> It is thread-safe once it is initialised, and so has to be what a subclass
 * adds.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
public class CorsServletFilter implements Filter {

  /** The name of the parameter of a filter that names its policy: {@value}. */
  public static final String POLICY = "policy";

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private @Nullable FilterConfig config;
  private @Nullable ServedDoor door;

  /** Makes the filter; called by the container. */
  public CorsServletFilter() {}

  /**
   * Reports whether a request is a preflight, so that other servlet filters can tell: those that
   * come before one of this class, or that stand before Jakarta REST, where preflights are let
   * through to the resource.
   *
   * <pre>{@code
   * if (CorsServletFilter.isPreflight(request)) {
   *   chain.doFilter(request, response);
   *   return;
   * }
   * }</pre>
   *
   * @param request a request
   * @return whether so; a malformed one is one, too
   * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
   *     request</a>
   */
  public static boolean isPreflight(HttpServletRequest request) {
    return ServedDoor.isPreflight(request);
  }

  /**
   * Returns what holds for the filter besides its annotations: named policies, the default policy,
   * settings, listeners. As it is here: the CDI bean of that class, or else the attribute {@link
   * CorsSetup#PROPERTY} of the servlet context, or else nothing. A setup among the properties of an
   * application of Jakarta REST is not known when filters are made: where there is one, return the
   * same one here.
   *
   * @return the setup
   */
  protected CorsSetup setup() {
    return CdiBeans.find(CorsSetup.class)
        .or(this::setupOfContext)
        .orElseGet(() -> CorsSetup.builder().build());
  }

  private Optional<CorsSetup> setupOfContext() {
    return Optional.ofNullable(config)
        .map(c -> c.getServletContext().getAttribute(CorsSetup.PROPERTY))
        .filter(CorsSetup.class::isInstance)
        .map(CorsSetup.class::cast);
  }

  /**
   * Deploys the policy; called by the container.
   *
   * @param filterConfig the declaration of the filter
   * @throws ServletException if the policy is wrong; the cause is an {@link InvalidPolicyException}
   */
  @Override
  public void init(FilterConfig filterConfig) throws ServletException {
    config = filterConfig;
    try {
      Optional<String> named = Optional.ofNullable(filterConfig.getInitParameter(POLICY));
      door = ServedDoor.deploy(getClass(), filterConfig, named, SetupKey.open(setup()));
    } catch (InvalidPolicyException e) {
      // Some servers keep to themselves why a deployment failed.
      LOGGER.log(Level.ERROR, "CORS policies stop the deployment: {0}", e.getMessage());
      throw new ServletException(e.getMessage(), e);
    }
  }

  /**
   * Filters a request; called by the container.
   *
   * @param request the request
   * @param response its response
   * @param chain what is behind this filter
   * @throws IOException if what is behind it throws it
   * @throws ServletException if what is behind it throws it
   */
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServedDoor served = door;
    if (served != null
        && request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer) {
      served.filter(http, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Ends the filter; called by the container. */
  @Override
  public void destroy() {
    if (door != null) {
      door.end();
      door = null;
    }
  }
}
