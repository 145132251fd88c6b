package dev.jaxrscors.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.Aside;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Serves the report of the running deployment to its administrators, as a page, as JSON or as
 * Markdown, whichever is asked for. With the query {@code ?explain} it is a form that asks for a
 * request, and with {@code ?origin=...&method=...&path=...&headers=...}, and {@code host} where
 * configuration names some, it tells what becomes of that request, and why.
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
 *
 * <p>It keeps nothing of a request, and is thread-safe: one instance may serve all of them.
 */
// No method of it has a path of its own: servers that scan would take it for a resource, and warn.
@Aside
@CorsPolicy(origins = CorsPolicy.NONE)
public abstract class CorsReportResource {

  private static final String MARKDOWN = "text/markdown";
  private static final List<String> TYPES =
      List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MARKDOWN, MediaType.TEXT_PLAIN);

  /** Makes the resource. */
  protected CorsReportResource() {}

  /**
   * Serves the report; or, where the query asks about a request, what becomes of that.
   *
   * @param providers hands over what is deployed
   * @param caller who asks
   * @param headers what is asked for
   * @param uri the query
   * @return the report, or the explanation; 403 if the caller may not read it
   */
  @GET
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, MARKDOWN, MediaType.TEXT_PLAIN})
  public Response report(
      @Context Providers providers,
      @Context SecurityContext caller,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    String type = first(headers);
    return guarded(
        providers,
        caller,
        report ->
            Stream.of("explain", "origin", "path").anyMatch(query::containsKey)
                ? explanation(report, query, type)
                : report(report, type));
  }

  private static Response report(CorsReport report, String type) {
    return switch (type) {
      case MediaType.TEXT_HTML -> ok(new HtmlReport(report, "?explain").write(), type);
      case MediaType.APPLICATION_JSON -> ok(report.toJson(), type);
      default -> ok(report.toMarkdown(), type);
    };
  }

  private static Response explanation(
      CorsReport whole, MultivaluedMap<String, String> query, String type) {
    String origin = value(query, "origin", "");
    String method = value(query, "method", "GET");
    String path = value(query, "path", "");
    String headers = value(query, "headers", "");
    String host = value(query, "host", "");
    ExplanationPage page =
        new ExplanationPage(origin, method, path, headers, host, namedHosts(whole));
    if (origin.isEmpty() && path.isEmpty()) {
      return ok(page.write(), MediaType.TEXT_HTML);
    }
    Explanation explanation =
        whole.onHost(host).explain(origin, method, path, headers.split(",", -1));
    return switch (type) {
      case MediaType.TEXT_HTML -> ok(page.write(explanation), type);
      case MediaType.APPLICATION_JSON -> ok(explanation.toJson(), type);
      default -> ok(explanation.toString(), type);
    };
  }

  private static String value(MultivaluedMap<String, String> query, String name, String otherwise) {
    String value = query.getFirst(name);
    return value == null ? otherwise : value;
  }

  private static List<String> namedHosts(CorsReport report) {
    return report.hosts().stream().flatMap(host -> host.names().stream()).toList();
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
  private static String first(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .flatMap(
            asked -> TYPES.stream().filter(t -> MediaType.valueOf(t).isCompatible(asked)).limit(1))
        .findFirst()
        .orElse(MediaType.TEXT_HTML);
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
