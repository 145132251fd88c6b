package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ServerContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class WildFlyIT extends ServerContract {

  WildFlyIT() {
    super(
        WildFlyIT::launch,
        Place.offering(Ability.CDI, Ability.EJB, Ability.CONSTRAINTS, Ability.ROLES));
  }

  static Launch launch(Run run) throws IOException {
    Path home = Build.serverHome();
    Path base = run.copyOf(home.resolve("standalone"), "standalone");
    run.copyWarsTo(base.resolve("deployments"));
    List<Integer> ports = run.freePorts(4);
    return Launch.ofScript(
            ports.get(0),
            home.resolve("bin/standalone.sh"),
            "-b",
            "127.0.0.1",
            "-Djboss.server.base.dir=" + base,
            "-Djboss.http.port=" + ports.get(0),
            "-Djboss.https.port=" + ports.get(1),
            "-Djboss.management.http.port=" + ports.get(2),
            "-Djboss.management.https.port=" + ports.get(3))
        // Without this the script ends and the server stays.
        .with("LAUNCH_JBOSS_IN_BACKGROUND", "1")
        .with("JBOSS_JAVA_SIZING", Run.HEAP);
  }
}
