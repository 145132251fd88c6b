package dev.jaxrscors.contract;

import java.net.URI;

/**
 * A place the contract is proved in: a runtime inside this process, or a real server in one of its
 * own. Started once, asked many times, stopped once.
 */
public interface ServerUnderTest {

  /**
   * Starts, and returns when every application answers.
   *
   * @throws IllegalStateException if it does not come up in time; the message says what it printed
   */
  void start();

  /**
   * Returns the base URI of one REST application, ending in a slash.
   *
   * @param application the name it was deployed under
   * @return a URI of the scheme http on the loopback interface
   */
  URI baseUri(String application);

  /**
   * Returns what was printed so far; of a runtime inside this process, what the library logged.
   *
   * @return the log
   */
  String log();

  /** Stops what was started, and nothing else; does nothing if nothing runs. */
  void stop();
}
