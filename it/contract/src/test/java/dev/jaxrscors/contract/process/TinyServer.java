package dev.jaxrscors.contract.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The smallest program a launcher can launch: it serves the token in a WAR, or fails to. */
final class TinyServer {

  private TinyServer() {}

  /** Takes the port, the WAR, and how to behave. */
  public static void main(String... arguments) throws Exception {
    System.out.println("tiny server, behaving: " + arguments[2]);
    switch (arguments[2]) {
      case "serve" -> serve(arguments[0], token(Path.of(arguments[1])));
      case "late" -> late(arguments[0], token(Path.of(arguments[1])));
      case "parent" -> parent(arguments);
      case "impostor" -> serve(arguments[0], "another token");
      case "silent" -> Thread.sleep(600_000);
      default -> throw new IllegalArgumentException("no such behaviour: " + arguments[2]);
    }
  }

  /** Answers from the beginning, as a server does that still has applications to deploy. */
  private static void late(String port, String token) throws Exception {
    AtomicBoolean deployed = new AtomicBoolean();
    serve(
        port,
        token,
        () -> {
          if (!deployed.get()) {
            System.out.println("asked too early");
          }
        });
    Thread.sleep(1_000);
    deployed.set(true);
    System.out.println("all is deployed");
  }

  private static void parent(String... arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String name = TinyServer.class.getName();
    String path = System.getProperty("java.class.path");
    new ProcessBuilder(java, "-cp", path, name, arguments[0], arguments[1], "serve")
        .inheritIO()
        .start()
        .waitFor();
  }

  private static String token(Path war) throws IOException {
    String entry = "WEB-INF/classes/dev/jaxrscors/contract/app/deployment-token.txt";
    try (FileSystem files = FileSystems.newFileSystem(war)) {
      return Files.readString(files.getPath(entry));
    }
  }

  private static void serve(String port, String token) throws IOException {
    serve(port, token, () -> {});
  }

  private static void serve(String port, String token, Runnable asked) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/tiny/api/deployment",
        exchange -> {
          asked.run();
          answer(exchange, token);
        });
    server.start();
    System.out.println("pid " + ProcessHandle.current().pid());
  }

  private static void answer(HttpExchange exchange, String token) throws IOException {
    try (InputStream body = exchange.getRequestBody();
        exchange) {
      body.readAllBytes();
      exchange.sendResponseHeaders(200, token.length());
      exchange.getResponseBody().write(token.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
