package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ServerContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

class PayaraServerIT extends ServerContract {

  private static final String ON_LOOPBACK = " address=\"127.0.0.1\"";

  /** The ports of the domain that is shipped, but for that of HTTP. */
  private static final List<String> OTHER_PORTS =
      List.of("8181", "4848", "3700", "3820", "3920", "8686", "6666");

  /** Where nothing is said of messages, a broker of its own listens on every interface. */
  private static final String NO_BROKER = "<jms-service type=\"DISABLED\"></jms-service>";

  PayaraServerIT() {
    super(
        PayaraServerIT::launch,
        Place.offering(Ability.CDI, Ability.EJB, Ability.CONSTRAINTS, Ability.ROLES)
            .lacking(Gap.UNMAPPED_EXCEPTION, Gap.ROLE));
  }

  static Launch launch(Run run) throws IOException {
    Path home = Build.serverHome().resolve("glassfish");
    Path domain = run.copyOf(home.resolve("domains/domain1"), "domains/domain1");
    int port = run.freePort();
    Path configuration = domain.resolve("config/domain.xml");
    Files.writeString(configuration, onLoopback(Files.readString(configuration), run, port));
    run.copyWarsTo(domain.resolve("autodeploy"));
    return Launch.ofScript(
        port,
        home.resolve("bin/asadmin"),
        "start-domain",
        "--verbose",
        "--domaindir",
        domain.getParent(),
        "domain1");
  }

  /**
   * The domain that is shipped, on free ports of the loopback interface and without its data grid
   * and its broker: to copy it takes a second, to create a domain twenty.
   */
  private static String onLoopback(String configuration, Run run, int port) {
    String moved = withPort(configuration, "8080", port);
    Iterator<Integer> free = run.freePorts(OTHER_PORTS.size()).iterator();
    for (String other : OTHER_PORTS) {
      moved = withPort(moved, other, free.next());
    }
    return moved
        .replace("<network-listener port=", "<network-listener" + ON_LOOPBACK + " port=")
        .replace(" address=\"0.0.0.0\"", ON_LOOPBACK)
        .replace(
            "<hazelcast-config-specific-configuration>",
            NO_BROKER + "<hazelcast-config-specific-configuration enabled=\"false\">");
  }

  private static String withPort(String configuration, String shipped, int free) {
    return configuration
        .replace(" port=\"" + shipped + "\"", " port=\"" + free + "\"")
        .replace("telnet.port=" + shipped + "<", "telnet.port=" + free + "<");
  }
}
