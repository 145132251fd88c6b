package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ServerContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import dev.jaxrscors.contract.process.War;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class GlassFishEmbeddedIT extends ServerContract {

  /** There is no option for the address, and the default is every interface. */
  private static final String LOOPBACK =
      "embedded-glassfish-config.server.network-config.network-listeners.network-listener"
          + ".http-listener.address=127.0.0.1\n";

  /**
   * It listens before it deploys, and goes on when a deployment fails. Once in some hundred starts
   * that of the second application did, when the first had just been asked its first request.
   */
  private static final String ALL_DEPLOYED = "GLASSFISH STARTED";

  GlassFishEmbeddedIT() {
    super(
        GlassFishEmbeddedIT::launch,
        Place.offering(Ability.CDI, Ability.EJB, Ability.CONSTRAINTS)
            .lacking(Gap.UNMAPPED_EXCEPTION));
  }

  static Launch launch(Run run) throws IOException {
    int port = run.freePort();
    Path properties = run.write("glassfish.properties", LOOPBACK);
    List<Object> arguments =
        new ArrayList<>(List.of("-jar", Build.serverHome().resolve("glassfish-embedded-all.jar")));
    arguments.addAll(List.of("--properties=" + properties, "--port=" + port));
    for (War war : run.wars()) {
      arguments.add(
          "deploy --name=" + war.name() + " --contextroot=" + war.name() + " " + war.file());
    }
    return Launch.ofJava(port, run, arguments.toArray()).announcing(ALL_DEPLOYED);
  }
}
