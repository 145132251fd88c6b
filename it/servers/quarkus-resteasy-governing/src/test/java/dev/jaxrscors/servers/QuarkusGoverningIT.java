package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.GoverningProgramContract;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;

class QuarkusGoverningIT extends GoverningProgramContract {

  QuarkusGoverningIT() {
    super(QuarkusGoverningIT::launch, Place.offering(Ability.ROLES));
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
