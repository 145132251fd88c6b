package dev.jaxrscors.browsers.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The servers of all cases, each of an origin of its own: that of the page, that which the page
 * calls, and that which is beyond a redirect. They answer what a case says, and note what they got.
 *
 * <p>An address is {@code /BROWSER/CASE}, so no browser sees what another one did; the second
 * address of a case is {@code /BROWSER/CASE/next}.
 */
final class CaseServers implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final String BLANK =
      "200 OK\nContent-Type: text/html\n\n<!doctype html><title>A page</title>";

  private final Map<String, Case> cases;
  private final Map<String, List<String>> notes = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(CaseServers::daemon);
  private final ServerSocket page = open();
  private final ServerSocket here = open();
  private final ServerSocket beyond = open();

  private record Received(String method, String path, Map<String, String> fields) {

    boolean isPreflight() {
      return fields.containsKey("Access-Control-Request-Method");
    }

    /** What of it the standard determines. */
    String note() {
      String origin = fields.getOrDefault("Origin", "-");
      if (!isPreflight()) {
        return method + " from " + origin;
      }
      return "preflight for "
          + fields.get("Access-Control-Request-Method")
          + " ["
          + fields.getOrDefault("Access-Control-Request-Headers", "")
          + "] from "
          + origin;
    }
  }

  CaseServers(List<Case> cases) {
    this.cases = cases.stream().collect(Collectors.toMap(Case::id, Function.identity()));
    List.of(page, here, beyond).forEach(socket -> threads.execute(() -> accept(socket)));
  }

  String page() {
    return origin(page);
  }

  String address(String browser, Case theCase) {
    return origin(here) + path(browser, theCase);
  }

  /** What a browser has sent, to both addresses of a case. */
  List<String> notes(String browser, Case theCase) {
    return List.copyOf(notes.getOrDefault(path(browser, theCase), List.of()));
  }

  private static String path(String browser, Case theCase) {
    return "/" + browser + "/" + theCase.id();
  }

  private static String origin(ServerSocket socket) {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "servers");
    thread.setDaemon(true);
    return thread;
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout(TIMEOUT_MILLIS);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line != null) {
        Received request = read(in, line.split(" ", 3));
        connection.getOutputStream().write(toWire(answer(request), request));
        connection.getOutputStream().flush();
      }
    } catch (IOException e) {
      // A browser opens connections that it then does not need.
    }
  }

  private static Received read(BufferedReader in, String[] requestLine) throws IOException {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] field = line.split(": ?", 2);
      fields.put(field[0], field[1]);
    }
    return new Received(requestLine[0], requestLine[1], fields);
  }

  private String answer(Received request) {
    String[] path = request.path().split("/", -1);
    if (path.length < 3 || !cases.containsKey(path[2])) {
      return BLANK;
    }
    String address = "/" + path[1] + "/" + path[2];
    notes.computeIfAbsent(address, a -> new CopyOnWriteArrayList<>()).add(request.note());
    return chosen(cases.get(path[2]), path.length > 3, request.isPreflight())
        .replace("{page}", origin(page))
        .replace("{here}", origin(here))
        .replace("{beyond}", origin(beyond))
        .replace("{next}", address + "/next");
  }

  private static String chosen(Case theCase, boolean next, boolean preflight) {
    if (next) {
      return preflight ? theCase.nextPreflight() : theCase.nextActual();
    }
    return preflight ? theCase.preflight() : theCase.actual();
  }

  private static byte[] toWire(String answer, Received request) {
    int end = answer.indexOf("\n\n");
    String head = end < 0 ? answer : answer.substring(0, end);
    String body = end < 0 ? "" : answer.substring(end + 2);
    boolean bodiless = head.startsWith("204") || head.startsWith("304");
    String length = bodiless ? "" : "\nContent-Length: " + body.length();
    String wire = "HTTP/1.1 " + head + length + "\nConnection: close\n\n";
    String sent = request.method().equals("HEAD") ? "" : body;
    return (wire.replace("\n", "\r\n") + sent).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    for (ServerSocket socket : List.of(page, here, beyond)) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    threads.shutdownNow();
  }
}
