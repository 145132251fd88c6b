package dev.jaxrscors.report;

import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.deploy.SetupKey;
import dev.jaxrscors.internal.deploy.Survey;
import dev.jaxrscors.internal.deploy.WrittenApplication;
import dev.jaxrscors.internal.filter.DeployedPolicies;
import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Providers;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which origins may call which endpoint, and how: every path and verb of an application with its
 * effective policy, and where each member of it comes from.
 *
 * <p>One meets it in three places. In a test, where the report is a file of the repository, so that
 * a change of policy is seen in code review:
 *
 * <pre>{@code
 * @Test
 * void the_cors_policies_are_as_reviewed() {
 *   CorsReport.of(new Shop()).assertUnchanged(Path.of("cors-report.md"));
 * }
 * }</pre>
 *
 * <p>As a page for administrators: {@link CorsReportResource}. And where somebody asks why a page
 * is refused:
 *
 * <pre>{@code
 * CorsReport report = CorsReport.of(new Shop());
 * System.out.println(report.explain("https://app.example.com", "PUT", "/orders/1", "X-Api-Key"));
 * }</pre>
 *
 * <ul>
 *   <li>It reads what a deployment reads: annotations, the {@link CorsSetup}, and configuration,
 *       system properties and environment variables included.
 *   <li>Mistakes do not throw: the report says them, and which endpoints they break.
 *   <li>What annotations tell is listed, below sub-resource locators as far as these declare what
 *       they return. What code registers, as by {@code Resource.builder()}, and servlets and files
 *       are not.
 *   <li>The same application has the same report, to the byte: it holds no time, and no folder of
 *       the machine.
 * </ul>
 *
 * <p>It is thread-safe.
 */
public final class CorsReport {

  /** The system property that accepts a changed report if it is {@code true}: {@value}. */
  public static final String ACCEPT = "dev.jaxrscors.report.accept";

  private final List<String> mistakes;
  private final List<ReportedHost> hosts;

  private CorsReport(List<String> mistakes, List<ReportedHost> hosts) {
    this.mistakes = mistakes;
    this.hosts = hosts;
  }

  static CorsReport of(Survey survey) {
    return new CorsReport(
        survey.mistakes().stream()
            .map(m -> Whence.portable(m.place()) + ", " + m.text().describe())
            .toList(),
        survey.hosts().stream().map(ReportedHost::of).toList());
  }

  /**
   * Returns the report of an application that lists its classes, with the setup among its
   * properties.
   *
   * @param application the application; one of a runtime, such as Jersey's {@code ResourceConfig},
   *     is one too
   * @return its report
   */
  public static CorsReport of(Application application) {
    WrittenApplication written = WrittenApplication.in(application);
    Object setup = written.properties().get(CorsSetup.PROPERTY);
    return of(written, setup == null ? Setup.EMPTY : SetupKey.open(setup));
  }

  /**
   * Returns the report of an application that lists its classes.
   *
   * @param application the application
   * @param setup its setup, where it is a CDI bean, for instance
   * @return its report
   */
  public static CorsReport of(Application application, CorsSetup setup) {
    return of(WrittenApplication.in(application), SetupKey.open(setup));
  }

  private static CorsReport of(WrittenApplication written, Setup setup) {
    Set<Class<?>> components = written.listed();
    components.remove(CorsFeature.class);
    return of(Survey.of(setup, written.type(), components, written.properties()));
  }

  /**
   * Returns the report of some classes.
   *
   * @param setup the setup
   * @param classes resources, and filters, which may look at who calls
   * @return their report
   */
  public static CorsReport of(CorsSetup setup, Class<?>... classes) {
    return of(setup, List.of(classes));
  }

  /**
   * Returns the report of some classes.
   *
   * @param setup the setup
   * @param classes resources, and filters, which may look at who calls
   * @return their report
   */
  public static CorsReport of(CorsSetup setup, Collection<Class<?>> classes) {
    return of(
        Survey.of(
            SetupKey.open(setup),
            Optional.empty(),
            List.copyOf(new LinkedHashSet<>(classes)),
            Map.of()));
  }

