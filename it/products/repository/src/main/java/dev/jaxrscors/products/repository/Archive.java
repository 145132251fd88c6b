package dev.jaxrscors.products.repository;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The files in the directory that is {@code product.files} in the configuration. */
@ApplicationScoped
public class Archive {

  /** What a file may be called: there are no folders. */
  static final String NAME = "\\w[\\w.-]*";

  private static final Pattern NAMES = Pattern.compile(NAME);

  private static Path directory() {
    return Path.of(ConfigProvider.getConfig().getValue("product.files", String.class));
  }

  /** Reports whether a file may have a name. */
  static boolean isName(String name) {
    return NAMES.matcher(name).matches();
  }

  List<ArchivedFile> list() throws IOException {
    List<ArchivedFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(directory())) {
      for (Path path : paths.sorted().toList()) {
        files.add(new ArchivedFile(path, Files.size(path)));
      }
    }
    return files;
  }

  /** Returns a file, if there is one of that name. */
  Optional<ArchivedFile> find(String name) throws IOException {
    if (!isName(name)) {
      return Optional.empty();
    }
    Path path = directory().resolve(name);
    return Files.isRegularFile(path)
        ? Optional.of(new ArchivedFile(path, Files.size(path)))
        : Optional.empty();
  }

  /** Keeps a file, in the place of one of the same name. */
  void put(String name, InputStream content) throws IOException {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name: " + name);
    }
    Files.copy(content, directory().resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
