package dev.jaxrscors.products.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The file that administrators edit. A key begins with the name of the API that it is for: {@code
 * public.cors.default.origins}.
 *
 * @param path where it is
 */
record SettingsFile(Path path) {

  /**
   * Returns what it says of an API now.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  Map<String, Object> section(String api) {
    String prefix = api + ".";
    Properties written = read();
    Map<String, Object> section = new HashMap<>();
    for (String key : written.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        section.put(key.substring(prefix.length()), written.getProperty(key));
      }
    }
    return section;
  }

  private Properties read() {
    try (Reader reader = Files.newBufferedReader(path)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
