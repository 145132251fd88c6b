package dev.jaxrscors.products.repository;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import dev.jaxrscors.contract.process.War;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the server of the product is launched. */
final class PayaraMicro {

  /** Its listener and its data grid would listen on every interface. */
  private static final String LOOPBACK_ALONE =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener\
      .http-listener.address=127.0.0.1
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      """;

  private PayaraMicro() {}

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
