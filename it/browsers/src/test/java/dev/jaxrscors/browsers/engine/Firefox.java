package dev.jaxrscors.browsers.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Firefox, driven by WebDriver BiDi, which it speaks itself: no driver stands between. */
final class Firefox implements Engine {

  private static final Pattern PORT = Pattern.compile("\"ws_port\"\\s*:\\s*(\\d+)");
  private static final Duration COMMAND = Duration.ofSeconds(60);

  private static final List<String> PREFERENCES =
      List.of(
          // Cookies of third parties, which Firefox keeps apart by default.
          "user_pref('network.cookie.cookieBehavior', 0);",
          "user_pref('browser.shell.checkDefaultBrowser', false);",
          "user_pref('browser.startup.page', 0);",
          "user_pref('datareporting.policy.dataSubmissionEnabled', false);",
          "user_pref('app.update.enabled', false);");

  private final Scratch scratch;
  private final Child child;
  private final BiDi biDi;
  private final String page;

  private Firefox(Scratch scratch, Child child, BiDi biDi) {
    this.scratch = scratch;
    this.child = child;
    this.biDi = biDi;
    this.page = newPage();
  }

  static Engine start(Path binary, List<String> arguments) {
    Scratch scratch = new Scratch();
    scratch.write("user.js", PREFERENCES);
    Child child =
        Child.start(
            Map.of("MOZ_HEADLESS", "1"), scratch.file("log"), command(binary, scratch, arguments));
    try {
      int port = Await.value("Firefox", () -> port(scratch, child));
      return new Firefox(scratch, child, BiDi.connect(port));
    } catch (RuntimeException e) {
      child.close();
      throw new EngineException("Firefox: " + scratch.read("log"), e);
    }
  }

  private static List<String> command(Path binary, Scratch scratch, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(binary.toString(), "--headless", "--no-remote"));
    command.addAll(List.of("--profile", scratch.file("").toString()));
    command.addAll(List.of("--remote-debugging-port", "0"));
    command.addAll(arguments);
    return command;
  }

  private static Optional<Integer> port(Scratch scratch, Child child) {
    if (!child.isAlive()) {
      throw new EngineException("ended");
    }
    Matcher found = PORT.matcher(scratch.read("WebDriverBiDiServer.json"));
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  private String newPage() {
    biDi.send(
        "session.new",
        Map.of("capabilities", Map.of("alwaysMatch", Map.of("acceptInsecureCerts", true))),
        COMMAND);
    return biDi.send("browsingContext.create", Map.of("type", "tab"), COMMAND)
        .path("context")
        .asText();
  }

  @Override
  public String name() {
    return "Firefox";
  }

  @Override
  public void open(String url) {
    biDi.send(
        "browsingContext.navigate",
        Map.of("context", page, "url", url, "wait", "complete"),
        COMMAND);
  }

  @Override
  public String eval(String body, Duration timeout) {
    JsonNode answer =
        biDi.send(
            "script.evaluate",
            Map.of(
                "expression",
                "(async () => {" + body + "\n})()",
                "target",
                Map.of("context", page),
                "awaitPromise",
                true),
            timeout);
    JsonNode value = answer.path("result").path("value");
    if (!value.isTextual()) {
      throw new EngineException("no string: " + answer);
    }
    return value.asText();
  }

  @Override
  public List<String> consoleOf(String url, String last) {
    Map<String, ?> console = Map.of("events", List.of("log.entryAdded"));
    // What the page before has said comes first, when it is subscribed to.
    open("about:blank");
    biDi.send("session.subscribe", console, COMMAND);
    try {
      Console lines = new Console(last);
      biDi.events();
      open(url);
      return lines.read(() -> biDi.events().stream().map(e -> e.path("text").asText()).toList());
    } finally {
      biDi.send("session.unsubscribe", console, COMMAND);
    }
  }

  @Override
  public void type(String keys) {
    List<Map<String, String>> strokes =
        keys.codePoints()
            .mapToObj(Character::toString)
            .flatMap(
                key ->
                    Stream.of(
                        Map.of("type", "keyDown", "value", key),
                        Map.of("type", "keyUp", "value", key)))
            .toList();
    biDi.send(
        "input.performActions",
        Map.of(
            "context",
            page,
            "actions",
            List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))),
        COMMAND);
  }

  @Override
  public void resize(int width, int height) {
    biDi.send(
        "browsingContext.setViewport",
        Map.of("context", page, "viewport", Map.of("width", width, "height", height)),
        COMMAND);
  }

  @Override
  public byte[] screenshot() {
    JsonNode picture =
        biDi.send("browsingContext.captureScreenshot", Map.of("context", page), COMMAND);
    return Base64.getDecoder().decode(picture.path("data").asText());
  }

  @Override
  public void close() {
    biDi.close();
    child.close();
    scratch.close();
  }
}
