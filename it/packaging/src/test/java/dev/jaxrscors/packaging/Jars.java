package dev.jaxrscors.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the build has laid out. */
final class Jars {

  private Jars() {}

  /** Returns the jars that go into a WAR whose only dependency is the library. */
  static List<Path> inWar() {
    return jars("war.libraries");
  }

  /** Returns the jars that a server provides. */
  static List<Path> provided() {
    return jars("provided.libraries");
  }

  static Path library() {
    return inWar().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("jaxrs-cors-"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> jars(String property) {
    try (var files = Files.list(Path.of(System.getProperty(property)))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
