package dev.jaxrscors.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the library logs while this is open. */
final class CapturedLog extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  private final Formatter formatter = new SimpleFormatter();
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private CapturedLog() {}

  static CapturedLog open() {
    CapturedLog log = new CapturedLog();
    LOGGER.addHandler(log);
    LOGGER.setUseParentHandlers(false);
    return log;
  }

  /** The same, down to a level that is not logged by itself. */
  static CapturedLog openAt(Level level) {
    LOGGER.setLevel(level);
    return open();
  }

  List<String> warnings() {
    return messages(Level.WARNING);
  }

  List<String> errors() {
    return messages(Level.SEVERE);
  }

  List<String> infos() {
    return messages(Level.INFO);
  }

  /** Returns what was logged at a level. */
  List<String> at(Level level) {
    return messages(level);
  }

  private List<String> messages(Level level) {
    return records.stream()
        .filter(r -> r.getLevel().equals(level))
        .map(formatter::formatMessage)
        .toList();
  }

  @Override
  public void publish(LogRecord entry) {
    records.add(entry);
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
