package dev.jaxrscors.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * Remembers the exchanges whose URL asks for it, by {@code ?exchange=} and an id of the page's
 * choice: a preflight goes to the URL of the request that it asks about, so both have one id.
 *
 * <p>It stands below Jersey, where the header of a response becomes bytes. It forgets the oldest
 * ids, and what is too much for one.
 */
final class Recorder extends HttpProbe.Adapter {

  /** What an id looks like: {@value}. */
  static final String ID = "[a-z0-9]{8,32}";

  static final int MOST_IDS = 100;
  static final int MOST_EXCHANGES = 20;

  private static final Pattern ASKED = Pattern.compile("(?:^|&)exchange=(" + ID + ")(?:&|$)");

  private final Map<String, List<Exchange>> recorded =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Exchange>> eldest) {
          return size() > MOST_IDS;
        }
      };

  @Override
  @SuppressWarnings("rawtypes") // that of the interface
  public void onHeaderSerializeEvent(Connection connection, HttpHeader header, Buffer bytes) {
    if (header instanceof HttpResponsePacket response && response.getRequest() != null) {
      recordIfAsked(response.getRequest(), bytes);
    }
  }

  private void recordIfAsked(HttpRequestPacket request, Buffer response) {
    String query = request.getQueryString();
    Matcher asked = ASKED.matcher(query == null ? "" : query);
    if (asked.find()) {
      record(asked.group(1), new Exchange(lines(request), lines(response)));
    }
  }

  synchronized void record(String id, Exchange exchange) {
    List<Exchange> exchanges = recorded.computeIfAbsent(id, any -> new ArrayList<>());
    if (exchanges.size() < MOST_EXCHANGES) {
      exchanges.add(exchange);
    }
  }

  /** Returns what was recorded under an id, the oldest first. */
  synchronized List<Exchange> exchanges(String id) {
    return List.copyOf(recorded.getOrDefault(id, List.of()));
  }

  private static List<String> lines(HttpRequestPacket request) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s?%s %s"
            .formatted(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                request.getProtocolString()));
    MimeHeaders fields = request.getHeaders();
    for (int i = 0; i < fields.size(); i++) {
      lines.add(fields.getName(i) + ": " + fields.getValue(i));
    }
    return List.copyOf(lines);
  }

  private static List<String> lines(Buffer response) {
    return response
        .toStringContent(ISO_8859_1, response.position(), response.limit())
        .lines()
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
