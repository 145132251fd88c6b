package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one must know of a server to launch it: where the WARs go, and the command. A descriptor
 * writes into the directory of the run alone, and lets the server listen on the loopback interface
 * alone.
 */
@FunctionalInterface
public interface ServerDescriptor {

  /**
   * Lays out the directory of a run and returns the command that starts the server in the
   * foreground, each WAR at the context root that is its name.
   *
   * @param run the directory, the WARs and the free ports
   * @return the command
   * @throws IOException if the directory cannot be laid out
   */
  Launch launch(Run run) throws IOException;

  /**
   * Returns this descriptor with more environment variables.
   *
   * @param variables their values by their names
   * @return the descriptor
   */
  default ServerDescriptor with(Map<String, String> variables) {
    return run -> {
      Launch launch = launch(run);
      for (var variable : variables.entrySet()) {
        launch = launch.with(variable.getKey(), variable.getValue());
      }
      return launch;
    };
  }

  /**
   * Returns this descriptor with one more WAR, which nobody waits for: it need not come up.
   *
   * @param war what is deployed too
   * @return the descriptor
   */
  default ServerDescriptor deploying(WarRecipe war) {
    return run -> {
      List<War> wars = new ArrayList<>(run.wars());
      wars.add(war.writeTo(run.directory().resolve("wars")));
      return launch(new Run(run.directory(), wars));
    };
  }
}
