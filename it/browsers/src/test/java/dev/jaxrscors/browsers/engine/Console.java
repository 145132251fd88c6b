package dev.jaxrscors.browsers.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a browser's console says, line by line, until a page writes its last line. */
final class Console {

  private final String last;
  // In order, and each once: a browser may be asked again for all that it has said.
  private final Set<String> lines = new LinkedHashSet<>();

  Console(String last) {
    this.last = last;
  }

  /** Returns all lines, once the last one is among them. */
  List<String> read(Supplier<List<String>> more) {
    return Await.value("the line \"" + last + '"', () -> ifWhole(more.get()));
  }

  private Optional<List<String>> ifWhole(List<String> more) {
    lines.addAll(more);
    return lines.stream().anyMatch(line -> line.contains(last))
        ? Optional.of(List.copyOf(lines))
        : Optional.empty();
  }
}
