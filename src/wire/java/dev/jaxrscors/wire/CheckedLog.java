package dev.jaxrscors.wire;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Takes what the library logs in this process while this is open, and keeps nothing of it but the
 * first message that a terminal would obey.
 */
public final class CheckedLog extends Handler implements AutoCloseable {

  // Held: the log manager holds loggers weakly, and their handlers with them.
  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  private final Formatter formatter = new SimpleFormatter();
  private volatile String unsafe = "";

  private CheckedLog() {}

  /** Takes it from now on, down to the finest level. */
  public static CheckedLog open() {
    CheckedLog log = new CheckedLog();
    LOGGER.addHandler(log);
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
    return log;
  }

  /** Returns the first message that is not of lines of printable ASCII; empty if all were. */
  public String unsafe() {
    return unsafe;
  }

  @Override
  public void publish(LogRecord entry) {
    String message = formatter.formatMessage(entry);
    if (unsafe.isEmpty() && message.chars().anyMatch(c -> c != '\n' && (c < ' ' || c > '~'))) {
      unsafe = message;
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setLevel(null);
    LOGGER.setUseParentHandlers(true);
  }
}
