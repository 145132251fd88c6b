package dev.jaxrscors.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library logs in this process while this is open. */
final class LogLines extends Handler implements AutoCloseable {

  // Held, because the log manager does not hold it.
  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private LogLines() {}

  static LogLines open() {
    LogLines lines = new LogLines();
    LOGGER.addHandler(lines);
    return lines;
  }

  List<String> warnings() {
    return records.stream()
        .filter(entry -> entry.getLevel().equals(Level.WARNING))
        .map(LogRecord::getMessage)
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
  }
}
