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

/** Tomcat, and what is built on it. */
class CatalinaIT extends ServerContract {

  private static final Place TOMCAT =
      Place.offering(Ability.CONSTRAINTS).lacking(Gap.UNMAPPED_EXCEPTION);

  private static final Place TOMEE =
      Place.offering(Ability.CDI, Ability.EJB, Ability.CONSTRAINTS)
          .lacking(Gap.UNMAPPED_EXCEPTION, Gap.CUSTOMIZED);

  CatalinaIT() {
    super(CatalinaIT::launch, Build.serverName().startsWith("tomee") ? TOMEE : TOMCAT);
  }

  static Launch launch(Run run) throws IOException {
    Path home = Build.serverHome();
    int port = run.freePort();
    Path conf = run.copyOf(home.resolve("conf"), "base/conf");
    Path server = conf.resolve("server.xml");
    Files.writeString(server, onLoopback(Files.readString(server), port));
    run.copyWarsTo(run.directory().resolve("base/webapps"));
    Files.createDirectories(run.directory().resolve("base/logs"));
    Files.createDirectories(run.directory().resolve("base/temp"));
    return Launch.ofScript(port, home.resolve("bin/catalina.sh"), "run")
        .with("CATALINA_BASE", run.directory().resolve("base"))
        .with("CATALINA_OPTS", Run.HEAP);
  }

  /** The server's own configuration, with one listener and no port to shut it down. */
  private static String onLoopback(String configuration, int port) {
    return configuration
        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
        .replace(
            "<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"" + port + "\"");
  }
}
