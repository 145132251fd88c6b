package dev.jaxrscors.servers;

import dev.jaxrscors.contract.ServletDoorContract;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class OpenLibertyDoorIT extends ServletDoorContract {

  /**
   * The feature of Jakarta REST has servlets, and shows an application nothing of them. The one
   * that does, servlet-6.0, is in Maven Central without a part of its own; this is what else it
   * does.
   */
  private static final String SHOWING_SERVLETS =
      """
      Subsystem-ManifestVersion: 1
      IBM-Feature-Version: 2
      Subsystem-SymbolicName: showingServlets; visibility:=public
      Subsystem-Version: 1.0.0
      Subsystem-Type: osgi.subsystem.feature
      IBM-ShortName: showingServlets
      IBM-API-Package: jakarta.servlet; type="spec",
       jakarta.servlet.annotation; type="spec",
       jakarta.servlet.descriptor; type="spec",
       jakarta.servlet.http; type="spec"
      """;

  OpenLibertyDoorIT() {
    super(OpenLibertyDoorIT::launch);
  }

  private static Launch launch(Run run) throws IOException {
    Launch launch = OpenLibertyIT.launch(run);
    run.write("usr/extension/lib/features/showingServlets.mf", SHOWING_SERVLETS);
    Path server = run.directory().resolve("usr/servers/contract/server.xml");
    String manager = "<featureManager>";
    String features = Files.readString(server);
    Files.writeString(
        server, features.replace(manager, manager + "<feature>usr:showingServlets</feature>"));
    return launch;
  }
}
