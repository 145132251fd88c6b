package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ScanningContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import java.io.File;

class HelidonIT extends ScanningContract {

  HelidonIT() {
    super(HelidonIT::launch, Place.offering(Ability.CDI));
  }

  private static Launch launch(Run run) {
    int port = run.freePort();
    String classPath =
        String.join(
            File.pathSeparator,
            System.getProperty("program"),
            System.getProperty("war.libraries") + "/*",
            Build.serverHome() + "/*");
    return Launch.ofProgram(
        port, run, "-Dserver.port=" + port, "-cp", classPath, "io.helidon.Main");
  }
}
