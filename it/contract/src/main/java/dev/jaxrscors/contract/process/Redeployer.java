package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How a WAR takes the place of one of the same name in a server that runs. */
@FunctionalInterface
public interface Redeployer {

  /**
   * Has the server replace a WAR; need not wait for it.
   *
   * @param run the run of the server
   * @param war the new one
   * @throws IOException if it cannot be handed over
   */
  void replace(Run run, War war) throws IOException;

  /**
   * Returns the way of servers that watch a directory.
   *
   * @param deployments the directory, relative to the directory of the run
   * @return the way
   */
  static Redeployer watching(String deployments) {
    return (run, war) -> {
      // In one step: the server may look at any time.
      Path copy = run.directory().resolve("tmp/" + war.name() + ".next");
      Files.copy(war.file(), copy, StandardCopyOption.REPLACE_EXISTING);
      Path place = run.directory().resolve(deployments).resolve(war.name() + ".war");
      Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    };
  }
}
