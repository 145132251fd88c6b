package dev.jaxrscors.products.repository;

import dev.jaxrscors.contract.app.Deployment;
import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.WarRecipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The WAR of the product: its classes, its files, and one library. */
final class Webapp {

  /** The settings that come with the product. */
  private static final String SETTINGS = "WEB-INF/classes/META-INF/microprofile-config.properties";

  private static final Path DIRECTORY =
      Path.of(System.getProperty("webapp.directory", "src/main/webapp"));

  private Webapp() {}

  /** Returns the product, deployed under a name. */
  static WarRecipe named(String name) {
    WarRecipe war =
        WarRecipe.named(name)
            .packageOf(RepositoryApplication.class)
            // Tells the launcher that the product is up.
            .classes(Deployment.class)
            .libraries(Build.warLibraries());
    for (Path file : files()) {
      war = war.file(DIRECTORY.relativize(file).toString(), text(file));
    }
    return war;
  }

  /** Returns the product, deployed under a name, with more settings. */
  static WarRecipe named(String name, String settings) {
    return named(name).file(SETTINGS, text(DIRECTORY.resolve(SETTINGS)) + settings + "\n");
  }

  private static List<Path> files() {
    try (Stream<Path> paths = Files.walk(DIRECTORY)) {
      return paths.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
