package dev.jaxrscors.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the library logs inside this process, while this is open and after. */
final class LibraryLog extends Handler {

  // Kept: the loggers of the JDK are held weakly, and their handlers with them.
  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  private final Formatter formatter = new SimpleFormatter();
  private final List<String> messages = new CopyOnWriteArrayList<>();

  void open() {
    LOGGER.addHandler(this);
  }

  String text() {
    return String.join("\n", messages);
  }

  @Override
  public void publish(LogRecord entry) {
    messages.add(formatter.formatMessage(entry));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
  }
}
