package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;

class QuarkusOperatingIT extends OperatingContract {

  QuarkusOperatingIT() {
    super(QuarkusOperatingIT::launch, Environments.BY_PROFILE);
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
}
