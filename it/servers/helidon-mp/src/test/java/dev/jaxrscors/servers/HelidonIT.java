package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ScanningContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import java.io.File;
import java.nio.file.Path;

class HelidonIT extends ScanningContract {

  static final Place PLACE =
      Place.offering(Ability.CDI).lacking(Gap.NOT_FOUND, Gap.NOT_FOUND_OPTIONS);

  HelidonIT() {
    super(run -> launch(run, "scanned"), PLACE);
  }

  static Launch launch(Run run, String program) {
    int port = run.freePort();
    String classPath =
        String.join(
            File.pathSeparator,
            Path.of(System.getProperty("programs"), program).toString(),
            System.getProperty("war.libraries") + "/*",
            Build.serverHome() + "/*");
    return Launch.ofProgram(
        port, run, "-Dserver.port=" + port, "-cp", classPath, "io.helidon.Main");
  }
}
