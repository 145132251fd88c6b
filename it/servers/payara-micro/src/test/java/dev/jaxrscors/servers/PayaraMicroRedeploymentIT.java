package dev.jaxrscors.servers;

import dev.jaxrscors.contract.RedeploymentContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Redeployer;
import dev.jaxrscors.contract.process.Run;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class PayaraMicroRedeploymentIT extends RedeploymentContract {

  PayaraMicroRedeploymentIT() {
    super(run -> launch(run, List.of()), Redeployer.watching("deployments"));
  }

  private static Launch launch(Run run, List<Path> libraries) throws IOException {
    int port = run.freePort();
    Path deployments = run.directory().resolve("deployments");
    run.copyWarsTo(deployments);
    Path jar = Build.serverHome().resolve("payara-micro.jar");
    List<Object> arguments = new ArrayList<>(opened(jar));
    arguments.addAll(List.of("-cp", jar + File.pathSeparator + ownClasses()));
    arguments.add(RedeployingMicro.class.getName());
    arguments.addAll(List.of(port, run.directory().resolve("payara"), deployments));
    arguments.addAll(libraries);
    return Launch.ofJava(port, run, arguments.toArray());
  }

  /** What the jar says of itself counts where it is run as a program, and not on a class path. */
  private static List<String> opened(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes attributes = file.getManifest().getMainAttributes();
      return Stream.of("Add-Opens", "Add-Exports")
          .flatMap(
              name ->
                  Stream.of(attributes.getValue(name).split(" ", -1))
                      .map(opened -> "--" + name.toLowerCase(Locale.ROOT) + "=" + opened)
                      .map(option -> option + "=ALL-UNNAMED"))
          .toList();
    }
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          RedeployingMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void neither_does_a_library_of_the_server(TestInfo test) throws InterruptedException {
    verifyWithServersOwn(test, run -> launch(run, Build.warLibraries()));
  }
}
