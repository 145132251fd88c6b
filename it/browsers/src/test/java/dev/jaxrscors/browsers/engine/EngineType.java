package dev.jaxrscors.browsers.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The three engines that browsers are made of. */
public enum EngineType {

  /** That of Chrome, Edge and Opera. */
  CHROMIUM("Chromium", "chromium chromium-driver") {
    @Override
    List<Program> programs() {
      return List.of(
          new Program("chromium", "chromium-browser", "google-chrome"),
          new Program("chromedriver"));
    }

    @Override
    Engine start(List<Path> programs, List<String> arguments) {
      return WebDriver.chromium(programs.get(0), programs.get(1), arguments);
    }
  },

  /** That of Firefox alone. */
  FIREFOX("Firefox", "firefox-esr") {
    @Override
    List<Program> programs() {
      return List.of(new Program("firefox-esr", "firefox"));
    }

    @Override
    Engine start(List<Path> programs, List<String> arguments) {
      return Firefox.start(programs.get(0), arguments);
    }
  },

  /** That of Safari, in its build for Linux. It needs a display, which Xvfb provides. */
  WEBKIT("WebKitGTK", "webkit2gtk-driver xvfb") {
    @Override
    List<Program> programs() {
      return List.of(
          new Program("webkit2gtk-4.1/MiniBrowser", "webkitgtk-6.0/MiniBrowser"),
          new Program("WebKitWebDriver"),
          new Program("Xvfb"));
    }

    @Override
    Engine start(List<Path> programs, List<String> arguments) {
      return WebDriver.webKit(programs, arguments);
    }
  };

  private final String name;
  private final String packages;

  EngineType(String name, String packages) {
    this.name = name;
    this.packages = packages;
  }

  /** {@return the types whose programs are on this machine} */
  public static List<EngineType> installed() {
    return Stream.of(values()).filter(type -> type.missing().isEmpty()).toList();
  }

  /** {@return the names of the programs that it needs and this machine lacks} */
  public List<String> missing() {
    return programs().stream()
        .filter(program -> program.find().isEmpty())
        .map(Program::name)
        .toList();
  }

  /** {@return how to install it on Debian and its kin} */
  public String howToInstall() {
    return "apt-get install --no-install-recommends " + packages;
  }

  /**
   * {@return a browser that runs}
   *
   * @param arguments more arguments for its command line
   * @throws EngineException if it does not start
   */
  public Engine start(String... arguments) {
    if (!missing().isEmpty()) {
      throw new EngineException(this + " lacks " + missing() + ": " + howToInstall());
    }
    List<Path> paths = programs().stream().flatMap(program -> program.find().stream()).toList();
    return start(paths, List.of(arguments));
  }

  /** Returns the programs that it needs, the browser first. */
  abstract List<Program> programs();

  abstract Engine start(List<Path> programs, List<String> arguments);

  @Override
  public String toString() {
    return name;
  }
}
