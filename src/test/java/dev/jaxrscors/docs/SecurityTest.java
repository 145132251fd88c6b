package dev.jaxrscors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each guarantee of the threat model names tests that there are. */
class SecurityTest {

  private static final String TEXT = Readme.file(".github/SECURITY.md");

  @Test
  void every_guarantee_is_held_by_tests_that_are_there() throws IOException {
    Set<String> sources = new TreeSet<>(sources("src/test"));
    sources.addAll(sources("it"));
    List<String> guarantees =
        TEXT.substring(TEXT.indexOf("| guarantee |"), TEXT.indexOf("## What is not"))
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| guarantee"))
            .toList();
    assertThat(guarantees).hasSizeGreaterThan(10);
    assertThat(guarantees)
        .allSatisfy(
            guarantee -> {
              String heldBy = guarantee.split("\\|", -1)[2];
              List<String> tests =
                  Pattern.compile("`(\\w+)`")
                      .matcher(heldBy)
                      .results()
                      .map(match -> match.group(1) + ".java")
                      .toList();
              assertThat(tests).isNotEmpty();
              assertThat(sources).containsAll(tests);
            });
  }

  private static List<String> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
