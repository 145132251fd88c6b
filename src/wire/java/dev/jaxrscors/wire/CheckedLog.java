package dev.jaxrscors.wire;

import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Takes what the library logs in this process while this is open, and keeps nothing of it but the
 * first message that a terminal would obey.
 */
public final class CheckedLog extends LibraryLog {

  private volatile String unsafe = "";

  private CheckedLog() {}

  /** Takes it from now on, down to the finest level. */
  public static CheckedLog open() {
    CheckedLog log = new CheckedLog();
    lower(Level.ALL);
    log.start();
    return log;
  }

  /** Returns the first message that is not of lines of printable ASCII; empty if all were. */
  public String unsafe() {
    return unsafe;
  }

  @Override
  public void publish(LogRecord entry) {
    String message = message(entry);
    if (unsafe.isEmpty() && message.chars().anyMatch(c -> c != '\n' && (c < ' ' || c > '~'))) {
      unsafe = message;
    }
  }
}
