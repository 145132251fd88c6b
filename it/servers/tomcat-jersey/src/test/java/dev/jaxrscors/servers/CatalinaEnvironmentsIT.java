package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Environments;
import dev.jaxrscors.contract.EnvironmentsContract;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CatalinaEnvironmentsIT extends EnvironmentsContract {

  CatalinaEnvironmentsIT() {
    super(CatalinaEnvironmentsIT::launch, Environments.BY_VARIABLES);
  }

  /** Why an application does not start is told in a file beside the log, and here in both. */
  private static Launch launch(Run run) throws IOException {
    Launch launch = CatalinaIT.launch(run);
    Path logging = run.directory().resolve("base/conf/logging.properties");
    String ofApplications = "[localhost].handlers = ";
    String configuration = Files.readString(logging);
    Files.writeString(
        logging,
        configuration.replace(
            ofApplications, ofApplications + "java.util.logging.ConsoleHandler, "));
    return launch;
  }
}
