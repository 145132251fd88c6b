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

class PayaraMicroIT extends ServerContract {

  /**
   * The listener has no option for its address, and the data grid listens even without a cluster:
   * by default, both on every interface.
   */
  static final String LOOPBACK_ALONE =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener\
      .http-listener.address=127.0.0.1
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      """;

  PayaraMicroIT() {
    super(
        PayaraMicroIT::launch,
        Place.offering(Ability.CDI, Ability.EJB, Ability.CONSTRAINTS, Ability.ROLES)
            .lacking(Gap.UNMAPPED_EXCEPTION, Gap.ROLE));
  }

  static Launch launch(Run run) throws IOException {
    int port = run.freePort();
    Path commands = run.write("before-start.txt", LOOPBACK_ALONE);
    List<Object> arguments =
        new ArrayList<>(
            List.of("-jar", Build.serverHome().resolve("payara-micro.jar"), "--port", port));
    arguments.addAll(List.of("--rootdir", run.directory().resolve("payara")));
    arguments.addAll(List.of("--prebootcommandfile", commands));
    arguments.addAll(List.of("--nocluster", "--nohostaware", "--disablephonehome"));
    for (War war : run.wars()) {
      arguments.addAll(List.of("--deploy", war.file()));
    }
    return Launch.ofJava(port, run, arguments.toArray());
  }
}
