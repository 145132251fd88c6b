package dev.jaxrscors.contract.process;

import java.io.IOException;

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
}
