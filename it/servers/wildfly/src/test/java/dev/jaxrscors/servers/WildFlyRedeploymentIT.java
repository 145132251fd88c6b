package dev.jaxrscors.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.RedeploymentContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Redeployer;
import dev.jaxrscors.contract.process.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class WildFlyRedeploymentIT extends RedeploymentContract {

  /** What the library calls, and what it looks up by name. */
  private static final String MODULE =
      """
      <module name="dev.jaxrscors" xmlns="urn:jboss:module:1.9">
        <resources>%s</resources>
        <dependencies>
          <module name="java.se"/>
          <module name="jakarta.ws.rs.api"/>
          <module name="jakarta.servlet.api"/>
          <module name="jakarta.enterprise.api"/>
          <module name="jakarta.annotation.api"/>
          <module name="jakarta.ejb.api"/>
          <module name="org.jboss.resteasy.resteasy-core"/>
          <module name="org.jboss.resteasy.resteasy-core-spi"/>
        </dependencies>
      </module>
      """;

  private static final String WORKER = "<worker name=\"default\"/>";

  /** Keeps no thread, and one with nothing to do for 100 ms, not a minute. */
  private static final String MORTAL_WORKER =
      "<worker name=\"default\" task-core-threads=\"0\" task-keepalive=\"100\"/>";

  private static final String EE_SUBSYSTEM = "<subsystem xmlns=\"urn:jboss:domain:ee:[0-9.]+\">";

  private static final String GLOBAL_MODULE =
      "<global-modules><module name=\"dev.jaxrscors\" services=\"true\"/></global-modules>";

  WildFlyRedeploymentIT() {
    super(WildFlyRedeploymentIT::launch, Redeployer.watching("standalone/deployments"));
  }

  /**
   * The server looks for new applications each second, not every five. Its threads end when nothing
   * is to do: the frame of one that waits holds the request that it was made for, and with it the
   * application.
   */
  private static Launch launch(Run run) throws IOException {
    Launch launch = WildFlyIT.launch(run);
    replace(run, "scan-interval=\"5000\"", "scan-interval=\"1000\"");
    replace(run, WORKER, MORTAL_WORKER);
    return launch;
  }

  /** Changes the configuration of the server, which has to be what is expected. */
  private static void replace(Run run, String pattern, String by) throws IOException {
    Path server = run.directory().resolve("standalone/configuration/standalone.xml");
    String before = Files.readString(server);
    String after = before.replaceFirst(pattern, by);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(server, after);
  }

  /** The library is a module of the server, which every application is given. */
  private static Launch launchWithLibraries(Run run) throws IOException {
    Path modules = run.directory().resolve("modules");
    Path module = Files.createDirectories(modules.resolve("dev/jaxrscors/main"));
    Files.writeString(
        module.resolve("module.xml"),
        MODULE.formatted(
            Build.warLibraries().stream()
                .map(WildFlyRedeploymentIT::resource)
                .collect(Collectors.joining())));
    for (Path jar : Build.warLibraries()) {
      Files.copy(jar, module.resolve(jar.getFileName()));
    }
    Launch launch = launch(run);
    replace(run, EE_SUBSYSTEM, "$0" + GLOBAL_MODULE);
    return launch.with(
        "JBOSS_MODULEPATH", modules + File.pathSeparator + Build.serverHome().resolve("modules"));
  }

  private static String resource(Path jar) {
    return "<resource-root path=\"%s\"/>".formatted(jar.getFileName());
  }

  @Test
  void neither_does_a_library_of_the_server(TestInfo test) throws InterruptedException {
    verifyWithServersOwn(test, WildFlyRedeploymentIT::launchWithLibraries);
  }
}
