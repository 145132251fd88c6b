package dev.jaxrscors.benchmarks.scale;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jaxrscors.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.openjdk.jol.info.GraphLayout;

/** Measures the memory that a list of origins keeps, its texts included. It is exact, not timed. */
public final class Memory {

  private static final List<Integer> CUSTOMERS = List.of(1, 10, 1_000, 100_000, 1_000_000);

  private Memory() {}

  /**
   * Writes a table of bytes as JSON.
   *
   * @param arguments the file to write
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Listed listed : Listed.values()) {
      CUSTOMERS.forEach(customers -> rows.add(row(listed, customers)));
    }
    Path file = Path.of(arguments[0]);
    Files.writeString(
        file,
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
  }

  /** Returns the bytes that the origins of some customers take. */
  static Map<String, Object> row(Listed listed, int customers) {
    return Map.of(
        "listed",
        listed,
        "customers",
        customers,
        "hashSet",
        bytes(new HashSet<>(listed.values(customers))),
        "policy",
        bytes(Policy.builder().origins(listed.values(customers)).build().origins()));
  }

  private static long bytes(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }
}
