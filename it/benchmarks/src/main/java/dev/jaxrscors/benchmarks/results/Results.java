package dev.jaxrscors.benchmarks.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of the results. */
public final class Results {

  /** The system property that names the folder: {@value}. */
  public static final String PROPERTY = "benchmarks.results";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          // What a record needs and a file lacks is said, not taken for nothing.
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path folder;

  private Results(Path folder) {
    this.folder = folder;
  }

  /** {@return the folder of the system property, or else {@code results} in the current folder} */
  public static Results ofProperty() {
    String name = System.getProperty(PROPERTY, "");
    return in(Path.of(name.isEmpty() ? "results" : name));
  }

  /**
   * {@return a folder}
   *
   * @param folder where it is, or is to be
   */
  public static Results in(Path folder) {
    return new Results(folder);
  }

  /**
   * Writes an object as JSON, in place of what the file held.
   *
   * @param name of the file
   * @param value a record, or what Jackson takes
   * @throws IOException if the file cannot be written
   */
  public void write(String name, Object value) throws IOException {
    writeText(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
  }

  /**
   * Writes a file, in place of what it held.
   *
   * @param name of the file
   * @param text its content
   * @throws IOException if the file cannot be written
   */
  public void writeText(String name, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text);
  }

  /**
   * {@return the names of its files of JSON, sorted}
   *
   * @throws IOException if the folder cannot be read
   */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  /**
   * Reads a file of JSON.
   *
   * @param <T> the type of its content
   * @param name of the file
   * @param type the type of its content, a record
   * @return its content
   * @throws IOException if the file cannot be read
   * @throws ResultsException if it holds something else; the message tells what
   */
  public <T> T read(String name, Class<T> type) throws IOException {
    try {
      return JSON.readValue(Files.readString(folder.resolve(name)), type);
    } catch (JsonMappingException e) {
      throw mistake(name, type, "at " + place(e) + ": " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw mistake(name, type, e.getOriginalMessage());
    }
  }

  private static ResultsException mistake(String name, Class<?> type, String mistake) {
    return new ResultsException(name, "is no " + type.getSimpleName() + ": " + mistake);
  }

  private static String place(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getIndex() < 0 ? step.getFieldName() : String.valueOf(step.getIndex()))
        .collect(Collectors.joining("/"));
  }
}
