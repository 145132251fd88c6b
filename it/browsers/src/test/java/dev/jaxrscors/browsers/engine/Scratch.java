package dev.jaxrscors.browsers.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one browser's profile and logs, which goes when the browser goes. */
final class Scratch implements AutoCloseable {

  private final Path folder;

  Scratch() {
    try {
      folder = Files.createTempDirectory("jaxrs-cors-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Returns what a file holds so far, or nothing when it is not there. */
  String read(String name) {
    try {
      return Files.exists(file(name)) ? Files.readString(file(name)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, List<String> lines) {
    try {
      Files.write(file(name), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // A browser may still tidy up; what is left is left to the system's own cleaning.
      folder.toFile().deleteOnExit();
    }
  }
}
