package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How Payara Micro is launched, by whoever has its jar in the {@linkplain Build#serverHome home}.
 */
public final class PayaraMicro {

  /**
   * Commands before the start. The listener has no option for its address, and the data grid
   * listens even without a cluster: by default, both on every interface.
   */
  public static final String LOOPBACK_ALONE =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener\
      .http-listener.address=127.0.0.1
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      """;

  /**
   * Its security asks the thread for a class loader that another thread may just have taken away.
   * Nothing is deployed then.
   */
  private static final String SECURITY_NOT_STARTED = "NCLS-SECURITY-01144";

  private PayaraMicro() {}

  /**
   * Returns the launch of Payara Micro with all WARs of a run.
   *
   * @param run the run
   * @return the launch
   * @throws IOException if its commands cannot be written
   */
  public static Launch launch(Run run) throws IOException {
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
    return Launch.ofJava(port, run, arguments.toArray()).startedAgainAfter(SECURITY_NOT_STARTED);
  }
}
