package dev.jaxrscors.contract.process;

import dev.jaxrscors.contract.Gap;
import dev.jaxrscors.contract.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the build of a module has laid out for its server, in the directories that system properties
 * name.
 */
public final class Build {

  private Build() {}

  /**
   * Returns the name of the server, from the property {@code server.name}.
   *
   * @return the name
   */
  public static String serverName() {
    return System.getProperty("server.name", "server");
  }

  /**
   * Returns the Java virtual machine the server runs on, from the property {@code
   * server.java.home}, for a server that needs a newer one; that of the tests unless it is set.
   *
   * @return the home directory
   */
  static Path javaHome() {
    return Path.of(System.getProperty("server.java.home", System.getProperty("java.home")));
  }

  /**
   * Returns the directory that holds the server, from the property {@code server.home}; or the only
   * directory in that, since distributions are packed so.
   *
   * @return the directory, not to be written to
   */
  public static Path serverHome() {
    Path home = directory("server.home", "target/server");
    List<Path> children = list(home);
    boolean isPacked = children.size() == 1 && Files.isDirectory(children.get(0));
    return isPacked ? children.get(0) : home;
  }

  /**
   * Returns the jars every WAR holds, from the directory that the property {@code war.libraries}
   * names.
   *
   * @return the jars, none if there is no such directory
   */
  public static List<Path> warLibraries() {
    Path libraries = directory("war.libraries", "target/war-lib");
    return Files.isDirectory(libraries) ? list(libraries) : List.of();
  }

  /** Returns the directory that holds the runs, from the property {@code run.directory}. */
  static Path runDirectory() {
    return directory("run.directory", "target/run");
  }

  /**
   * Records what was proved, in {@code target/contract/place.properties}, for the report.
   *
   * @param applications the applications that were run
   * @param place what is particular about the place
   * @throws UncheckedIOException if it cannot be written
   */
  public static void record(List<String> applications, Place place) {
    String gaps = place.gaps().stream().sorted().map(Gap::text).collect(Collectors.joining("; "));
    String text = "applications=%s%ngaps=%s%n".formatted(String.join(", ", applications), gaps);
    try {
      Path directory = Files.createDirectories(directory("contract.directory", "target/contract"));
      Files.writeString(directory.resolve("place.properties"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory(String property, String otherwise) {
    return Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
  }

  private static List<Path> list(Path directory) {
    try (var children = Files.list(directory)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the build has laid out nothing at " + directory, e);
    }
  }
}
