package dev.jaxrscors.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The resource that serves the report, on Jersey in memory. */
class CorsReportResourceTest {

  @Path("roles")
  @RolesAllowed({"admin", "auditor"})
  public static class Roles extends CorsReportResource {}

  @Path("anyone-known")
  @RolesAllowed("**")
  public static class AnyUser extends CorsReportResource {}

  @Path("denied")
  @DenyAll
  public static class Denied extends CorsReportResource {}

  @Path("permitted")
  @PermitAll
  public static class Permitted extends CorsReportResource {}

  @Path("bare")
  public static class Bare extends CorsReportResource {}

  @Path("bound")
  @Bound
  public static class ByFilter extends CorsReportResource {}

  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Bound {}

  @Path("open")
  @UnguardedReport(because = "this is a test")
  public static class Open extends CorsReportResource {}

  @Path("inherited")
  public static class Inherited extends Roles {}

  @Path("reopened")
  @PermitAll
  public static class Reopened extends Roles {}

  @Path("users")
  @Authenticated
  public static class Users extends CorsReportResource {}

  private static final ApplicationHandler SERVER =
      new ApplicationHandler(
          new ResourceConfig(
              ReportedShop.Orders.class,
              Roles.class,
              AnyUser.class,
              Denied.class,
              Permitted.class,
              Bare.class,
              ByFilter.class,
              Inherited.class,
              Reopened.class,
              Users.class,
              Open.class));

