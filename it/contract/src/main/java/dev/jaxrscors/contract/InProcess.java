package dev.jaxrscors.contract;

import dev.jaxrscors.contract.process.LoopbackPorts;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A runtime inside this process: each application on a port of its own, since not every runtime can
 * serve two on one.
 */
public final class InProcess implements ServerUnderTest {

  private final Starter starter;
  private final Map<String, Application> applications;
  private final Map<String, URI> baseUris = new LinkedHashMap<>();
  private final List<AutoCloseable> running = new ArrayList<>();
  private final CapturedLog log = new CapturedLog();

  private InProcess(Starter starter, Map<String, Application> applications) {
    this.starter = starter;
    this.applications = applications;
  }

  /** How a runtime is started. */
  @FunctionalInterface
  public interface Starter {

    /**
     * Starts an application, and returns when it answers.
     *
     * @param application the application
     * @param baseUri where it is to answer, on the loopback interface alone
     * @return what stops it
     * @throws Exception if it cannot be started
     */
    AutoCloseable start(Application application, URI baseUri) throws Exception;
  }

  /**
   * Returns a runtime that does not run yet.
   *
   * @param starter how it is started
   * @param applications the applications by name
   * @return the runtime
   */
  public static InProcess of(Starter starter, Map<String, Application> applications) {
    return new InProcess(starter, Map.copyOf(applications));
  }

  @Override
  public void start() {
    log.start();
    Iterator<Integer> ports = LoopbackPorts.free(applications.size()).iterator();
    applications.forEach((name, application) -> start(name, application, ports.next()));
  }

  private void start(String name, Application application, int port) {
    URI baseUri = URI.create("http://127.0.0.1:" + port + "/" + name + "/api/");
    try {
      running.add(starter.start(application, baseUri));
      baseUris.put(name, baseUri);
    } catch (Exception e) {
      stop();
      throw new IllegalStateException(name + " does not start at " + baseUri, e);
    }
  }

  @Override
  public URI baseUri(String application) {
    URI baseUri = baseUris.get(application);
    if (baseUri == null) {
      throw new IllegalStateException(application + " does not run");
    }
    return baseUri;
  }

  @Override
  public String log() {
    return log.text();
  }

  @Override
  public void stop() {
    log.close();
    running.forEach(InProcess::close);
    running.clear();
    baseUris.clear();
  }

  private static void close(AutoCloseable started) {
    try {
      started.close();
    } catch (Exception e) {
      throw new IllegalStateException("a runtime does not stop", e);
    }
  }
}
