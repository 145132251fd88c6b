package dev.jaxrscors.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/** What the library logs in this process while this is open; it can be read after, too. */
public final class CapturedLog extends LibraryLog {

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  /** Makes a log that is not open yet. */
  public CapturedLog() {}

  public static CapturedLog open() {
    CapturedLog log = new CapturedLog();
    log.start();
    return log;
  }

  /** The same, down to a level that is not logged by itself. */
  public static CapturedLog openAt(Level level) {
    lower(level);
    return open();
  }

  public List<String> warnings() {
    return at(Level.WARNING);
  }

  public List<String> errors() {
    return at(Level.SEVERE);
  }

  public List<String> infos() {
    return at(Level.INFO);
  }

  /** Returns what was logged at a level. */
  public List<String> at(Level level) {
    return messages(records.stream().filter(r -> r.getLevel().equals(level)));
  }

  /** Returns what was logged at any level: the level, and the message. */
  public List<String> lines() {
    return records.stream().map(r -> r.getLevel() + " " + message(r)).toList();
  }

  /** Returns what was logged at any level. */
  public List<LogRecord> records() {
    return List.copyOf(records);
  }

  /** Forgets what was logged so far. */
  public void clear() {
    records.clear();
  }

  /** Returns what was logged at any level, a message on a line. */
  public String text() {
    return String.join("\n", messages(records.stream()));
  }

  private List<String> messages(Stream<LogRecord> some) {
    return some.map(this::message).toList();
  }

  @Override
  public void publish(LogRecord entry) {
    // Found out by whoever asks first, from the stack at that time.
    entry.getSourceMethodName();
    records.add(entry);
  }
}
