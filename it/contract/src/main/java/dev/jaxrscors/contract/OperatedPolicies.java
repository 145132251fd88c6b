package dev.jaxrscors.contract;

import dev.jaxrscors.contract.operated.file.OperatedFile;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import dev.jaxrscors.contract.process.WarRecipe;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Where operators keep the policies of a server that runs: in a file that they replace, or where
 * there is no MicroProfile Config, in system properties.
 */
final class OperatedPolicies {

  static final String OPERATED = "operated";
  static final String A = "https://a.example";
  static final String B = "https://b.example";
  static final String ORIGINS = "cors.policy.stock.origins";
  static final String EXPOSED = "cors.policy.stock.exposed-headers";

  private final boolean isByFile;
  private final Path file = file();

  OperatedPolicies(Environments environments) {
    this.isByFile = environments.equals(Environments.BY_PROFILE);
  }

  /** Returns the environment in which the policies are in variables, and more of them. */
  static Map<String, String> variables(String... more) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of("CORS_POLICY_STOCK_ORIGINS", A, "CORS_POLICY_STOCK_EXPOSED_HEADERS", "X-A"));
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  static ServerProcess server(
      String suffix, ServerDescriptor descriptor, Map<String, String> variables, WarRecipe war) {
    return ServerProcess.of(
        Build.serverName() + suffix,
        descriptor.with(variables),
        war.libraries(Build.warLibraries()));
  }

  /** Returns a server whose policies change while it runs. */
  ServerProcess changing(String suffix, ServerDescriptor descriptor) {
    return server(
        suffix,
        descriptor,
        isByFile
            ? Map.of("CORS_RELOAD", "100ms", OperatedFile.VARIABLE, file.toString())
            : variables("CORS_RELOAD", "100ms"),
        isByFile ? WarRecipe.operatedByFile(OPERATED) : WarRecipe.operated(OPERATED));
  }

  /** Sets what operators set, all of it in one step where there is a file. */
  void set(ServerProcess server, String... keysAndValues) {
    if (isByFile) {
      write(file, keysAndValues);
      return;
    }
    SocketClient client = SocketClient.of(server.baseUri(OPERATED));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      client.send(
          Request.of("PUT", "operator/" + keysAndValues[i])
              .carrying("text/plain", keysAndValues[i + 1]));
    }
  }

  /**
   * Returns what is exposed to an origin. Where each key is set by itself, one alone changes:
   * between two keys is no whole policy.
   */
  String exposed(String origin) {
    return isByFile && origin.equals(B) ? "X-B" : "X-A";
  }

  private static Path file() {
    try {
      Path directory = Files.createTempDirectory("operated");
      Path file = directory.resolve("operated.properties");
      write(file, ORIGINS, A, EXPOSED, "X-A");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file in one step, as operators should. */
  private static void write(Path file, String... keysAndValues) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      text.append(keysAndValues[i]).append('=').append(keysAndValues[i + 1]).append('\n');
    }
    try {
      Path other = file.resolveSibling("other.properties");
      Files.writeString(other, text);
      Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
