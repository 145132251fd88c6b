package dev.jaxrscors.servers;

import dev.jaxrscors.contract.RedeploymentContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Redeployer;
import dev.jaxrscors.contract.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class CatalinaRedeploymentIT extends RedeploymentContract {

  CatalinaRedeploymentIT() {
    super(CatalinaRedeploymentIT::launch, Redeployer.watching("base/webapps"));
  }

  /** The server looks for new applications each second, not every ten. */
  private static Launch launch(Run run) throws IOException {
    Launch launch = CatalinaIT.launch(run);
    Path server = run.directory().resolve("base/conf/server.xml");
    String configuration = Files.readString(server);
    Files.writeString(
        server,
        configuration.replace(
            "<Engine name=\"Catalina\"",
            "<Engine name=\"Catalina\" backgroundProcessorDelay=\"1\""));
    return launch;
  }

  /** Jersey and the library are the server's, and one application has both once more. */
  private static Launch launchWithLibraries(Run run) throws IOException {
    Launch launch = launch(run);
    Path shared = Files.createDirectories(run.directory().resolve("base/lib"));
    for (Path jar : Build.warLibraries()) {
      Files.copy(jar, shared.resolve(jar.getFileName()));
    }
    return launch;
  }

  @Test
  void neither_does_a_library_of_the_server(TestInfo test) throws InterruptedException {
    verifyWithServersOwn(test, CatalinaRedeploymentIT::launchWithLibraries);
  }
}
