package dev.jaxrscors.products.tools;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.media.sse.EventOutput;
import org.glassfish.jersey.media.sse.OutboundEvent;

/**
 * The messages of one stream, which outlives connections: they are kept, so that a client that lost
 * its connection resumes after the last event that it has.
 */
final class EventStream {

  /** Before the first event. */
  static final int START = -1;

  private static final System.Logger LOGGER = System.getLogger(EventStream.class.getName());

  private final int number;
  private final List<String> sent = new ArrayList<>();
  private EventOutput client = new EventOutput();
  private boolean ended;

  EventStream(int number) {
    this.number = number;
    // The first event has an id and nothing else: so there is an id to resume after at once.
    sent.add("");
  }

  /** Returns a connection on which a client reads all that comes after an event. */
  synchronized EventOutput after(int index) {
    disconnect();
    client = new EventOutput();
    for (int i = index + 1; i < sent.size(); i++) {
      write(i);
    }
    if (ended) {
      disconnect();
    }
    return client;
  }

  /** Sends a message, now or when the client is there again. */
  synchronized void send(String message) {
    sent.add(message);
    write(sent.size() - 1);
  }

  /** Sends no more. */
  synchronized void end() {
    ended = true;
    disconnect();
  }

  private void write(int index) {
    try {
      if (!client.isClosed()) {
        client.write(
            new OutboundEvent.Builder()
                .id(new EventId(number, index).toString())
                .data(String.class, sent.get(index))
                .build());
      }
    } catch (IOException | RuntimeException e) {
      LOGGER.log(Level.DEBUG, "the client is gone, and may resume", e);
      disconnect();
    }
  }

  private void disconnect() {
    try {
      client.close();
    } catch (IOException | RuntimeException e) {
      // Tomcat takes the response of a client that is gone away from under Jersey.
      LOGGER.log(Level.DEBUG, "the client was gone already", e);
    }
  }
}
