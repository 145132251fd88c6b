package dev.jaxrscors.demo;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the demo logs: a line for each refusal, and nothing of the server's own start. */
final class Logs {

  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

  // Kept here, because the JDK itself forgets the level of a logger that nobody holds.
  private static final Logger SERVER = Logger.getLogger("org.glassfish");

  private Logs() {}

  /** Must come before anything is logged. */
  static void keepToOneLine() {
    System.getProperties().putIfAbsent(FORMAT, "%4$s %5$s%6$s%n");
    SERVER.setLevel(Level.WARNING);
  }
}
