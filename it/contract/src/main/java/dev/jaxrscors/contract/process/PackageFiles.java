package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one package, whether it was compiled into a directory or is read from a jar. */
final class PackageFiles {

  private PackageFiles() {}

  /** Returns the bytes of each file, by its path on the class path. */
  static SortedMap<String, byte[]> of(Class<?> member) {
    String folder = member.getPackageName().replace('.', '/');
    try {
      Path source = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(source)
          ? filesIn(source.resolve(folder), folder)
          : filesInJar(source, folder);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot read the package of " + member, e);
    }
  }

  private static SortedMap<String, byte[]> filesInJar(Path jar, String folder) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return filesIn(files.getPath(folder), folder);
    }
  }

  private static SortedMap<String, byte[]> filesIn(Path directory, String folder)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path file : list(directory)) {
      files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
    }
    return files;
  }

  private static List<Path> list(Path directory) throws IOException {
    try (var children = Files.list(directory)) {
      return children.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