  private record Caller(String name, String role) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return name.isEmpty() ? null : () -> name;
    }

    @Override
    public boolean isUserInRole(String asked) {
      return asked.equals(role);
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "test";
    }
  }

  private static ContainerResponse get(
      ApplicationHandler server, String path, Caller caller, String... fields) {
    ContainerRequest request =
        new ContainerRequest(
            URI.create("http://api.example.com/"),
            URI.create("http://api.example.com/" + path),
            "GET",
            caller,
            new MapPropertiesDelegate(),
            server.getConfiguration());
    for (int i = 0; i < fields.length; i += 2) {
      request.header(fields[i], fields[i + 1]);
    }
    try {
      return server.apply(request).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static ContainerResponse get(String path, String... fields) {
    return get(SERVER, path, new Caller("", ""), fields);
  }

  private static String text(ContainerResponse response) {
    return new String((byte[]) response.getEntity(), UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, text/html;charset=utf-8, <!doctype html>",
    "application/json, application/json;charset=utf-8, {",
    "text/markdown, text/markdown;charset=utf-8, # CORS report",
    "*/*, text/html;charset=utf-8, <!doctype html>",
    "'text/html;q=0.5, application/json', application/json;charset=utf-8, {"
  })
  void the_form_that_is_asked_for_is_served(String accept, String type, String start) {
    ContainerResponse response = get("open", "Accept", accept);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getMediaType().toString()).isEqualTo(type);
    assertThat(text(response)).startsWith(start).contains("/orders/{id}");
  }

  @Test
  void nobody_keeps_a_copy_or_frames_it() {
    assertThat(get("open").getStringHeaders())
        .containsEntry("Cache-Control", List.of("no-store"))
        .containsEntry("Content-Security-Policy", List.of("frame-ancestors 'none'"))
        .containsEntry("X-Content-Type-Options", List.of("nosniff"));
  }

  @Test
  void no_page_of_another_origin_reads_it() {
    assertThat(get("open", "Origin", ReportedShop.APP).getStringHeaders())
        .doesNotContainKey("Access-Control-Allow-Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "roles, ada, admin, 200",
    "roles, ada, auditor, 200",
    "roles, ada, customer, 403",
    "roles, '', admin, 403",
    "anyone-known, ada, '', 200",
    "anyone-known, '', '', 403",
    "denied, ada, admin, 403",
    "permitted, ada, admin, 403",
    "bare, ada, admin, 403",
    "inherited, ada, admin, 200",
    "inherited, ada, customer, 403",
    "reopened, ada, admin, 403",
    "users, ada, '', 200",
    "users, '', '', 403",
    "bound, ada, '', 403",
    "bound, '', '', 403",
    "open, '', '', 200"
  })
  void only_who_may_reads_it(String path, String name, String role, int status) {
    for (String part : List.of("", "?origin=https://a.example&path=/orders")) {
      ContainerResponse response = get(SERVER, path + part, new Caller(name, role));
      assertThat(response.getStatus()).as(path + part).isEqualTo(status);
      assertThat(text(response).isEmpty()).isEqualTo(status == 403);
    }
  }

  @Test
  void that_nothing_guards_it_is_one_line_in_the_log() {
    ApplicationHandler server = new ApplicationHandler(new ResourceConfig(Forgotten.class));
    try (CapturedLog log = CapturedLog.open()) {
      get(server, "forgotten", new Caller("ada", "admin"));
      get(server, "forgotten", new Caller("ada", "admin"));
      assertThat(log.errors())
          .containsExactly(
              "CORS: The report of Forgotten is refused with 403 to everyone, because nothing guards"
                  + " it: write @RolesAllowed on Forgotten, or @UnguardedReport(because = \"...\") if"
                  + " something does that cannot be seen there.");
    }
  }

  @Path("forgotten")
  public static class Forgotten extends CorsReportResource {}

  @Test
  void a_form_asks_for_a_request_and_explains_it() {
    assertThat(text(get("open?explain", "Accept", "text/html")))
        .contains("<form", "name=\"origin\"", "form-action &#39;self&#39;")
        .doesNotContain("What the browser does");
    String query = "open?origin=https://app.example.com&method=PUT&path=/orders/1";
    assertThat(text(get(query + "&headers=X-Api-Key,%20Content-Type", "Accept", "text/html")))
        .contains("The page may read the response.", "Access-Control-Allow-Methods:");
    assertThat(text(get(query, "Accept", "text/plain"))).startsWith("The page may read");
    assertThat(text(get(query, "Accept", "application/json"))).contains("\"outcome\": \"SHARED\"");
  }

  @ParameterizedTest
  @CsvSource({
    "open?explain&headers=a, <form",
    "open?path=/orders, What the browser does",
    "open?origin=null, What the browser does",
    "open?method=PUT, Endpoint by endpoint"
  })
  void an_origin_or_a_path_is_explained_and_nothing_less(String query, String shown) {
    assertThat(text(get(query, "Accept", "text/html"))).contains(shown);
  }

  @Test
  void what_is_not_asked_for_is_get_without_headers_on_any_host() {
    assertThat(text(get("open?path=/orders&origin=" + ReportedShop.APP, "Accept", "text/plain")))
        .contains("GET /orders matches /orders, which Orders.list answers")
        .startsWith("The page may read the response.");
  }

  @Test
  void where_configuration_names_hosts_the_form_asks_for_one() {
    ApplicationHandler server =
        new ApplicationHandler(
            new ResourceConfig(ReportedShop.Orders.class, Open.class)
                .property("cors.hosts", "pay")
                .property("cors.host.pay.name", "pay.example.com")
                .property("cors.host.pay.enabled", "false"));
    Caller anyone = new Caller("", "");
    assertThat(text(get(server, "open?explain", anyone, "Accept", "text/html")))
        .contains("name=\"host\"", "placeholder=\"pay.example.com\"");
    String query = "open?origin=" + ReportedShop.APP + "&path=/orders&host=";
    assertThat(text(get(server, query + "pay.example.com", anyone, "Accept", "text/plain")))
        .contains("cors.host.NAME.enabled=true");
    assertThat(text(get(server, query, anyone, "Accept", "text/plain")))
        .startsWith("The page may read the response.");
    assertThat(text(get("open?explain", "Accept", "text/html"))).doesNotContain("name=\"host\"");
  }

  @Test
  void where_the_library_is_not_active_it_says_so() {
    ApplicationHandler server =
        new ApplicationHandler(
            new ResourceConfig(Open.class)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property("jakarta.ws.rs.loadServices", false));
    ContainerResponse response = get(server, "open", new Caller("", ""));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(text(response)).contains("list CorsFeature among the classes of the application");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "open/"})
  void the_page_leads_to_the_form(String path) {
    assertThat(text(get(path, "Accept", "text/html"))).contains("href=\"?explain\"");
  }

  @Test
  void that_it_is_there_changes_nothing_for_errors_of_no_resource() {
    ApplicationHandler server =
        new ApplicationHandler(new ResourceConfig(ReportedShop.Shelves.class, Open.class));
    ContainerResponse response =
        get(server, "nowhere", new Caller("", ""), "Origin", ReportedShop.APP);
    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getHeaderString("Access-Control-Allow-Origin")).isEqualTo(ReportedShop.APP);
  }
}
