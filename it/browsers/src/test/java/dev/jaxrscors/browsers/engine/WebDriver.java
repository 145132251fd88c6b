package dev.jaxrscors.browsers.engine;

import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ImmutableCapabilities;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/**
 * Chromium or WebKitGTK, behind a driver of its own that speaks WebDriver.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a>
 */
final class WebDriver implements Engine {

  private static final Duration COMMAND = Duration.ofSeconds(60);

  /** Calls back with what the function returns, or an array of one: what it throws. */
  private static final String ASYNC =
      """
      const done = arguments[arguments.length - 1];
      (async () => {%s
      })().then(done, e => done([String(e)]));""";

  private final String name;
  private final DriverProcess process;
  private final RemoteWebDriver driver;
  private final List<String> printing;

  private WebDriver(
      String name, DriverProcess process, Capabilities capabilities, List<String> printing) {
    this.name = name;
    this.process = process;
    this.printing = printing;
    this.driver = connect(process.address(), capabilities);
  }

  static Engine chromium(Path binary, Path driver, List<String> arguments) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary.toFile());
    options.setAcceptInsecureCerts(true);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.addArguments(arguments);
    // Cookies of third parties, which Chromium may block by default.
    options.setExperimentalOption("prefs", Map.of("profile.cookie_controls_mode", 0));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    return start("Chromium", DriverProcess.start(driver), options, List.of());
  }

  static Engine webKit(List<Path> programs, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("--automation", "--cookies-policy=always"));
    all.addAll(arguments);
    Map<String, Object> options = Map.of("binary", programs.get(0).toString(), "args", all);
    Capabilities capabilities =
        new ImmutableCapabilities(
            Map.of("acceptInsecureCerts", true, "webkitgtk:browserOptions", options));
    List<String> printing =
        List.of(programs.get(0).toString(), "--enable-write-console-messages-to-stdout=true");
    return start(
        "WebKitGTK",
        DriverProcess.onDisplay(programs.get(1), programs.get(2)),
        capabilities,
        printing);
  }

  private static Engine start(
      String name, DriverProcess process, Capabilities capabilities, List<String> printing) {
    try {
      return new WebDriver(name, process, capabilities, printing);
    } catch (RuntimeException e) {
      String log = process.log();
      process.close();
      throw new EngineException(name + ": " + log, e);
    }
  }

  private static RemoteWebDriver connect(URI address, Capabilities capabilities) {
    try {
      ClientConfig config =
          ClientConfig.defaultConfig().baseUrl(address.toURL()).readTimeout(COMMAND);
      return new RemoteWebDriver(new HttpCommandExecutor(config), capabilities);
    } catch (MalformedURLException e) {
      throw new EngineException(address.toString(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void open(String url) {
    driver.get(url);
  }

  @Override
  public String eval(String body, Duration timeout) {
    Object answer = run(ASYNC.replace("%s", body), timeout);
    if (answer instanceof String text) {
      return text;
    }
    throw new EngineException("no string: " + answer);
  }

  private @Nullable Object run(String script, Duration timeout) {
    try {
      driver.manage().timeouts().scriptTimeout(timeout);
      return driver.executeAsyncScript(script);
    } catch (WebDriverException e) {
      throw new EngineException("no answer within " + timeout, e);
    }
  }

  /** WebKit tells its console to no driver: it prints it, when it is not automated. */
  @Override
  public List<String> consoleOf(String url, String last) {
    Console console = new Console(last);
    if (!printing.isEmpty()) {
      List<String> command = new ArrayList<>(printing);
      command.add(url);
      return process.printed(command, console);
    }
    logged();
    open(url);
    return console.read(this::logged);
  }

  /** Returns what the console has said since this was last asked. */
  private List<String> logged() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void type(String keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  @Override
  public void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  @Override
  public byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } catch (WebDriverException e) {
      // It does not answer any more, and is ended by force next.
    } finally {
      process.close();
    }
  }
}
