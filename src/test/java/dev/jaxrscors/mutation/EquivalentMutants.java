package dev.jaxrscors.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Mutants that no test can kill, because they change nothing that anyone could see. */
final class EquivalentMutants {

  private static final Path FILE = Path.of("src", "test", "mutation", "equivalent.txt");

  private EquivalentMutants() {}

  static List<Mutant> of(Room room) throws IOException {
    return Stream.of(Files.readString(FILE).split("\n\\s*\n", -1))
        .map(String::strip)
        .filter(block -> !block.isEmpty() && !block.startsWith("#"))
        .map(EquivalentMutants::mutant)
        .filter(mutant -> room.holds(mutant.className()))
        .toList();
  }

  /** Reads a place and a mutator, then the line of code, then the reason. */
  private static Mutant mutant(String block) {
    List<String> lines = block.lines().map(String::strip).toList();
    int colon = lines.get(0).indexOf(": ");
    if (colon < 0 || lines.size() < 3) {
      throw new IllegalStateException(FILE + " lacks a mutator, a line or a reason in: " + block);
    }
    return new Mutant(
        lines.get(0).substring(0, colon), lines.get(0).substring(colon + 2), lines.get(1));
  }
}
