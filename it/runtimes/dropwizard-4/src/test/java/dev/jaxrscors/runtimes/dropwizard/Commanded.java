package dev.jaxrscors.runtimes.dropwizard;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * An application of Dropwizard that its own command starts, and that can be stopped.
 *
 * @param <C> what its file is read into
 */
abstract class Commanded<C extends Configuration> extends Application<C> {

  /** What is compressed, varies by more than the library says. */
  private static final String FILE =
      """
      logging:
        appenders: []
      server:
        applicationContextPath: %s
        rootPath: %s*
        applicationConnectors:
          - type: http
            bindHost: %s
            port: %d
        adminConnectors:
          - type: http
            bindHost: %3$s
            port: 0
        requestLog:
          appenders: []
        gzip:
          enabled: false
      %s
      """;

  private @Nullable Server server;

  /**
   * Runs the command, and returns when the server answers.
   *
   * @param baseUri where its resources are to answer: the path of the context, then theirs
   * @param settings more lines of the file, which go on where the settings of the server end
   * @return what stops it
   */
  AutoCloseable serve(URI baseUri, String settings) throws Exception {
    Path file = fileFor(baseUri, settings);
    try {
      run("server", file.toString());
    } finally {
      Files.delete(file);
    }
    return this::stop;
  }

  private static Path fileFor(URI baseUri, String settings) throws IOException {
    String context = baseUri.resolve("..").getPath();
    String contextPath = context.substring(0, context.length() - 1);
    String rootPath = baseUri.getPath().substring(contextPath.length());
    Path file = Files.createTempFile("dropwizard", ".yml");
    return Files.writeString(
        file,
        FILE.formatted(contextPath, rootPath, baseUri.getHost(), baseUri.getPort(), settings));
  }

  @Override
  public void initialize(Bootstrap<C> bootstrap) {
    bootstrap.addBundle(
        new ConfiguredBundle<C>() {
          @Override
          public void run(C configuration, Environment environment) {
            environment.lifecycle().addServerLifecycleListener(started -> server = started);
          }
        });
  }

  /** Here, a failure must not end the process. */
  @Override
  protected void onFatalError(Throwable fatal) {
    throw new IllegalStateException(fatal);
  }

  private void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }
}
