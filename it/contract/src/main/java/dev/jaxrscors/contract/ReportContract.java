package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.reported.ReportedApplication;
import dev.jaxrscors.report.CorsReport;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed, as a resource of it reports. */
public abstract class ReportContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  private Reply report(String path, String accept) {
    return subject().send(Request.of("GET", path).with("Accept", accept));
  }

  @Test
  void what_is_deployed_is_what_a_test_would_see() {
    assertThat(report("cors-report", "text/markdown").text())
        .isEqualTo(CorsReport.of(new ReportedApplication()).toMarkdown());
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, <!doctype html>",
    "application/json, {",
    "text/markdown, # CORS report",
    "*/*, <!doctype html>"
  })
  void the_form_that_is_asked_for_is_served_and_kept_by_nobody(String accept, String start) {
    Reply reply = report("cors-report", accept);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).startsWith(start).contains("/prices");
    assertThat(reply.all("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void a_request_is_explained() {
    assertThat(report("cors-report?method=GET&path=/prices&origin=" + APP, "text/plain").text())
        .startsWith("The page may read the response.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"forgotten-report", "roles-report", "roles-report?explain"})
  void it_is_for_nobody_whom_nothing_lets_in(String path) {
    Reply reply = report(path, "text/html");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text()).doesNotContain("prices");
  }

  @Test
  void no_page_reads_it_and_pages_read_errors_of_no_resource_all_the_same() {
    Reply report = subject().send(Requests.get("cors-report"));
    assertThat(report.all("Access-Control-Allow-Origin")).isEmpty();
    Reply error = subject().send(Requests.get("nowhere"));
    assertThat(CorsLines.of(error)).isEqualTo(CorsLines.sharing(APP));
  }
}
