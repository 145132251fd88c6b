package dev.jaxrscors.products.repository;

import dev.jaxrscors.contract.process.PayaraMicro;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The product on its server, with what an admin has put into the environment. */
final class RunningRepository implements AutoCloseable {

  /** The name that the product is deployed under, unless a test says another one. */
  static final String NAME = "repository";

  /** Several deployments on a machine that is busy take their time. */
  private static final Duration TO_START = Duration.ofMinutes(4);

  private final ServerProcess server;

  private RunningRepository(ServerProcess server) {
    this.server = server;
  }

  static RunningRepository start(Map<String, String> variables) {
    return start(variables, Webapp.named(NAME));
  }

  static RunningRepository start(Map<String, String> variables, WarRecipe... wars) {
    ServerDescriptor payara = PayaraMicro::launch;
    ServerProcess server = ServerProcess.of(NAME, payara.with(variables), wars).waiting(TO_START);
    server.start();
    return new RunningRepository(server);
  }

  /** Returns where the product is, with a slash at the end. */
  URI uri() {
    return uri(NAME);
  }

  private URI uri(String name) {
    return server.baseUri(name).resolve("../");
  }

  Reply send(Request request) {
    return send(NAME, request);
  }

  Reply send(String name, Request request) {
    return SocketClient.of(uri(name)).send(request);
  }

  /** Returns the lines that the library has logged at a level, from their beginning on. */
  List<String> lines(String start) {
    return server
        .log()
        .lines()
        .filter(line -> line.contains(start))
        .map(line -> line.substring(line.indexOf(start)))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
