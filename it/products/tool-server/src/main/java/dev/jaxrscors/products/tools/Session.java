package dev.jaxrscors.products.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What belongs to one client from its first message until it says that it is done. */
final class Session {

  private static final int MOST_STREAMS = 32;

  private final String id = UUID.randomUUID().toString();
  private final Map<Integer, EventStream> streams =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, EventStream> eldest) {
          return size() > MOST_STREAMS;
        }
      };
  private int opened;

  /** Returns what the client names it by. */
  String id() {
    return id;
  }

  /** Opens another stream. */
  synchronized EventStream open() {
    EventStream stream = new EventStream(opened);
    streams.put(opened, stream);
    opened++;
    return stream;
  }

  /** Returns the stream that an event was on, if it is still kept. */
  synchronized Optional<EventStream> find(EventId event) {
    return Optional.ofNullable(streams.get(event.stream()));
  }

  /** Ends all streams. */
  void end() {
    kept().forEach(EventStream::end);
  }

  private synchronized List<EventStream> kept() {
    return new ArrayList<>(streams.values());
  }
}
