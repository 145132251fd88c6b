package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ServerContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import dev.jaxrscors.contract.process.War;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

class OpenLibertyIT extends ServerContract {

  private static final String SERVER = "usr/servers/contract/";

  OpenLibertyIT() {
    // The constraints of web.xml are those of a feature that is not installed here, appSecurity;
    // the annotations of roles are read by RESTEasy itself.
    super(OpenLibertyIT::launch, Place.offering(Ability.CDI, Ability.ROLES));
  }

  static Launch launch(Run run) throws IOException {
    int port = run.freePort();
    Path user = run.directory().resolve("usr");
    run.copyWarsTo(user.resolve("servers/contract/apps"));
    run.write(SERVER + "jvm.options", Run.HEAP + "\n");
    // No port for "server stop": the process is asked to end.
    run.write(SERVER + "bootstrap.properties", "command.port=-1\n");
    run.write(SERVER + "server.xml", configuration(run, port));
    return Launch.ofScript(port, Build.serverHome().resolve("bin/server"), "run", "contract")
        .with("WLP_USER_DIR", user);
  }

  /**
   * Two processors make for few threads, and six applications that start at once then wait for one
   * another. Files, and paths that nothing is at, pass no filter unless it is told. What is not
   * urgent is printed too: hints are.
   */
  private static String configuration(Run run, int port) {
    String applications =
        run.wars().stream().map(OpenLibertyIT::application).collect(Collectors.joining());
    return """
        <server>
          <featureManager>
            <feature>restfulWS-3.1</feature>
            <feature>cdi-4.0</feature>
            <feature>mpConfig-3.1</feature>
            <feature>servlet-6.0</feature>
          </featureManager>
          <executor coreThreads="32"/>
          <webContainer invokefilterscompatibility="true"/>
          <logging consoleLogLevel="INFO"/>
          <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        %s</server>
        """
        .formatted(port, applications);
  }

  private static String application(War war) {
    return "  <webApplication location=\"%1$s.war\" contextRoot=\"/%1$s\"/>%n"
        .formatted(war.name());
  }
}
