package dev.jaxrscors.wire;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Takes what the library logs in this process, from {@link #start} to {@link #close}. */
abstract class LibraryLog extends Handler implements AutoCloseable {

  // Held: the log manager holds loggers weakly, and their handlers with them.
  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  private final Formatter formatter = new SimpleFormatter();

  /** Has the library log down to a level that it does not log by itself. */
  static void lower(Level level) {
    LOGGER.setLevel(level);
  }

  /** Takes it from now on, and keeps the console clean. */
  public void start() {
    LOGGER.addHandler(this);
    LOGGER.setUseParentHandlers(false);
  }

  String message(LogRecord entry) {
    return formatter.formatMessage(entry);
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
