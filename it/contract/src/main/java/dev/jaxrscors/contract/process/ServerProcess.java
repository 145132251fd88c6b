package dev.jaxrscors.contract.process;

import dev.jaxrscors.contract.ServerUnderTest;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A real server, run as a process of its own in a fresh directory, its log in {@code server.log}
 * there.
 */
public final class ServerProcess implements ServerUnderTest {

  /** Where the example application serves REST, below its context root. */
  private static final String APPLICATION_PATH = "api";

  /** How often a server is started whose launch knows of false starts. */
  private static final int STARTS = 3;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final System.Logger LOG = System.getLogger(ServerProcess.class.getName());

  private final String name;
  private final ServerDescriptor descriptor;
  private final List<WarRecipe> recipes;
  private final Duration patience;
  private @Nullable LaunchedProcess process;
  private @Nullable Run run;
  private int port;

  private ServerProcess(
      String name, ServerDescriptor descriptor, List<WarRecipe> recipes, Duration patience) {
    this.name = name;
    this.descriptor = descriptor;
    this.recipes = recipes;
    this.patience = patience;
  }

  /**
   * Returns a server that does not run yet and is given two minutes to come up.
   *
   * @param name the name of the server, for directories and messages
   * @param descriptor how it is launched
   * @param wars what is deployed
   * @return the server
   */
  public static ServerProcess of(String name, ServerDescriptor descriptor, WarRecipe... wars) {
    return new ServerProcess(name, descriptor, List.of(wars), Duration.ofMinutes(2));
  }

  /**
   * Returns this server with another patience.
   *
   * @param atMost how long it may take to come up
   * @return a server that does not run yet
   */
  public ServerProcess waiting(Duration atMost) {
    return new ServerProcess(name, descriptor, recipes, atMost);
  }

  @Override
  public void start() {
    for (int starts = 1; !isUpAt(starts); starts++) {
      LOG.log(System.Logger.Level.WARNING, "{0}: false start {1}", name, starts);
    }
  }

  /** Starts the server, and returns whether it is to be used: after a false start it is not. */
  private boolean isUpAt(int starts) {
    try {
      Run begun = Run.begin(name, recipes);
      Launch launch = descriptor.launch(begun);
      port = launch.port();
      LaunchedProcess launched = LaunchedProcess.start(launch, begun.directory());
      run = begun;
      process = launched;
      return awaitAll(launch, begun.wars(), launched, starts < STARTS);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be launched", e);
    }
  }

  private boolean awaitAll(
      Launch launch, List<War> wars, LaunchedProcess launched, boolean mayStartAgain) {
    BooleanSupplier falseStart = () -> mayStartAgain && launch.isFalseStart(launched.log());
    String announcement = launch.announcement();
    try {
      await(
          launched,
          falseStart,
          () -> launched.log().contains(announcement),
          "print: " + announcement);
      for (War war : wars) {
        await(launched, falseStart, () -> isLive(war), "answer at " + baseUri(war.name()));
      }
    } catch (IllegalStateException e) {
      stop();
      throw e;
    }
    if (falseStart.getAsBoolean()) {
      stop();
      return false;
    }
    LOG.log(System.Logger.Level.INFO, "{0}: up in {1}", name, launched);
    return true;
  }

  private void await(
      LaunchedProcess launched, BooleanSupplier givenUp, BooleanSupplier done, String what) {
    while (!done.getAsBoolean() && !givenUp.getAsBoolean()) {
      if (!launched.isAlive()) {
        throw launched.failure(name + " ended and did not " + what);
      }
      if (launched.age().compareTo(patience) > 0) {
        String seconds = String.format(Locale.ROOT, "%.1f s", patience.toMillis() / 1000.0);
        throw launched.failure(name + " did not " + what + " within " + seconds);
      }
      pause();
    }
  }

  private boolean isLive(War war) {
    return tellsToken(war, baseUri(war.name()), "deployment");
  }

  private boolean isReplaced(War war) {
    return tellsToken(war, baseUri(war.name()).resolve(".."), War.TOKEN_PAGE);
  }

  private static boolean tellsToken(War war, URI base, String path) {
    SocketClient client = SocketClient.of(base).waiting(Duration.ofSeconds(5));
    try {
      Reply answer = client.send(Request.of("GET", path));
      return answer.status() == 200 && answer.text().equals(war.token());
    } catch (UncheckedIOException e) {
      // Not yet: nothing listens, or what listens is still starting.
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server starts", e);
    }
  }

  @Override
  public URI baseUri(String application) {
    return URI.create(
        "http://127.0.0.1:" + port + "/" + application + "/" + APPLICATION_PATH + "/");
  }

  /**
   * Returns what the server printed so far.
   *
   * @return the whole log
   * @throws IllegalStateException if the server does not run
   */
  @Override
  public String log() {
    return running().log();
  }

  private LaunchedProcess running() {
    LaunchedProcess running = process;
    if (running == null) {
      throw new IllegalStateException(name + " does not run");
    }
    return running;
  }

  /**
   * Returns the virtual machine the server runs in.
   *
   * @return the virtual machine
   * @throws IllegalStateException if the server does not run
   */
  public Jvm jvm() {
    return running().jvm();
  }

  /**
   * Replaces a WAR while the server runs, and waits until the new one answers.
   *
   * @param recipe the new one, of the same name
   * @param redeployer how the server is told
   * @throws IllegalStateException if it does not answer in time, or the server does not run; the
   *     message tells the log
   */
  public void redeploy(WarRecipe recipe, Redeployer redeployer) {
    LaunchedProcess running = running();
    Run of = Objects.requireNonNull(run);
    War war = recipe.writeTo(of.directory().resolve("wars"));
    try {
      redeployer.replace(of, war);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = System.nanoTime() + patience.toNanos();
    // First a file: RESTEasy never forgets an application that ends while it answers another
    // request.
    while (!isReplaced(war) || !isLive(war)) {
      if (System.nanoTime() > end) {
        throw running.failure(name + " did not deploy " + war.name() + " anew");
      }
      pause();
    }
  }

  /**
   * Waits until the server has printed something, as long as it may take to come up.
   *
   * @param text what it prints, within one line
   * @throws IllegalStateException if it does not, or does not run; the message tells the log
   */
  public void awaitInLog(String text) {
    long begin = System.nanoTime();
    while (!log().contains(text)) {
      if (System.nanoTime() - begin > patience.toNanos()) {
        throw new IllegalStateException(name + " did not print: " + text + "\n" + log());
      }
      pause();
    }
  }

  @Override
  public void stop() {
    LaunchedProcess running = process;
    process = null;
    if (running != null) {
      running.stop();
    }
  }
}
