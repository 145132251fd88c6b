package dev.jaxrscors.browsers.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of this machine, which goes by one of several names. */
final class Program {

  /** Where Debian keeps programs that are not on the path. */
  private static final List<String> LIBRARIES =
      List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec");

  private final List<String> names;

  Program(String... names) {
    this.names = List.of(names);
  }

  /** Returns the first of its names. */
  String name() {
    return names.get(0);
  }

  /** Returns where it is, if it is there. */
  Optional<Path> find() {
    return names.stream()
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> folders() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), LIBRARIES.stream())
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }
}
