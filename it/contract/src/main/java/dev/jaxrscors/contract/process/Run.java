package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * One run of a server: a directory of its own, the WARs to deploy, and free ports.
 *
 * @param directory the directory of this run, new and empty but for the WARs
 * @param wars the WARs to deploy, built for this run
 */
public record Run(Path directory, List<War> wars) {

  /** The most memory for a server's heap: several builds may share one machine. */
  public static final String HEAP = "-Xmx512m";

  /**
   * Copies the list.
   *
   * @param directory the directory of this run
   * @param wars the WARs to deploy
   */
  public Run {
    wars = List.copyOf(wars);
  }

  /**
   * Lays out a new run under the directory the build has for runs.
   *
   * @param server the name of the server, which the directory's name starts with
   * @param recipes the WARs to build
   * @return the run
   * @throws IOException if the directory cannot be written
   */
  static Run begin(String server, List<WarRecipe> recipes) throws IOException {
    Path runs = Files.createDirectories(Build.runDirectory());
    Path directory = Files.createTempDirectory(runs, server + "-");
    Files.createDirectory(directory.resolve("tmp"));
    Path wars = Files.createDirectory(directory.resolve("wars"));
    return new Run(directory, recipes.stream().map(recipe -> recipe.writeTo(wars)).toList());
  }

  /**
   * Returns a free port of the loopback interface.
   *
   * @return the port
   */
  public int freePort() {
    return freePorts(1).get(0);
  }

  /**
   * Returns free ports of the loopback interface, no two of them the same.
   *
   * @param count how many
   * @return the ports
   */
  public List<Integer> freePorts(int count) {
    return LoopbackPorts.free(count);
  }

  /**
   * Returns the beginning of a command: the program of the virtual machine, a bounded heap, and
   * temporary files inside the run.
   *
   * @return the program and its first options
   */
  public List<String> java() {
    Path program = Build.javaHome().resolve("bin/java");
    return List.of(program.toString(), HEAP, "-Djava.io.tmpdir=" + directory.resolve("tmp"));
  }

  /**
   * Copies every WAR into a directory of the server, under the name {@code <name>.war}.
   *
   * @param deployments the directory, made if need be
   * @throws IOException if it cannot be written
   */
  public void copyWarsTo(Path deployments) throws IOException {
    Files.createDirectories(deployments);
    for (War war : wars) {
      Files.copy(war.file(), deployments.resolve(war.name() + ".war"));
    }
  }

  /**
   * Copies part of a server's distribution into this run, so that the distribution itself is never
   * written to.
   *
   * @param source a directory of the distribution
   * @param name the name of the copy, relative to the directory of this run
   * @return the copy
   * @throws IOException if it cannot be copied
   */
  public Path copyOf(Path source, String name) throws IOException {
    Path copy = directory.resolve(name);
    Files.walkFileTree(source, new Copier(source, copy));
    return copy;
  }

  /**
   * Writes a file of text into this run.
   *
   * @param name the name, relative to the directory of this run
   * @param text what it holds
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static final class Copier extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path copy;

    Copier(Path source, Path copy) {
      this.source = source;
      this.copy = copy;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(copy.resolve(source.relativize(directory)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path target = copy.resolve(source.relativize(file));
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }
  }
}
