package dev.jaxrscors.servers;

import dev.jaxrscors.contract.ServletDoorContract;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class OpenLibertyDoorIT extends ServletDoorContract {

  OpenLibertyDoorIT() {
    super(OpenLibertyDoorIT::launch);
  }

  /** The feature of Jakarta REST has servlets, and shows an application nothing of them. */
  private static Launch launch(Run run) throws IOException {
    Launch launch = OpenLibertyIT.launch(run);
    Path server = run.directory().resolve("usr/servers/contract/server.xml");
    String manager = "<featureManager>";
    String features = Files.readString(server);
    Files.writeString(
        server, features.replace(manager, manager + "<feature>servlet-6.0</feature>"));
    return launch;
  }
}
