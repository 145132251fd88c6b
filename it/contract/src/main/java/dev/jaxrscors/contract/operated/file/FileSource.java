package dev.jaxrscors.contract.operated.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The file that the variable {@value OperatedFile#VARIABLE} names, as it is now. */
public class FileSource implements ConfigSource {

  private static Properties read() {
    Properties read = new Properties();
    String file = System.getenv(OperatedFile.VARIABLE);
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(Path.of(file))) {
        read.load(reader);
      } catch (IOException e) {
        throw new IllegalStateException("The file of configuration cannot be read", e);
      }
    }
    return read;
  }

  @Override
  public Map<String, String> getProperties() {
    Properties read = read();
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, read::getProperty));
  }

  @Override
  public Set<String> getPropertyNames() {
    return read().stringPropertyNames();
  }

  @Override
  public int getOrdinal() {
    return 500;
  }

  @Override
  public @Nullable String getValue(String key) {
    return read().getProperty(key);
  }

  @Override
  public String getName() {
    return "operated.properties";
  }
}
