package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The report in a repository. */
class SnapshotTest {

  @TempDir private java.nio.file.Path folder;

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  public static class Before {
    @GET
    public String list() {
      return "";
    }
  }

  @Path("orders")
  @CorsPolicy(
      origins = {"https://app.example.com", "https://*.example.net"},
      credentials = Credentials.ALLOW)
  public static class After {
    @GET
    public String list() {
      return "";
    }
  }

  private static String report(Class<?> type) {
    return CorsReport.of(ReportedShop.setup(), type)
        .toMarkdown()
        .replace("After", "Orders")
        .replace("Before", "Orders");
  }

  @Test
  void the_first_time_the_file_is_written_and_then_compared() throws IOException {
    java.nio.file.Path file = folder.resolve("docs/cors-report.md");
    Snapshot snapshot = new Snapshot(file, false, false);
    snapshot.check(report(Before.class));
    assertThat(file).hasContent(report(Before.class));
    assertThatCode(() -> snapshot.check(report(Before.class))).doesNotThrowAnyException();
    Files.writeString(file, report(Before.class).replace("\n", "\r\n"));
    assertThatCode(() -> snapshot.check(report(Before.class))).doesNotThrowAnyException();
  }

  @Test
  void a_changed_policy_fails_with_the_lines_that_differ_and_what_to_do() {
    Snapshot snapshot = new Snapshot(folder.resolve("cors-report.md"), false, false);
    snapshot.check(report(Before.class));
    assertThatThrownBy(() -> snapshot.check(report(After.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            The CORS policies are not those of %s:

              # CORS report
              ...
              1 endpoint: 1 with a policy, 0 without.

            + ## To be looked at
            +
            + - **credentials**, at 1 endpoint, because pages act as the user who is logged in: `GET /orders`
            + - **wildcard**, at 1 endpoint, because whoever has a subdomain, or a port, is allowed: `https://*.example.net`
            +
              ## `/orders`


              | member | in force | from |
              |---|---|---|
            - | origins | `https://app.example.com` | @CorsPolicy on Orders |
            + | origins | `https://*.example.net` | @CorsPolicy on Orders |
            + |  | `https://app.example.com` |  |
              | methods | `GET`, `HEAD` | built-in default |
              | allowedHeaders | `Content-Type` derived: every resource may be sent a body | built-in default |
              | exposedHeaders | none | built-in default |
            - | credentials | refused | built-in default |
            + | credentials | allowed | @CorsPolicy on Orders |
              | maxAge | 600 seconds | built-in default |
              | refusal | withhold | built-in default |

              ## Errors of no resource

            - Responses such as 404 and 405 may be read without credentials by pages of:
            + Responses such as 404 and 405 may be read with credentials by pages of:

            + - `https://*.example.net`
              - `https://app.example.com`

            If this is meant, run the test again with -Ddev.jaxrscors.report.accept=true, or delete the file first; then commit it, so that the change is reviewed."""
                .formatted(folder.resolve("cors-report.md")));
  }

  @Test
  void a_change_that_is_accepted_is_written() {
    java.nio.file.Path file = folder.resolve("cors-report.md");
    new Snapshot(file, false, false).check(report(Before.class));
    new Snapshot(file, true, true).check(report(After.class));
    assertThat(file).hasContent(report(After.class));
  }

  @Test
  void on_a_build_server_a_missing_file_fails_and_is_not_written() {
    java.nio.file.Path file = folder.resolve("cors-report.md");
    assertThatThrownBy(() -> new Snapshot(file, true, false).check("now"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("commit it");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_first_report_that_is_accepted_is_written_on_a_build_server_too() {
    java.nio.file.Path file = folder.resolve("cors-report.md");
    new Snapshot(file, true, true).check("now");
    assertThat(file).hasContent("now");
  }

  @Test
  void what_cannot_be_read_is_no_difference() {
    assertThatThrownBy(() -> new Snapshot(folder, false, true).check("now"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void the_report_is_what_is_compared() {
    java.nio.file.Path file = folder.resolve("cors-report.md");
    CorsReport report = CorsReport.of(ReportedShop.setup(), Before.class);
    new Snapshot(file, false, false).check(report.toMarkdown());
    assertThatCode(() -> report.assertUnchanged(file)).doesNotThrowAnyException();
  }

  @Test
  void a_report_that_differs_fails_unless_a_system_property_accepts_it() throws IOException {
    java.nio.file.Path file = Files.writeString(folder.resolve("cors-report.md"), "before");
    CorsReport report = CorsReport.of(ReportedShop.setup(), Before.class);
    assertThatThrownBy(() -> report.assertUnchanged(file)).isInstanceOf(AssertionError.class);
    System.setProperty(CorsReport.ACCEPT, "true");
    try {
      report.assertUnchanged(file);
    } finally {
      System.clearProperty(CorsReport.ACCEPT);
    }
    assertThat(file).hasContent(report.toMarkdown());
  }

  @Test
  @DisabledIfEnvironmentVariable(named = "CI", matches = ".*")
  void a_missing_report_is_written_where_somebody_can_commit_it() {
    java.nio.file.Path file = folder.resolve("cors-report.md");
    CorsReport.of(ReportedShop.setup(), Before.class).assertUnchanged(file);
    assertThat(file).exists();
  }

  @Test
  void texts_that_are_long_and_have_nothing_in_common_are_told_as_replaced() {
    String diff = new LineDiff(lines("a", 6_000), lines("b", 6_000)).print();
    assertThat(diff).startsWith("- a0\n- a1\n").endsWith("+ b5999\n");
    assertThat(new LineDiff(List.of("a", "b", "c"), List.of("a", "c", "d")).print())
        .isEqualTo("  a\n- b\n  c\n+ d\n");
  }

  private static List<String> lines(String start, int number) {
    return IntStream.range(0, number).mapToObj(i -> start + i).collect(Collectors.toList());
  }
}
