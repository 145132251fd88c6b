package dev.jaxrscors.servers;

import dev.jaxrscors.contract.RedeploymentContract;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Redeployer;
import dev.jaxrscors.contract.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WildFlyRedeploymentIT extends RedeploymentContract {

  WildFlyRedeploymentIT() {
    super(WildFlyRedeploymentIT::launch, Redeployer.watching("standalone/deployments"));
  }

  /** The server looks for new applications each second, not every five. */
  private static Launch launch(Run run) throws IOException {
    Launch launch = WildFlyIT.launch(run);
    Path server = run.directory().resolve("standalone/configuration/standalone.xml");
    Files.writeString(
        server,
        Files.readString(server).replace("scan-interval=\"5000\"", "scan-interval=\"1000\""));
    return launch;
  }
}
