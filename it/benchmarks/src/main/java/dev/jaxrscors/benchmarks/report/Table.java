package dev.jaxrscors.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of Markdown. */
final class Table {

  private final List<List<String>> lines = new ArrayList<>();

  /**
   * Begins a table.
   *
   * @param header the names of its columns
   */
  Table(List<String> header) {
    lines.add(List.copyOf(header));
    lines.add(header.stream().map(name -> "---").toList());
  }

  /**
   * Adds a line.
   *
   * @param cells as many as there are columns
   */
  void add(List<String> cells) {
    if (cells.size() != lines.get(0).size()) {
      throw new IllegalArgumentException(cells + " does not fit under " + lines.get(0));
    }
    lines.add(List.copyOf(cells));
  }

  @Override
  public String toString() {
    return lines.stream().map(Table::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
