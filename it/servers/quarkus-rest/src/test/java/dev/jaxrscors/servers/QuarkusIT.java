package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ScanningContract;
import dev.jaxrscors.contract.StreamContract;
import dev.jaxrscors.contract.Subject;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import org.junit.jupiter.api.Nested;

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

  @Nested
  class Streams extends StreamContract {
    @Override
    protected Subject subject() {
      return scanned();
    }
  }
}
