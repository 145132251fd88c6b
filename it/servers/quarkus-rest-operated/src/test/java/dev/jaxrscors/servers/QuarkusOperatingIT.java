package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.OperatingContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.ServerDescriptor;

class QuarkusOperatingIT extends OperatingContract {

  QuarkusOperatingIT() {
    super(descriptor(), Environments.BY_PROFILE);
  }

  static ServerDescriptor descriptor() {
    return run -> {
      int port = run.freePort();
      return Launch.ofProgram(
          port,
          run,
          "-Dquarkus.http.port=" + port,
          "-jar",
          Build.serverHome().resolve("quarkus-run.jar"));
    };
  }
}
