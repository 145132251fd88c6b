package dev.jaxrscors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.Aside;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Serves the report of the running deployment to its administrators, as a page, as JSON or as
 * Markdown, whichever is asked for; and below it, at {@code explain}, a form that tells what
 * becomes of a request, and why.
 *
 * <p>An application extends it, and says where it is and who may read it:
 *
 * <pre>{@code
 * @Path("admin/cors-report")
 * @RolesAllowed("admin")
 * public class Report extends CorsReportResource {}
 * }</pre>
 *
 * <ul>
 *   <li>It looks at who asks, whether or not the runtime heeds the annotation: the caller must be
 *       known, and in one of the roles. Of a filter that is bound by name nobody can tell that it
 *       guards.
 *   <li>Where nothing guards it, everyone gets 403, and the log says why; {@link UnguardedReport}
 *       serves it all the same.
 *   <li>It needs no policy, and has one: no page of another origin reads it, whatever the policy of
 *       the application.
 *   <li>Nobody keeps a copy of its responses, and they can be framed nowhere.
 * </ul>
 */
@Aside
@CorsPolicy(origins = CorsPolicy.NONE)
public abstract class CorsReportResource {

  private static final String MARKDOWN = "text/markdown";

  /** Makes the resource. */
  protected CorsReportResource() {}

  /**
   * Serves the report.
   *
   * @param providers hands over what is deployed
   * @param caller who asks
   * @param headers what is asked for
   * @param uri where this is
   * @return the report; 403 if the caller may not read it
   */
  @GET
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MARKDOWN})
  public Response report(
      @Context Providers providers,
      @Context SecurityContext caller,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    return guarded(
        providers,
        caller,
        report ->
            switch (first(headers, MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MARKDOWN)) {
              case MediaType.APPLICATION_JSON -> ok(report.toJson(), MediaType.APPLICATION_JSON);
              case MARKDOWN -> ok(report.toMarkdown(), MARKDOWN);
              default -> ok(new HtmlReport(report, below(uri)).write(), MediaType.TEXT_HTML);
            });
  }

  private static String below(UriInfo uri) {
    String path = uri.getRequestUri().getRawPath();
    return path.endsWith("/") ? "explain" : path.substring(path.lastIndexOf('/') + 1) + "/explain";
  }

  /**
   * Explains a request; without any parameter, it is a form that asks for them.
   *
   * @param providers hands over what is deployed
   * @param caller who asks
   * @param accepted what is asked for
   * @param origin the origin of a page
   * @param method the method of its request
   * @param path the path of its request, below the application
   * @param headers the request headers that its script sets, separated by commas
   * @param host the host that the request is sent to, where configuration names some
   * @return the explanation; 403 if the caller may not read it
   */
  @GET
  @Path("explain")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  public Response explain(
      @Context Providers providers,
      @Context SecurityContext caller,
      @Context HttpHeaders accepted,
      @QueryParam("origin") @DefaultValue("") String origin,
      @QueryParam("method") @DefaultValue("GET") String method,
      @QueryParam("path") @DefaultValue("") String path,
      @QueryParam("headers") @DefaultValue("") String headers,
      @QueryParam("host") @DefaultValue("") String host) {
    return guarded(
        providers,
        caller,
        whole -> {
          CorsReport report = whole.onHost(host);
          ExplanationPage page =
              new ExplanationPage(origin, method, path, headers, host, namedHosts(whole));
          if (origin.isEmpty() && path.isEmpty()) {
            return ok(page.write(), MediaType.TEXT_HTML);
          }
          Explanation explanation = report.explain(origin, method, path, names(headers));
          return switch (first(
              accepted, MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN)) {
            case MediaType.APPLICATION_JSON -> ok(explanation.toJson(), MediaType.APPLICATION_JSON);
            case MediaType.TEXT_PLAIN -> ok(explanation.toString(), MediaType.TEXT_PLAIN);
            default -> ok(page.write(explanation), MediaType.TEXT_HTML);
          };
        });
  }

  private static List<String> namedHosts(CorsReport report) {
    return report.hosts().stream().flatMap(host -> host.names().stream()).toList();
  }

  private static String[] names(String headers) {
    return Stream.of(headers.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toArray(String[]::new);
  }

  private Response guarded(
      Providers providers, SecurityContext caller, Function<CorsReport, Response> served) {
    if (!ReportGuard.of(this).letsIn(caller)) {
      return answer(403, "", MediaType.TEXT_PLAIN);
    }
    try {
      return served.apply(CorsReport.of(providers));
    } catch (IllegalStateException e) {
      return answer(503, e.getMessage() + "\n", MediaType.TEXT_PLAIN);
    }
  }

  /** Returns the type that is asked for first; what is asked for without preference is the page. */
  private static String first(HttpHeaders headers, String... types) {
    return headers.getAcceptableMediaTypes().stream()
        .flatMap(
            asked ->
                Stream.of(types).filter(t -> MediaType.valueOf(t).isCompatible(asked)).limit(1))
        .findFirst()
        .orElse(types[0]);
  }

  private static Response ok(String text, String type) {
    return answer(200, text, type);
  }

  /** As bytes: some runtimes would quote a string that is JSON. */
  private static Response answer(int status, String text, String type) {
    return Response.status(status)
        .entity(text.getBytes(UTF_8))
        .type(type + ";charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", "frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
