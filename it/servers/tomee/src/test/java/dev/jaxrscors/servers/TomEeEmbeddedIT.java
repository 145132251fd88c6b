package dev.jaxrscors.servers;

import dev.jaxrscors.contract.Ability;
import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import dev.jaxrscors.contract.ServerContract;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Launch;
import dev.jaxrscors.contract.process.Run;
import dev.jaxrscors.contract.process.War;
import java.util.ArrayList;
import java.util.List;

class TomEeEmbeddedIT extends ServerContract {

  TomEeEmbeddedIT() {
    super(
        TomEeEmbeddedIT::launch,
        Place.offering(Ability.CDI, Ability.EJB, Ability.CONSTRAINTS)
            .lacking(Gap.UNMAPPED_EXCEPTION, Gap.CUSTOMIZED));
  }

  static Launch launch(Run run) {
    int port = run.freePort();
    List<Object> arguments = new ArrayList<>(List.of("-cp", Build.serverHome() + "/*"));
    arguments.add("org.apache.tomee.embedded.Main");
    arguments.addAll(List.of("--port", port, "--simple-log"));
    // The option --host does not choose the interface to listen on: this does.
    arguments.addAll(List.of("--property", "connector.attributes.address=127.0.0.1"));
    arguments.addAll(List.of("--directory", run.directory().resolve("tomee")));
    for (War war : run.wars()) {
      arguments.addAll(List.of("--path", war.file(), "--context", war.name()));
    }
    return Launch.ofJava(port, run, arguments.toArray());
  }
}
