package dev.jaxrscors.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ScanningContract;
import dev.jaxrscors.contract.StreamContract;
import dev.jaxrscors.contract.Subject;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarkusIT extends ScanningContract {

  QuarkusIT() {
    super(
        QuarkusIT::launch,
        Place.offering(Ability.CDI).lacking(Gap.UNMAPPED_EXCEPTION, Gap.OPTIONS));
  }

  private static Launch launch(Run run) {
    int port = run.freePort();
    return Launch.ofProgram(
        port,
        run,
        "-Dquarkus.http.port=" + port,
        "-jar",
        Build.serverHome().resolve("quarkus-run.jar"));
  }

  /** What a resource of this program serves: a WAR of the contract has another application. */
  @Nested
  class Reports {

    private Reply report(String path, String accept) {
      return scanned().send(Request.of("GET", path).with("Accept", accept));
    }

    @ParameterizedTest
    @CsvSource({
      "text/html, <!doctype html>",
      "application/json, {",
      "text/markdown, # CORS report"
    })
    void what_is_deployed_is_reported(String accept, String start) {
      Reply reply = report("cors-report", accept);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text())
          .startsWith(start)
          .contains("/streams/rejecting")
          .contains("https://app.example.com");
    }

    @Test
    void a_request_is_explained() {
      String query = "?method=GET&path=/streams/text&origin=https://app.example.com";
      assertThat(report("cors-report" + query, "text/plain").text())
          .startsWith("The page may read the response.");
    }
  }

  @Nested
  class Streams extends StreamContract {
    @Override
    protected Subject subject() {
      return scanned();
    }
  }
}