  /**
   * Returns the report of the deployment that is running: of everything it has met, as it is in
   * force now.
   *
   * @param providers what a resource gets as {@code @Context Providers}
   * @return the report
   * @throws IllegalStateException if the library is not active there, or the runtime does not hand
   *     it over
   */
  public static CorsReport of(Providers providers) {
    return DeployedPolicies.in(providers)
        .map(deployments -> of(deployments.survey()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This runtime hands no deployment of CORS policies over: list CorsFeature among"
                        + " the classes of the application, or report CorsReport.of(application)."));
  }

  /**
   * Returns what would stop the deployment: a sentence for each mistake.
   *
   * @return the mistakes; nothing if there is none
   */
  public List<String> mistakes() {
    return mistakes;
  }

  /**
   * Returns the same report for one host alone, where configuration has other values for some.
   *
   * @param host what requests call the host, such as {@code payments.example.com}
   * @return its report; if configuration does not name it, that of all such hosts
   */
  public CorsReport onHost(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    List<ReportedHost> named = hosts.stream().filter(h -> h.names().contains(name)).toList();
    return new CorsReport(
        mistakes, named.isEmpty() ? hosts.stream().filter(h -> !h.isNamed()).toList() : named);
  }

  List<ReportedHost> hosts() {
    return hosts;
  }

  /**
   * Returns the report for a repository: a line for each value, sorted, so that a change is a line
   * of a diff.
   *
   * @return Markdown
   */
  public String toMarkdown() {
    return new MarkdownWriter(this).write();
  }

  /**
   * Returns the report for programs, as {@link #jsonSchema()} has it.
   *
   * @return JSON
   */
  public String toJson() {
    return new JsonReport(this).write();
  }

  /**
   * Returns the report for a reviewer: one page without anything from elsewhere, with filters and a
   * matrix of origins, which can be printed, and read without its script.
   *
   * @return HTML
   */
  public String toHtml() {
    return new HtmlReport(this, "").write();
  }

  /**
   * Returns the schema of {@link #toJson()}, which is also in the jar, beside this class, as {@code
   * cors-report.schema.json}.
   *
   * @return a JSON Schema, draft 2020-12
   */
  public static String jsonSchema() {
    return Resource.text("cors-report.schema.json");
  }

  /**
   * Fails unless the report is what a file says: {@link #toMarkdown()}, kept in the repository.
   *
   * <p>The first time there is no file: it is written, and this passes. On a build server, where
   * the environment variable {@code CI} is set, a missing file fails: somebody forgot to commit it,
   * and nothing would ever be compared. Where the report has changed and that is meant, delete the
   * file, or set the system property {@value #ACCEPT} to {@code true}, and run the test again.
   *
   * @param file the file, such as {@code cors-report.md}
   * @throws AssertionError if the report differs, with the lines that do
   * @throws java.io.UncheckedIOException if the file cannot be read or written
   */
  public void assertUnchanged(Path file) {
    new Snapshot(file, System.getenv("CI") != null, Boolean.getBoolean(ACCEPT)).check(toMarkdown());
  }

  /**
   * Explains what becomes of a request of a page: the verdict on its preflight, if it needs one,
   * and on the request itself, what a browser does, and why.
   *
   * <p>The page fetches without credentials; what is different with them is said. An {@code
   * OriginSource} is asked, as it would be by the request. Where configuration has other values for
   * some hosts, it is about the first of this report: see {@link #onHost}.
   *
   * @param origin the origin of the page, such as {@code https://app.example.com}
   * @param method the method, as the script of the page spells it
   * @param path the path below the application, such as {@code /orders/1}
   * @param headers the request headers that the script sets: their names, or {@code Name: value},
   *     since some values need no preflight
   * @return the explanation, which prints itself
   */
  public Explanation explain(String origin, String method, String path, String... headers) {
    return new Explainer(this, PageCall.of(origin, method, path, List.of(headers))).explain();
  }
}
